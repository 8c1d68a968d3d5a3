// Communes without HTTP: a registry in a temporary folder, the real seed and words, a clock that tests move.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/migrations.hpp"
#include "tenants/provisioning.hpp"
#include "tenants/registry.hpp"
#include "tenants/seed.hpp"
#include "tenants/texts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

// 24 novembre 2026 à 10 h 32 in France.
inline constexpr Instant test_start{1795512720};

inline constexpr const char* first_insee = "72213";
inline constexpr const char* second_insee = "72296";

class TenantWorld {
 public:
  explicit TenantWorld(std::size_t open_communes = 200);

  // The commune, provisioned when it is not there yet. Throws std::runtime_error when it cannot be had.
  [[nodiscard]] tenants::TenantHandle commune(std::string_view insee = first_insee);
  // As after a stop and a start of the program: everything is read from the disk again.
  void restart();

  [[nodiscard]] tenants::Registry& registry() { return *registry_; }
  [[nodiscard]] tenants::Texts texts() const { return {views_, catalogue_}; }
  [[nodiscard]] const tenants::Seed& seed() const { return seed_; }
  [[nodiscard]] tenants::ProvisioningTools provisioning();
  [[nodiscard]] const std::string& data_dir() const { return folder_.path(); }
  [[nodiscard]] Instant now() const { return clock.now(); }

  ManualClock clock{test_start};

 private:
  TemporaryFolder folder_;
  std::size_t open_communes_;
  view::Views views_;
  view::Catalogue catalogue_;
  tenants::Seed seed_;
  std::unique_ptr<tenants::Registry> registry_;
};

// The migrations that the program carries: "registry" or "commune".
[[nodiscard]] std::vector<db::Migration> shipped_migrations(std::string_view kind);

}  // namespace clocher::test
