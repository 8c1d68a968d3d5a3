// What readers say of a page.
#include "tenants/site/feedback.hpp"

#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

constexpr const char* waste = "/vivre-ici/dechets-et-tri";

std::vector<PageFeedback> listed(Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return list_feedback(tx); });
}

std::string complaint(Tenant& tenant, Instant now, std::string_view comment = "Les jours ont changé.") {
  const std::string key = give_verdict(tenant, waste, Verdict::not_useful, now).value();
  REQUIRE(explain_verdict(tenant, key, "outdated", comment, now));
  return key;
}

}  // namespace

TEST_CASE("verdicts are summed by page, the least useful first") {
  TenantWorld world;
  const auto tenant = world.commune();
  REQUIRE(give_verdict(*tenant, "/la-mairie/conseil-municipal", Verdict::useful, test_start));
  REQUIRE(give_verdict(*tenant, waste, Verdict::useful, test_start));
  REQUIRE(give_verdict(*tenant, waste, Verdict::not_useful, test_start));
  const auto pages = tenant->read([](db::ReadTx& tx) { return summarise_feedback(tx, test_start - one_day); });
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].path == waste);
  CHECK(pages[0].useful == 1);
  CHECK(pages[0].not_useful == 1);
  CHECK(tenant->read([](db::ReadTx& tx) { return summarise_feedback(tx, test_start + one_hour); }).empty());
}

TEST_CASE("what is no path of the site is refused") {
  TenantWorld world;
  const auto tenant = world.commune();
  for (const char* path : {"", "vivre-ici", "//ailleurs.example", "/a//b", "/a b", "/\\ailleurs", "/a?b", "/a#b",
                           "/<script>", "/a\"b", "https://ailleurs.example/"}) {
    INFO(path);
    const auto given = give_verdict(*tenant, path, Verdict::useful, test_start);
    REQUIRE_FALSE(given);
    CHECK(given.error().key == "feedback.path");
  }
  CHECK_FALSE(give_verdict(*tenant, "/" + std::string(200, 'a'), Verdict::useful, test_start));
}

TEST_CASE("a reader may say why, once") {
  TenantWorld world;
  const auto tenant = world.commune();
  const std::string key = complaint(*tenant, test_start);
  const auto again = explain_verdict(*tenant, key, "wrong", "Autre chose", test_start);
  REQUIRE_FALSE(again);
  CHECK(again.error().key == "feedback.already");
  REQUIRE(listed(*tenant).size() == 1);
  CHECK(listed(*tenant)[0].reason == "outdated");
  CHECK(listed(*tenant)[0].comment == "Les jours ont changé.");
}

TEST_CASE("an explanation says something, and not too much") {
  TenantWorld world;
  const auto tenant = world.commune();
  const std::string key = give_verdict(*tenant, waste, Verdict::not_useful, test_start).value();
  CHECK(explain_verdict(*tenant, key, "", "  ", test_start).error().fields.at(0).key == "feedback.nothing_said");
  CHECK(explain_verdict(*tenant, key, "bof", "", test_start).error().fields.at(0).key == "feedback.unknown_reason");
  CHECK(explain_verdict(*tenant, key, "", std::string(501, 'x'), test_start).error().fields.at(0).field == "comment");
  CHECK(explain_verdict(*tenant, key, "", std::string(500, 'x'), test_start));
}

TEST_CASE("the key of a verdict works for an hour and only there") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto other = world.commune(second_insee);
  const std::string key = give_verdict(*tenant, waste, Verdict::not_useful, test_start).value();
  const auto found = [&](Tenant& where, Instant now) {
    return where.read([&](db::ReadTx& tx) { return find_feedback(tx, key, now).has_value(); });
  };
  CHECK(found(*tenant, test_start + one_hour - 1));
  CHECK_FALSE(found(*tenant, test_start + one_hour));
  CHECK_FALSE(found(*other, test_start));
  CHECK(explain_verdict(*other, key, "wrong", "", test_start).error().kind == ErrorKind::not_found);
}

TEST_CASE("a flood of verdicts stops at five hundred a day") {
  TenantWorld world;
  const auto tenant = world.commune();
  for (int i = 0; i < 500; ++i) REQUIRE(give_verdict(*tenant, waste, Verdict::useful, test_start));
  CHECK(give_verdict(*tenant, waste, Verdict::useful, test_start).error().kind == ErrorKind::too_many);
  CHECK(give_verdict(*tenant, waste, Verdict::useful, test_start + one_day));
}

TEST_CASE("an agent marks an opinion as handled, and the journal says who") {
  TenantWorld world;
  const auto tenant = world.commune();
  complaint(*tenant, test_start);
  const auto id = listed(*tenant)[0].id;
  REQUIRE(handle_feedback(*tenant, claire, id, test_start + 5));
  REQUIRE(handle_feedback(*tenant, claire, id, test_start + 9));
  CHECK(listed(*tenant)[0].handled_at == test_start + 5);
  CHECK(listed(*tenant)[0].handled_by == "Claire Morel");
  const auto events = tenant->read([&](db::ReadTx& tx) { return events_of(tx, {"page_feedback", id.value}); });
  REQUIRE(events.size() == 1);
  CHECK(events[0].verb == "feedback.handled");
  CHECK(handle_feedback(*tenant, claire, Id<PageFeedback>{999}, test_start).error().kind == ErrorKind::not_found);
}

TEST_CASE("opinions are forgotten after a year") {
  TenantWorld world;
  const auto tenant = world.commune();
  complaint(*tenant, test_start);
  CHECK(purge_feedback(*tenant, test_start + 365 * one_day) == 0);
  CHECK(purge_feedback(*tenant, test_start + 365 * one_day + 1) == 1);
  CHECK(listed(*tenant).empty());
}
