// What can be found in a commune, and what must not be.
#include "tenants/search/site_search.hpp"

#include "tenants/search/ranking.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

using Titles = std::vector<std::string>;

struct SearchWorld {
  TenantWorld world;
  TenantHandle handle = world.commune();
  Tenant& tenant = *handle;
  sheets::Store sheets{world.data_dir() + "/sheets.db", shipped_migrations("sheets"), world.clock};
  SiteSearch search{[this](std::string_view insee) { return world.registry().folder_of(insee); }, sheets,
                    world.data_dir() + "/sheets-search.db"};

  SearchResults ask(std::string_view text, std::string_view kind = "", std::size_t page = 1) {
    return search.search(tenant, {std::string(text), std::string(kind), page}, world.now());
  }
  Titles titles(std::string_view text) {
    Titles titles;
    for (const Found& result : ask(text).items) titles.push_back(result.title);
    return titles;
  }
  Content create(std::string title, ContentKind kind = ContentKind::news, std::string body = "Un texte.",
                 json::Object details = {}) {
    const std::string section = kind == ContentKind::page ? "vivre-ici" : "";
    auto made = create_content(
        tenant, claire, {kind, section, {std::move(title), "", std::move(body), {}, std::move(details)}}, world.now());
    REQUIRE(made);
    return *made;
  }
  Content published(std::string title, ContentKind kind = ContentKind::news, std::string body = "Un texte.",
                    json::Object details = {}) {
    const Content made = create(std::move(title), kind, std::move(body), std::move(details));
    auto shown = tenants::publish(tenant, claire, made.id, made.revision, world.now());
    REQUIRE(shown);
    return *shown;
  }
};

}  // namespace

TEST_CASE("a draft is not found, published it is, withdrawn it is not") {
  SearchWorld site;
  const Content draft = site.create("Trampoline");
  CHECK(site.titles("trampoline").empty());
  REQUIRE(publish(site.tenant, claire, draft.id, 1, site.world.now()));
  CHECK(site.titles("trampoline") == Titles{"Trampoline"});
  REQUIRE(unpublish(site.tenant, claire, draft.id, site.world.now()));
  CHECK(site.titles("trampoline").empty());
}

TEST_CASE("what is in the bin is not found") {
  SearchWorld site;
  const Content content = site.published("Trampoline");
  CHECK(site.titles("trampoline").size() == 1);
  REQUIRE(remove_content(site.tenant, claire, content.id, site.world.now()));
  CHECK(site.titles("trampoline").empty());
}

TEST_CASE("the changes that are not published yet are not found") {
  SearchWorld site;
  const Content content = site.published("Trampoline");
  REQUIRE(save_content(site.tenant, claire,
                       {content.id, {"Toboggan", "", "Un secret."}, std::nullopt, content.revision}, site.world.now()));
  CHECK(site.titles("toboggan").empty());
  CHECK(site.titles("secret").empty());
  CHECK(site.titles("trampoline") == Titles{"Trampoline"});
}

TEST_CASE("what expires is found until then, although nobody writes") {
  SearchWorld site;
  const Content content = site.create("Trampoline");
  REQUIRE(save_content(site.tenant, claire, {content.id, content.text, site.world.now() + 100, 1}, site.world.now()));
  const auto saved = site.tenant.read([&](db::ReadTx& tx) { return find_content(tx, content.id); });
  REQUIRE(publish(site.tenant, claire, content.id, saved->revision, site.world.now()));
  CHECK(site.titles("trampoline").size() == 1);
  site.world.clock.advance(100);
  CHECK(site.titles("trampoline").empty());
}

TEST_CASE("what is planned is found from its hour on, although nobody writes") {
  SearchWorld site;
  const Content content = site.create("Trampoline");
  REQUIRE(publish(site.tenant, claire, content.id, 1, site.world.now(), site.world.now() + 100));
  CHECK(site.titles("trampoline").empty());
  site.world.clock.advance(100);
  CHECK(site.titles("trampoline") == Titles{"Trampoline"});
}

TEST_CASE("an event is found by its place and dated by its next time") {
  SearchWorld site;
  site.published("Kermesse", ContentKind::event, "Des jeux.",
                 {{"starts", "2026-12-05T18:00"}, {"ends", "2026-12-05T20:00"}, {"place", "Gymnase des Tilleuls"}});
  const SearchResults answer = site.ask("gymnase des tilleuls");
  REQUIRE(answer.items.size() == 1);
  CHECK(answer.items[0].kind == "event");
  CHECK(answer.items[0].address == "/agenda/kermesse");
  CHECK(to_local(answer.items[0].updated_at).date == parse_iso_date("2026-12-05"));
}

TEST_CASE("records of the directory are found, hidden and binned ones are not") {
  SearchWorld site;
  const auto shown =
      create_entry(site.tenant, claire, DirectoryKind::associations, {.name = "Club de trampoline"}, site.world.now());
  REQUIRE(shown);
  REQUIRE(create_entry(site.tenant, claire, DirectoryKind::associations,
                       {.name = "Trampoline secret", .is_visible = false}, site.world.now()));
  CHECK(site.titles("trampoline") == Titles{"Club de trampoline"});
  REQUIRE(bin_entry(site.tenant, claire, shown->id, site.world.now()));
  CHECK(site.titles("trampoline").empty());
}

TEST_CASE("the procedures and pages of a new commune are found") {
  SearchWorld site;
  CHECK(site.titles("acte de naissance").at(0) == "Demande de copie d’acte d’état civil");
  CHECK_FALSE(site.titles("conseil municipal").empty());
}

