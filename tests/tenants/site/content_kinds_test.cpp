// Blocks, details, planning, the bin and comparisons of contents.
#include "tenants/site/block.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/details.hpp"
#include "tenants/site/event.hpp"
#include "tenants/site/text_diff.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

std::vector<FieldError> block_faults(std::string_view block, Completeness completeness = Completeness::complete) {
  std::vector<FieldError> errors;
  static_cast<void>(read_blocks({json::parse_trusted(block)}, completeness, errors));
  return errors;
}

std::string detail_fault(ContentKind kind, std::string_view text) {
  std::vector<FieldError> errors;
  static_cast<void>(read_details(kind, json::parse_trusted(text), Completeness::complete, errors));
  return errors.empty() ? "" : errors.front().field;
}

struct Site {
  TenantWorld world;
  TenantHandle tenant = world.commune();
  Content news = *create_content(*tenant, claire, {ContentKind::news, "", {"Fête", "", "Texte"}}, world.now());

  std::optional<Content> seen(Instant now) {
    return tenant->read(
        [&](db::ReadTx& tx) { return find_published(tx, ContentKind::news, "actualites", news.slug, now); });
  }
};

}  // namespace

TEST_CASE("a public picture is described or decorative, a draft may wait") {
  CHECK(block_faults(R"({"type":"image","media_id":1})").at(0).field == "blocks.0.alt");
  CHECK(block_faults(R"({"type":"image","media_id":1})").at(0).arguments.at("block") == "Bloc 1 (image)");
  CHECK(block_faults(R"({"type":"image","media_id":1})", Completeness::draft).empty());
  CHECK(block_faults(R"({"type":"image","media_id":1,"decorative":true})").empty());
  CHECK(block_faults(R"({"type":"image","media_id":1,"decorative":true,"alt":"Un pont"})").size() == 1);
}

TEST_CASE("hostile or misspelt blocks are refused in drafts too") {
  for (const char* block :
       {R"({"type":"script"})", R"x({"type":"action","label":"x","url":"javascript:alert(1)"})x",
        R"({"type":"video","url":"data:text/html,x"})", R"({"type":"action","url":"//elsewhere.example"})",
        R"({"type":"text","body_markdown":7})", R"({"type":"text","html":"<b>"})", R"({"type":"image","media_id":-1})",
        R"({"type":"map","latitude":"91"})", R"({"type":"map","longitude":"1;alert"})",
        R"({"type":"gallery","items":{}})", "7", "null", R"({"type":["text"]})"}) {
    INFO(block);
    CHECK_FALSE(block_faults(block, Completeness::draft).empty());
  }
}

TEST_CASE("every block type can be read, shown and put into words, with nothing in it") {
  for (const BlockType* type : block_types()) {
    INFO(type->name);
    std::vector<FieldError> errors;
    const json::Array kept = read_blocks({json::Object{{"type", type->name}}}, Completeness::draft, errors);
    CHECK(errors.empty());
    CHECK(block_views(kept, {}).empty());
    CHECK(block_words(kept).empty());
  }
}

TEST_CASE("details say which property is wrong") {
  const auto event = [](std::string_view text) { return detail_fault(ContentKind::event, text); };
  CHECK(event("{}") == "details.starts");
  CHECK(event(R"({"starts":"2026-12-05T18:30"})").empty());
  CHECK(event(R"({"starts":"2026-13-05T18:30"})") == "details.starts");
  CHECK(event(R"({"starts":"2026-12-05T24:30"})") == "details.starts");
  CHECK(event(R"({"starts":"2026-12-05T18:30","ends":"2026-12-05T18:00"})") == "details.ends");
  CHECK(event(R"({"starts":"2026-12-05","all_day":true,"recurrence":{"every":"week","weekdays":[1]}})") ==
        "details.recurrence.weekdays");
  CHECK(event(R"({"starts":"2026-12-05","all_day":true,"recurrence":{"every":"week","until":"2026-12-31","count":2}})") ==
        "details.recurrence.count");
  CHECK(detail_fault(ContentKind::alert, "{}") == "details.severity");
  CHECK(detail_fault(ContentKind::alert, R"({"severity":"urgence","sections":["ailleurs"]})") == "details.sections");
  CHECK(detail_fault(ContentKind::page, R"({"category":"x"})") == "details.category");
}

TEST_CASE("an evening that repeats is over at its end, whatever the season") {
  const auto event = *parse_event(json::parse_trusted(
      R"({"starts":"2026-10-20T18:00","ends":"2026-10-20T20:00","recurrence":{"every":"week"}})").as_object());
  const Instant from = to_instant({*parse_iso_date("2026-10-20"), 20, 0});
  const auto found = occurrences_of(event, from, from + 15 * one_day, 10);
  REQUIRE(found.size() == 2);
  CHECK(found[0].starts == to_instant({*parse_iso_date("2026-10-27"), 18, 0}));
  CHECK(to_local(found[0].starts).hour == 18);
}

TEST_CASE("a planned revision is read from its moment on, the older one until then") {
  Site site;
  const Instant later = site.world.now() + one_hour;
  REQUIRE(publish(*site.tenant, claire, site.news.id, 1, site.world.now()));
  REQUIRE(save_content(*site.tenant, claire, {site.news.id, {"Fête", "", "Suite"}, {}, 1}, site.world.now()));
  const auto planned = publish(*site.tenant, claire, site.news.id, 2, site.world.now(), later);
  REQUIRE(planned);
  CHECK(state_of(*planned, site.world.now()) == ContentState::scheduled);
  CHECK(state_of(*planned, later) == ContentState::published);
  CHECK(site.seen(later - 1)->text.body_markdown == "Texte");
  CHECK(site.seen(later)->text.body_markdown == "Suite");
}

TEST_CASE("what is planned and then given up never appears") {
  Site site;
  const Instant later = site.world.now() + one_hour;
  REQUIRE(publish(*site.tenant, claire, site.news.id, 1, site.world.now(), later));
  CHECK_FALSE(site.seen(later - 1));
  CHECK(site.seen(later)->published_at == later);
  REQUIRE(unschedule(*site.tenant, claire, site.news.id, site.world.now()));
  CHECK_FALSE(site.seen(later));
}

TEST_CASE("the bin gives back for thirty days, then forgets revisions and all") {
  Site site;
  REQUIRE(remove_content(*site.tenant, claire, site.news.id, site.world.now()));
  purge_bin(*site.tenant, site.world.now() + bin_seconds - 1);
  const auto back = restore_content(*site.tenant, claire, site.news.id, site.world.now());
  REQUIRE(back);
  CHECK(state_of(*back, site.world.now()) == ContentState::draft);
  REQUIRE(remove_content(*site.tenant, claire, site.news.id, site.world.now()));
  purge_bin(*site.tenant, site.world.now() + bin_seconds);
  CHECK_FALSE(restore_content(*site.tenant, claire, site.news.id, site.world.now()));
  CHECK(site.tenant->read([&](db::ReadTx& tx) { return revisions_of(tx, site.news.id); }).empty());
}

TEST_CASE("a comparison gives both texts back and marks words") {
  const auto parts = diff_texts("Le marché est fermé.\nMerci.\n", "Le marché est ouvert.\nMerci.\n");
  std::string before, after;
  for (const DiffPart& part : parts) {
    if (part.kind != DiffKind::added) before += part.text;
    if (part.kind != DiffKind::removed) after += part.text;
  }
  CHECK(before == "Le marché est fermé.\nMerci.\n");
  CHECK(after == "Le marché est ouvert.\nMerci.\n");
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].text == "fermé.");
}
