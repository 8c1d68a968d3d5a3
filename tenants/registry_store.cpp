// All SQL on registry.db.
#include "tenants/registry_store.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace clocher::tenants {
namespace {

constexpr std::array<std::pair<CommuneState, std::string_view>, 5> state_names = {
    {{CommuneState::requested, "requested"},
     {CommuneState::created, "created"},
     {CommuneState::migrated, "migrated"},
     {CommuneState::seeded, "seeded"},
     {CommuneState::ready, "ready"}}};

CommuneRecord read_commune(const db::Row& row) {
  return {row.text(0), row.text(1),    row.text(2),         parse_commune_state(row.text(3)), row.text(4), row.text(5),
          row.text(6), row.integer(7), row.maybe_instant(8)};
}

}  // namespace

std::string_view to_string(CommuneState state) {
  for (const auto& [known, name] : state_names) {
    if (known == state) return name;
  }
  throw std::logic_error("registry: unnamed commune state");
}

CommuneState parse_commune_state(std::string_view text) {
  for (const auto& [state, name] : state_names) {
    if (name == text) return state;
  }
  throw std::logic_error("registry: unknown commune state " + std::string(text));
}

namespace registry_store {

void insert_commune(db::Tx& tx, const CommuneRecord& commune, Instant now) {
  tx.run(
      "INSERT INTO commune (insee, name, state, department, epci_siren, epci_name, population, requested_at) "
      "VALUES (?, ?, 'requested', ?, ?, ?, ?, ?)",
      commune.insee, commune.name, commune.department, commune.epci_siren, commune.epci_name, commune.population, now);
  tx.run("INSERT INTO host (host, insee, is_canonical, created_at) VALUES (?, ?, 1, ?)", commune.host, commune.insee,
         now);
}

void set_state(db::Tx& tx, std::string_view insee, CommuneState state, Instant now) {
  const std::optional<Instant> ready_at = state == CommuneState::ready ? std::optional(now) : std::nullopt;
  tx.run("UPDATE commune SET state = ?, ready_at = ? WHERE insee = ?", to_string(state), ready_at, insee);
}

void set_suspended(db::Tx& tx, std::string_view insee, std::optional<Instant> at) {
  tx.run("UPDATE commune SET suspended_at = ? WHERE insee = ?", at, insee);
}

void delete_commune(db::Tx& tx, std::string_view insee) { tx.run("DELETE FROM commune WHERE insee = ?", insee); }

void insert_host(db::Tx& tx, std::string_view host, std::string_view insee, Instant now) {
  tx.run("INSERT INTO host (host, insee, is_canonical, created_at) VALUES (?, ?, 0, ?)", host, insee, now);
}

void upsert_epci(db::Tx& tx, std::string_view siren, std::string_view name, Instant now) {
  tx.run(
      "INSERT INTO epci (siren, name, created_at) VALUES (?, ?, ?) ON CONFLICT (siren) DO UPDATE SET name = "
      "excluded.name",
      siren, name, now);
}

std::vector<CommuneRecord> list_communes(db::ReadTx& tx) {
  return tx.all(
      "SELECT c.insee, c.name, h.host, c.state, c.department, c.epci_siren, c.epci_name, c.population, c.suspended_at "
      "FROM commune c JOIN host h ON h.insee = c.insee AND h.is_canonical = 1 ORDER BY c.name, c.insee",
      read_commune);
}

std::optional<CommuneRecord> find_commune(db::ReadTx& tx, std::string_view insee) {
  return tx.one(
      "SELECT c.insee, c.name, h.host, c.state, c.department, c.epci_siren, c.epci_name, c.population, c.suspended_at "
      "FROM commune c JOIN host h ON h.insee = c.insee AND h.is_canonical = 1 WHERE c.insee = ?",
      read_commune, insee);
}

std::optional<std::string> find_insee_by_host(db::ReadTx& tx, std::string_view host) {
  return tx.one(
      "SELECT insee FROM host WHERE host = ?", [](const db::Row& row) { return row.text(0); }, host);
}

std::vector<Host> hosts_of(db::ReadTx& tx, std::string_view insee) {
  return tx.all(
      "SELECT host, insee FROM host WHERE insee = ? ORDER BY host",
      [](const db::Row& row) {
        return Host{row.text(0), row.text(1)};
      },
      insee);
}

std::vector<ServedHost> list_served_hosts(db::ReadTx& tx) {
  return tx.all(
      "SELECT h.host, h.insee, c.suspended_at IS NOT NULL FROM host h JOIN commune c ON c.insee = h.insee "
      "WHERE c.state = 'ready' ORDER BY h.host",
      [](const db::Row& row) {
        return ServedHost{row.text(0), row.text(1), row.boolean(2)};
      });
}

}  // namespace registry_store
}  // namespace clocher::tenants
