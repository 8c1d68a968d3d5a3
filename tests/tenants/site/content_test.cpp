// Pages and news: revisions, conflicts, publication.
#include "tenants/site/content.hpp"

#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Site {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Content create(std::string title = "Fête du village", ContentKind kind = ContentKind::news,
                 std::string section = "") {
    auto made =
        create_content(*tenant, claire, {kind, std::move(section), {std::move(title), "Résumé", "Texte"}}, world.now());
    REQUIRE(made);
    return std::move(*made);
  }
  Result<Content> save(const Content& content, std::string body, std::int64_t base,
                       std::optional<Instant> expires = std::nullopt) {
    return save_content(*tenant, claire,
                        {content.id, {content.text.title, content.text.summary, std::move(body)}, expires, base},
                        world.now());
  }
  std::optional<Content> seen(std::string_view slug, Instant now) {
    return tenant->read([&](db::ReadTx& tx) { return find_published(tx, ContentKind::news, "actualites", slug, now); });
  }
};

}  // namespace

TEST_CASE("a new content is a draft that no resident sees") {
  Site site;
  const Content content = site.create();
  CHECK(content.slug == "fete-du-village");
  CHECK(content.section == "actualites");
  CHECK(content.revision == 1);
  CHECK_FALSE(content.published_revision);
  CHECK_FALSE(site.seen(content.slug, site.world.now()));
}

TEST_CASE("two contents with one title get two addresses, and a deleted one frees its own") {
  Site site;
  const Content first = site.create();
  CHECK(site.create().slug == "fete-du-village-2");
  REQUIRE(remove_content(*site.tenant, claire, first.id, site.world.now()));
  CHECK(site.create().slug == "fete-du-village");
}

TEST_CASE("a title without letters still gets an address") {
  Site site;
  CHECK(site.create("!!!").slug == "page");
}

TEST_CASE("saving makes the next revision and saving the same again makes none") {
  Site site;
  const Content content = site.create();
  CHECK(site.save(content, "Texte 2", 1)->revision == 2);
  CHECK(site.save(content, "Texte 2", 2)->revision == 2);
  CHECK(site.save(content, "Texte 2", 1)->revision == 2);  // the same words from an older base: nothing to lose
  const auto revisions = site.tenant->read([&](db::ReadTx& tx) { return revisions_of(tx, content.id); });
  REQUIRE(revisions.size() == 2);
  CHECK(revisions.front().number == 2);
  CHECK(revisions.front().author == "Claire Morel");
}

TEST_CASE("what one person saves within ten minutes is one revision, unless residents read it") {
  Site site;
  const Content content = site.create();
  const auto numbers = [&] {
    std::vector<std::int64_t> list;
    for (const Revision& revision : site.tenant->read([&](db::ReadTx& tx) { return revisions_of(tx, content.id); }))
      list.push_back(revision.number);
    return list;
  };
  REQUIRE(site.save(content, "a", 1));
  REQUIRE(site.save(content, "ab", 2));
  CHECK(numbers() == std::vector<std::int64_t>{3, 1});
  REQUIRE(publish(*site.tenant, claire, content.id, 3, site.world.now()));
  REQUIRE(site.save(content, "abc", 3));
  CHECK(numbers() == std::vector<std::int64_t>{4, 3, 1});
  site.world.clock.advance(11 * one_minute);
  REQUIRE(site.save(content, "abcd", 4));
  CHECK(numbers() == std::vector<std::int64_t>{5, 4, 3, 1});
}

TEST_CASE("whoever saves over somebody else's revision is told and neither text is lost") {
  Site site;
  const Content content = site.create();
  REQUIRE(site.save(content, "d’Anne", 1));
  const auto conflict = site.save(content, "de Claire", 1, site.world.now() + one_day);
  REQUIRE_FALSE(conflict);
  CHECK(conflict.error().kind == ErrorKind::conflict);
  CHECK(conflict.error().key == "edit.conflict");
  const auto kept = site.tenant->read([&](db::ReadTx& tx) { return find_content(tx, content.id); });
  CHECK(kept->text.body_markdown == "d’Anne");
  CHECK_FALSE(kept->expires_at);
}

