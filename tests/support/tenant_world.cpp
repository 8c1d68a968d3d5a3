// Wires the parts of tenants/ as api/services.cpp does, without the rest.
#include "tests/support/tenant_world.hpp"

#include "core/http/assets.hpp"
#include "tests/support/french_register.hpp"

#include <stdexcept>

namespace clocher::test {
namespace {

std::vector<tenants::SeedFile> seed_files() {
  std::vector<tenants::SeedFile> files;
  for (const http::Asset& asset : http::embedded_assets()) {
    if (asset.path.starts_with("seed/")) files.push_back({asset.path.substr(5), asset.bytes});
  }
  return files;
}

std::optional<std::string_view> find_view(std::string_view name) {
  const http::Asset* asset = http::find_asset("views/" + std::string(name));
  return asset == nullptr ? std::nullopt : std::optional(asset->bytes);
}

std::unique_ptr<tenants::Registry> open_registry(const std::string& folder, std::size_t open_communes,
                                                 const Clock& clock) {
  return std::make_unique<tenants::Registry>(tenants::RegistryOptions{folder, open_communes, "http", ":8080"},
                                             shipped_migrations("registry"), shipped_migrations("commune"), clock);
}

}  // namespace

std::vector<db::Migration> shipped_migrations(std::string_view kind) {
  const std::string prefix = "migrations/" + std::string(kind) + "/";
  std::vector<db::Migration> migrations;
  for (const http::Asset& asset : http::embedded_assets()) {
    if (asset.path.starts_with(prefix))
      migrations.push_back(db::make_migration(asset.path.substr(prefix.size()), asset.bytes));
  }
  return migrations;
}

TenantWorld::TenantWorld(std::size_t open_communes)
    : open_communes_(open_communes),
      views_(find_view),
      catalogue_(http::find_asset("locales/fr.json")->bytes, view::OnMissing::throws),
      seed_(seed_files()),
      registry_(open_registry(folder_.path(), open_communes, clock)) {}

tenants::ProvisioningTools TenantWorld::provisioning() {
  return {*registry_, tests::french_register(), seed_, "clocher.localhost"};
}

tenants::TenantHandle TenantWorld::commune(std::string_view insee) {
  const auto created = tenants::create_commune(provisioning(), {std::string(insee), "", ""});
  if (!created) throw std::runtime_error("test: no commune: " + created.error().key);
  auto tenant = registry_->open(insee);
  if (!tenant) throw std::runtime_error("test: closed commune: " + tenant.error().key);
  return std::move(*tenant);
}

void TenantWorld::restart() {
  registry_.reset();
  registry_ = open_registry(folder_.path(), open_communes_, clock);
}

}  // namespace clocher::test