TEST_CASE("a write that changes nothing public indexes nothing again") {
  SearchWorld site;
  site.published("Trampoline");
  CHECK(site.titles("trampoline").size() == 1);
  const auto commits = site.tenant.database().commits();
  CHECK(site.titles("trampoline").size() == 1);
  CHECK(site.tenant.database().commits() == commits);
}

TEST_CASE("an index made by an earlier run is corrected before it answers") {
  SearchWorld site;
  const Content content = site.published("Trampoline");
  CHECK(site.titles("trampoline").size() == 1);
  TemporaryFolder other;
  std::filesystem::copy_file(site.world.registry().folder_of(first_insee) + "/search.db", other.path() + "/search.db");
  REQUIRE(remove_content(site.tenant, claire, content.id, site.world.now()));
  SiteSearch later([&](std::string_view) { return other.path(); }, site.sheets, other.path() + "/sheets-search.db");
  CHECK(later.search(site.tenant, {"trampoline"}, site.world.now()).items.empty());
}

TEST_CASE("two communes with equal addresses find each its own") {
  SearchWorld site;
  const TenantHandle other = site.world.commune(second_insee);
  for (const auto& [tenant, body] :
       {std::pair{&site.tenant, "Le trampoline rouge."}, std::pair{other.get(), "Le trampoline bleu."}}) {
    const auto made = create_content(*tenant, claire, {ContentKind::news, "", {"Jeux", "", body}}, site.world.now());
    REQUIRE(made);
    REQUIRE(publish(*tenant, claire, made->id, 1, site.world.now()));
  }
  const auto count = [&](Tenant& tenant, const char* words) {
    return site.search.search(tenant, {words}, site.world.now()).total;
  };
  CHECK(count(site.tenant, "\"trampoline rouge\"") == 1);
  CHECK(count(site.tenant, "bleu") == 0);
  CHECK(count(*other, "\"trampoline rouge\"") == 0);
  CHECK(count(*other, "bleu") == 1);
}

TEST_CASE("facets count all kinds whatever kind is shown, and pages hold ten") {
  SearchWorld site;
  for (int i = 0; i < 12; ++i) site.published("Trampoline " + std::to_string(i));
  site.published("Trampoline du parc", ContentKind::page);
  const SearchResults all = site.ask("trampoline");
  CHECK(all.total == 13);
  CHECK(all.items.size() == 10);
  CHECK(site.ask("trampoline", "", 2).items.size() == 3);
  CHECK(site.ask("trampoline", "", 3).items.empty());
  const SearchResults pages = site.ask("trampoline", "page");
  CHECK(pages.total == 1);
  REQUIRE(pages.kinds.size() == 2);
  CHECK(pages.kinds[0].second + pages.kinds[1].second == 13);
}

TEST_CASE("without a document that has all words, those that have some are found") {
  SearchWorld site;
  site.published("Trampoline");
  const SearchResults answer = site.ask("trampoline galactique");
  CHECK(answer.is_partial);
  CHECK(answer.items.at(0).title == "Trampoline");
}

TEST_CASE("a corrected word says so, and what was typed can be kept") {
  SearchWorld site;
  site.published("Trampoline");
  CHECK(site.ask("tranpoline").corrected == "trampoline");
  CHECK(site.ask("tranpoline").items.at(0).title == "Trampoline");
  const SearchResults typed =
      site.search.search(site.tenant, {.text = "tranpoline", .spelling = Ask::Spelling::literal}, site.world.now());
  CHECK(typed.corrected.empty());
  CHECK(typed.total == 0);
}

TEST_CASE("the words of a missing address propose pages, at most so many, and names of files nothing") {
  SearchWorld site;
  for (int i = 0; i < 8; ++i) site.published("Trampoline " + std::to_string(i));
  CHECK(site.search.suggest(site.tenant, "/loisirs/trampoline", 5, site.world.now()).size() == 5);
  CHECK(site.search.suggest(site.tenant, "/trampoline.php", 5, site.world.now()).empty());
  CHECK(site.search.suggest(site.tenant, "/trampoline/" + std::string(500, 'a'), 5, site.world.now()).empty());
  CHECK(site.search.suggest(site.tenant, "/xyzzy", 5, site.world.now()).empty());
}

TEST_CASE("an alert is found while it stands, neither before nor after") {
  SearchWorld site;
  const std::int64_t now = site.world.now().seconds;
  site.published("Trampoline fermé", ContentKind::alert, "Vent fort.",
                 {{"severity", "vigilance"}, {"starts", now + one_hour}, {"ends", now + 2 * one_hour}});
  CHECK(site.titles("trampoline").empty());
  site.world.clock.advance(one_hour);
  CHECK(site.titles("trampoline") == Titles{"Trampoline fermé"});
  site.world.clock.advance(one_hour);
  CHECK(site.titles("trampoline").empty());
}

TEST_CASE("a passage shows words, not the signs of formatting") {
  SearchWorld site;
  site.published("Jeux", ContentKind::news, "## Le trampoline\n\nUn **grand** [trampoline](/jeux) rouge.");
  const SearchResults results = site.ask("trampoline");
  REQUIRE(results.items.size() == 1);
  std::string passage;
  for (const search::Segment& segment : results.items[0].passage) passage += segment.text;
  CHECK(passage == "Le trampoline Un grand trampoline rouge.");
}
