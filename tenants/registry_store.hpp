// All SQL on registry.db.
#pragma once

#include "core/db/database.hpp"
#include "tenants/commune_record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants::registry_store {

struct Host {
  std::string host;
  std::string insee;
};

struct ServedHost {
  std::string host;
  std::string insee;
  bool is_suspended;
};

void insert_commune(db::Tx& tx, const CommuneRecord& commune, Instant now);
void set_state(db::Tx& tx, std::string_view insee, CommuneState state, Instant now);
void set_suspended(db::Tx& tx, std::string_view insee, std::optional<Instant> at);
void delete_commune(db::Tx& tx, std::string_view insee);
void insert_host(db::Tx& tx, std::string_view host, std::string_view insee, Instant now);
void upsert_epci(db::Tx& tx, std::string_view siren, std::string_view name, Instant now);

[[nodiscard]] std::vector<CommuneRecord> list_communes(db::ReadTx& tx);  // by name
[[nodiscard]] std::optional<CommuneRecord> find_commune(db::ReadTx& tx, std::string_view insee);
[[nodiscard]] std::optional<std::string> find_insee_by_host(db::ReadTx& tx, std::string_view host);
[[nodiscard]] std::vector<Host> hosts_of(db::ReadTx& tx, std::string_view insee);
[[nodiscard]] std::vector<ServedHost> list_served_hosts(db::ReadTx& tx);  // of ready communes

}  // namespace clocher::tenants::registry_store