TEST_CASE("residents go on reading the published revision while the next one is written") {
  Site site;
  const Content content = site.create();
  REQUIRE(publish(*site.tenant, claire, content.id, 1, site.world.now()));
  REQUIRE(site.save(content, "En cours", 1));
  CHECK(site.seen(content.slug, site.world.now())->text.body_markdown == "Texte");
  REQUIRE(publish(*site.tenant, claire, content.id, 2, site.world.now() + 10));
  CHECK(site.seen(content.slug, site.world.now())->text.body_markdown == "En cours");
  CHECK(site.seen(content.slug, site.world.now())->published_at == site.world.now());
}

TEST_CASE("publishing twice writes one line in the journal, an unknown revision none") {
  Site site;
  const Content content = site.create();
  REQUIRE(publish(*site.tenant, claire, content.id, 1, site.world.now()));
  REQUIRE(publish(*site.tenant, claire, content.id, 1, site.world.now()));
  CHECK(publish(*site.tenant, claire, content.id, 2, site.world.now()).error().fields.at(0).key == "content.revision");
  CHECK(publish(*site.tenant, claire, {9999}, 1, site.world.now()).error().kind == ErrorKind::not_found);
  const auto events = site.tenant->read([&](db::ReadTx& tx) { return events_of(tx, {"content", content.id.value}); });
  CHECK(events.size() == 2);
}

TEST_CASE("an expired content is no longer shown from that second on") {
  Site site;
  const Content content = site.create();
  REQUIRE(publish(*site.tenant, claire, content.id, 1, site.world.now()));
  REQUIRE(site.save(content, "Texte", 1, site.world.now() + 60));
  CHECK(site.seen(content.slug, site.world.now() + 59));
  CHECK_FALSE(site.seen(content.slug, site.world.now() + 60));
}

TEST_CASE("an unpublished or deleted content is not shown, its revisions stay") {
  Site site;
  const Content content = site.create();
  REQUIRE(publish(*site.tenant, claire, content.id, 1, site.world.now()));
  REQUIRE(unpublish(*site.tenant, claire, content.id, site.world.now()));
  REQUIRE(unpublish(*site.tenant, claire, content.id, site.world.now()));
  CHECK_FALSE(site.seen(content.slug, site.world.now()));
  REQUIRE(publish(*site.tenant, claire, content.id, 1, site.world.now()));
  REQUIRE(remove_content(*site.tenant, claire, content.id, site.world.now()));
  CHECK_FALSE(site.seen(content.slug, site.world.now()));
  CHECK(site.save(content, "x", 1).error().kind == ErrorKind::not_found);
  CHECK(remove_content(*site.tenant, claire, content.id, site.world.now()).error().kind == ErrorKind::not_found);
  CHECK(site.tenant->read([&](db::ReadTx& tx) { return revisions_of(tx, content.id); }).size() == 1);
}

TEST_CASE("a content without title, too long or in no section is refused") {
  Site site;
  const auto refused = [&](ContentKind kind, std::string section, ContentText text) {
    const auto made =
        create_content(*site.tenant, claire, {kind, std::move(section), std::move(text)}, site.world.now());
    REQUIRE_FALSE(made);
    return made.error().fields.at(0).field;
  };
  CHECK(refused(ContentKind::news, "", {"  ", "", ""}) == "title");
  CHECK(refused(ContentKind::news, "", {std::string(161, 'a'), "", ""}) == "title");
  CHECK(refused(ContentKind::news, "", {"T", std::string(401, 'a'), ""}) == "summary");
  CHECK(refused(ContentKind::news, "", {"T", "", std::string(100'001, 'a')}) == "body_markdown");
  CHECK(refused(ContentKind::page, "actualites", {"T", "", ""}) == "section");
  CHECK(refused(ContentKind::page, "../etc", {"T", "", ""}) == "section");
}

TEST_CASE("news come newest first") {
  Site site;
  const Content old = site.create("Ancienne");
  const Content young = site.create("Récente");
  REQUIRE(publish(*site.tenant, claire, old.id, 1, site.world.now() + 10));
  REQUIRE(publish(*site.tenant, claire, young.id, 1, site.world.now() + 20));
  const auto news = site.tenant->read(
      [&](db::ReadTx& tx) { return list_published(tx, ContentKind::news, "actualites", site.world.now() + 30); });
  REQUIRE(news.size() == 3);  // with the seed's welcome
  CHECK(news[0].text.title == "Récente");
  CHECK(news[1].text.title == "Ancienne");
}
