// What the first screen says remains to be done, and what has gone stale.
#include "tenants/site/overview.hpp"

#include "tenants/site/content.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Desk {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Id<Content> news(const std::string& title, bool is_featured, std::optional<Instant> expires_at = {}) {
    ContentText text{.title = title, .summary = "", .body_markdown = "Bonjour.", .blocks = {}, .details = {{"featured", is_featured}}};
    const auto made = create_content(*tenant, claire, {ContentKind::news, "", text}, world.now()).value();
    const auto saved = save_content(*tenant, claire, {made.id, text, expires_at, made.revision}, world.now()).value();
    REQUIRE(publish(*tenant, claire, made.id, saved.revision, world.now()));
    return made.id;
  }
  std::vector<std::string> stale() {
    std::vector<std::string> lines;
    tenant->read([&](db::ReadTx& tx) {
      for (const Stale& each : stale_contents(tx, read_profile(tx), world.now()))
        if (each.key.starts_with("featured")) lines.push_back(std::string(each.key) + " " + each.name);
    });
    return lines;
  }
  bool is_done(std::string_view key, std::string_view platform_host = "") {
    return tenant->read([&](db::ReadTx& tx) {
      const auto checks = setup_checks(tx, read_profile(tx), platform_host);
      return std::ranges::find(checks, key, &Check::key)->is_done;
    });
  }
};

}  // namespace

TEST_CASE("a headline of two months ago is named, a newer one and plain news are not") {
  Desk desk;
  desk.news("Four à pain", true);
  desk.news("Travaux", false);
  CHECK(desk.stale().empty());
  desk.world.clock.advance(61 * one_day);
  desk.news("Vœux du maire", true);
  CHECK(desk.stale() == std::vector<std::string>{"featured Four à pain"});
}

TEST_CASE("a headline that has left the site is named as such") {
  Desk desk;
  desk.news("Repas des aînés", true, desk.world.now() + one_day);
  CHECK(desk.stale().empty());
  desk.world.clock.advance(2 * one_day);
  CHECK(desk.stale() == std::vector<std::string>{"featured_expired Repas des aînés"});
}

TEST_CASE("the host is asked of the town hall only while the platform does not say it") {
  Desk desk;
  CHECK_FALSE(desk.is_done("host"));
  CHECK(desk.is_done("host", "Syndicat informatique"));
  CHECK_FALSE(desk.is_done("first_steps"));
  CHECK(desk.is_done("credits"));
  CHECK(desk.is_done("accent"));
}

TEST_CASE("a colour that an older version accepted and that is not read well is to be chosen again") {
  Desk desk;
  desk.tenant->write([](db::Tx& tx) { tx.run("UPDATE profile SET accent = 'ffd700' WHERE id = 1"); });
  CHECK_FALSE(desk.is_done("accent"));
}
