// A commune and the space of its intercommunality, which is spread by hand.
#pragma once

#include "tenants/provisioning.hpp"
#include "tenants/sharing/shared.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <utility>

namespace clocher::test {

inline constexpr const char* mans_metropole = "247200132";  // Mulsanne is one of its communes

struct Neighbours {
  TenantWorld world;
  tenants::TenantHandle commune = world.commune();
  tenants::TenantHandle space;

  Neighbours() {
    REQUIRE(tenants::open_epci_space(world.provisioning(), mans_metropole, ""));
    space = world.registry().open(mans_metropole).value();
  }

  tenants::Content publish(tenants::ContentText text, tenants::ContentKind kind = tenants::ContentKind::news,
                           std::string_view section = "") {
    const auto made =
        tenants::create_published(*space, claire, {kind, std::string(section), std::move(text)}, world.now());
    REQUIRE(made);
    return *made;
  }
  void spread() { tenants::receive(*commune, tenants::offer_of(*space, world.now()), space->files(), world.now()); }
  void accept_all() {
    REQUIRE(tenants::set_policy(*commune, claire, mans_metropole, tenants::SharingPolicy::accept, world.now()));
  }
};

}  // namespace clocher::test
