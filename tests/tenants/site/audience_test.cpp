// Sums of pages shown, by day.
#include "tenants/site/audience.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

constexpr Date today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

Date before(int days) { return std::chrono::sys_days(today) - std::chrono::days(days); }

Audience read(Tenant& tenant, int days) {
  return tenant.read([&](db::ReadTx& tx) { return read_audience(tx, today, days); });
}

}  // namespace

TEST_CASE("views add up by day and by page, and every day of the period is there") {
  TenantWorld world;
  const auto tenant = world.commune();
  add_page_views(*tenant, today, {{"/", 3}, {"/agenda", 1}});
  add_page_views(*tenant, today, {{"/", 2}});
  add_page_views(*tenant, before(6), {{"/agenda", 10}});
  const Audience week = read(*tenant, 7);
  REQUIRE(week.days.size() == 7);
  CHECK(week.days.front().day == before(6));
  CHECK(week.days.front().views == 10);
  CHECK(week.days[3].views == 0);
  CHECK(week.days.back().views == 6);
  CHECK(week.total == 16);
  REQUIRE(week.pages.size() == 2);
  CHECK(week.pages[0].path == "/agenda");
  CHECK(week.pages[0].views == 11);
}

TEST_CASE("the period before is told apart") {
  TenantWorld world;
  const auto tenant = world.commune();
  add_page_views(*tenant, before(7), {{"/", 4}});
  add_page_views(*tenant, before(13), {{"/", 1}});
  add_page_views(*tenant, before(14), {{"/", 100}});
  CHECK(read(*tenant, 7).total == 0);
  CHECK(read(*tenant, 7).total_before == 5);
}

TEST_CASE("one commune's readers are not another's") {
  TenantWorld world;
  add_page_views(*world.commune(), today, {{"/", 4}});
  CHECK(read(*world.commune(second_insee), 7).total == 0);
}

TEST_CASE("sums are forgotten after twenty-five months") {
  TenantWorld world;
  const auto tenant = world.commune();
  add_page_views(*tenant, before(761), {{"/", 1}});
  add_page_views(*tenant, before(760), {{"/", 1}});
  CHECK(purge_audience(*tenant, test_start) == 1);
}

TEST_CASE("writing sums down leaves cached pages fresh") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto generation = tenant->generation();
  add_page_views(*tenant, today, {{"/", 1}});
  CHECK(tenant->generation() == generation);
}
