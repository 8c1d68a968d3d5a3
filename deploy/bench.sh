#!/usr/bin/env bash
# Builds Clocher and measures it on this machine, beside nginx. Prints a table and writes build/bench.json.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./deploy/install-deps.sh bench
cmake --preset release --log-level=WARNING
cmake --build --preset release --target clocher
exec node tests/bench/bench.mjs
