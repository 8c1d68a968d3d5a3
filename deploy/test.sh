#!/usr/bin/env bash
# Builds Clocher and runs every test there is. The last line is "N passed, N failed"; the exit is 0 only when all passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

logs=build/test-logs
passed=0
failed=0

main() {
  ./deploy/install-deps.sh test
  mkdir -p "$logs"
  cmake --preset release --log-level=WARNING
  cmake --build --preset release

  run ctest ctest --preset release
  run views node tests/preview/contracts.cjs
  local workspace
  for workspace in admin-ui tests/browser; do
    if [ -f "$workspace/package.json" ]; then run "$workspace" npm test --silent --workspace "$workspace"; fi
  done

  if [ "$passed" -eq 0 ]; then failed=$((failed + 1)); fi
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# run <name> <command>...: shows what the runner prints but for the lines of tests that passed, and adds its counts.
# A runner that ends badly and names no failed test is one failure.
run() {
  local name="$1" log="$logs/${1//\//-}.log" status=0 good bad
  shift
  echo "== $name"
  "$@" 2>&1 | tee "$log" | grep --line-buffered -vE '^ +Start +[0-9]+: |^ *[0-9]+/[0-9]+ Test +#[0-9]+: .* Passed' ||
    status="${PIPESTATUS[0]}"
  read -r good bad < <(node deploy/build/count_tests.mjs "$log")
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

main
