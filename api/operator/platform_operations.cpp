// Looks, changes nothing.
#include "api/operator/platform_operations.hpp"

#include "api/operator/money_operations.hpp"

#include "core/db/migrations.hpp"
#include "tenants/journal/outbox.hpp"

namespace clocher::api::control {
namespace {

json::Array to_array(const std::vector<std::string>& texts) {
  json::Array array;
  for (const std::string& text : texts) array.emplace_back(text);
  return array;
}

}  // namespace

Result<json::Value> platform_health(Services& services, const json::Object&) {
  json::Object states{{"requested", 0}, {"created", 0}, {"migrated", 0}, {"seeded", 0}, {"ready", 0}};
  std::int64_t suspended = 0;
  const auto communes = services.registry.list();
  for (const tenants::CommuneRecord& commune : communes) {
    states[tenants::to_string(commune.state)].as_int64() += 1;
    suspended += commune.suspended_at ? 1 : 0;
  }
  return json::Object{
      {"communes", static_cast<std::int64_t>(communes.size())},
      {"states", std::move(states)},
      {"suspended", suspended},
      {"open_files", static_cast<std::int64_t>(services.registry.open_count())},
      {"millesime", services.reference.millesime()},
      {"unknown_folders", to_array(tenants::unknown_folders(services.registry, services.config.data_dir))}};
}

Result<json::Value> check_commune(Services& services, const json::Object& input) {
  const auto commune = services.registry.show(json::string_or(input, "insee"));
  if (!commune) return fail(commune.error());
  json::Object answer{
      {"insee", commune->insee}, {"name", commune->name},    {"state", tenants::to_string(commune->state)},
      {"problem", nullptr},      {"altered", json::Array()}, {"failed_mails", 0},
      {"damage", nullptr},    {"money", json::Array()}};
  const auto tenant = services.registry.open(commune->insee);
  if (!tenant) {
    answer["problem"] = tenant.error().key;
    return answer;
  }
  if (const std::string damage = tenants::find_damage(**tenant); !damage.empty()) {
    answer["damage"] = damage;
    return answer;  // what else the file says is not to be believed
  }
  db::Database& database = (*tenant)->database();
  answer["altered"] = to_array(db::altered_migrations(database, services.registry.commune_migrations()));
  answer["failed_mails"] = database.read(
      [](db::ReadTx& tx) { return static_cast<std::int64_t>(tenants::list_outbox(tx, "failed").size()); });
  answer["money"] = money_faults(**tenant);
  return answer;
}

}  // namespace clocher::api::control
