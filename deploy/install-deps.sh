#!/usr/bin/env bash
# Installs what Clocher needs on Debian: deploy/install-deps.sh [run|test|bench]. Does nothing, offline, when all is there.
#   run    what building and serving need (the default)
#   test   also what the tests need
#   bench  also what the measurements need
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose="${1:-run}"
run_packages=(
  ca-certificates ccache cmake g++ git mold ninja-build pkg-config
  catch2 libbrotli-dev libcli11-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libcpp-jwt-dev
  libcsv-dev libcurl4-openssl-dev libdeflate-dev libexpected-dev libfmt-dev libical-dev libkainjow-mustache-dev
  libmagic-dev libpugixml-dev libqrencode-dev libsodium-dev libspdlog-dev libssl-dev libstemmer-dev libtomlplusplus-dev libvips-dev
  libzip-dev weasyprint)
test_packages=(chromium default-jre-headless fonts-dejavu-core)
bench_packages=(nginx-light wrk)

main() {
  local wanted=("${run_packages[@]}")
  case "$purpose" in
    run) ;;
    test) wanted+=("${test_packages[@]}") ;;
    bench) wanted+=("${bench_packages[@]}") ;;
    *) echo "Usage: deploy/install-deps.sh [run|test|bench]" >&2; exit 2 ;;
  esac
  install_packages "${wanted[@]}"
  install_node_modules
}

install_packages() {
  local missing=() package
  for package in "$@"; do
    is_present "$package" || missing+=("$package")
  done
  has_node || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if [ ${#missing[@]} -eq 0 ] && [ -n "$(installed_boost)" ]; then return; fi

  echo "Installing Debian packages: ${missing[*]:-} Boost" >&2
  as_root apt-get update -qq
  if [ -z "$(installed_boost)" ]; then
    local boost
    boost="$(available_boost)"
    [ -n "$boost" ] || fail "No Boost >= 1.81 among this system's packages: Debian 12 or newer is needed."
    missing+=("libboost$boost-dev" "libboost-json$boost-dev" "libboost-url$boost-dev")
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
  has_node || fail "Node 18 or newer is needed, $(node --version 2>/dev/null || echo none) was found."
}

# nginx-light and nginx are as good as each other, and a wrk, a Java or a Chromium of another origin does as well.
is_present() {
  case "$1" in
    nginx-light) [ -x /usr/sbin/nginx ] ;;
    default-jre-headless) command -v java >/dev/null ;;
    chromium | wrk | ccache | cmake | git | mold | g++) command -v "$1" >/dev/null ;;
    ninja-build) command -v ninja >/dev/null ;;
    *) is_installed "$1" ;;
  esac
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

has_node() {
  command -v node >/dev/null && node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)'
}

# Boost's packages carry their version: 1.81 in Debian 12 (its default, 1.74, has no Boost.URL), 1.83 in Debian 13.
installed_boost() {
  dpkg-query -W -f='${db:Status-Status} ${Package}\n' 'libboost-url*-dev' 2>/dev/null |
    sed -n 's/^installed libboost-url\([0-9.]\+\)-dev$/\1/p' | while read -r version; do
      if is_installed "libboost$version-dev" && is_installed "libboost-json$version-dev"; then echo "$version"; fi
    done | head -n 1
}

available_boost() {
  apt-cache pkgnames libboost-url | sed -n 's/^libboost-url\([0-9.]\+\)-dev$/\1/p' | sort -V | head -n 1
}

# node_modules is made anew only when a lock file or a manifest changed since it was made.
install_node_modules() {
  local stamp=node_modules/.clocher-stamp state
  state="$(cat package-lock.json package.json .npmrc admin-ui/package.json tests/browser/package.json 2>/dev/null |
    sha256sum || true)"
  if [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then return; fi
  echo "Installing npm packages" >&2
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  printf '%s\n' "$state" >"$stamp"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

fail() {
  echo "$1" >&2
  exit 1
}

main
