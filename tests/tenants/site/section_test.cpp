// Sections, and pages that move between them.
#include "tenants/site/section.hpp"

#include "core/base/text.hpp"
#include "tenants/site/menu.hpp"
#include "tenants/site/page_place.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Site {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Result<Section> add(std::string title) {
    return create_section(*tenant, claire, {std::move(title), "Un *mot*."}, {"demarches"}, world.now());
  }
  std::string titles() {
    std::string text;
    for (const Section& section : tenant->read([](db::ReadTx& tx) { return list_sections(tx); }))
      text += (text.empty() ? "" : ", ") + section.title;
    return text;
  }
  Section section(std::string_view slug) {
    return *tenant->read([&](db::ReadTx& tx) { return find_section(tx, slug); });
  }
  Content page(std::string title, std::string section) {
    const auto made =
        create_published(*tenant, claire, {ContentKind::page, std::move(section), {std::move(title), "R", "T"}}, world.now());
    REQUIRE(made);
    return *made;
  }
  Result<Content> place(const Content& page, std::string_view section, std::int64_t at) {
    return place_page(*tenant, claire, page.id, section, at, world.now());
  }
  std::string slugs(std::string_view section) {
    std::string text;
    for (const Content& page : tenant->read(
             [&](db::ReadTx& tx) { return list_published(tx, ContentKind::page, section, world.now()); }))
      text += (text.empty() ? "" : ", ") + page.slug;
    return text;
  }
  std::string leads_to(std::string_view section, std::string_view slug) {
    return tenant->read([&](db::ReadTx& tx) { return present_address(tx, section, slug, world.now()); }).value_or("");
  }
  std::string removal(const Section& section) {
    const auto removed = remove_section(*tenant, claire, section.id, world.now());
    return removed ? "removed" : removed.error().key;
  }
};

std::string key_of(const Result<Section>& section) {
  if (section) return "made";
  return section.error().fields.empty() ? section.error().key : section.error().fields.front().key;
}

}  // namespace

TEST_CASE("a commune starts with two sections and adds its own behind them") {
  Site site;
  CHECK(site.titles() == "La mairie, Vivre ici");
  const auto tourism = site.add("Tourisme et loisirs");
  REQUIRE(tourism);
  CHECK(tourism->slug == "tourisme-et-loisirs");
  CHECK(tourism->pages == 0);
  CHECK(site.titles() == "La mairie, Vivre ici, Tourisme et loisirs");
}

TEST_CASE("a section takes no path of the program, of another section, nor one kept for later") {
  Site site;
  CHECK(key_of(site.add("Démarches")) == "section.taken");
  CHECK(key_of(site.add("La mairie")) == "section.taken");
  CHECK(key_of(site.add("Recherche")) == "section.taken");
  CHECK(key_of(site.add("!!!")) == "section.title");
  CHECK(key_of(site.add(std::string(31, 'a'))) == "input.too_long");
  CHECK(site.titles() == "La mairie, Vivre ici");
}

TEST_CASE("there are eight sections at most") {
  Site site;
  for (int i = 3; i <= 8; ++i) REQUIRE(site.add("Rubrique " + std::to_string(i)));
  CHECK(key_of(site.add("Rubrique 9")) == "section.too_many");
}

TEST_CASE("a section that is renamed keeps its path") {
  Site site;
  const auto saved = save_section(*site.tenant, claire, site.section("vivre-ici").id, {"Au quotidien", "Bonjour"},
                                  site.world.now());
  REQUIRE(saved);
  CHECK(saved->slug == "vivre-ici");
  CHECK(site.titles() == "La mairie, Au quotidien");
}

TEST_CASE("sections stand in the order that is given, and those left out behind") {
  Site site;
  const auto third = site.add("Enfance");
  REQUIRE(order_sections(*site.tenant, claire, {third->id, site.section("vivre-ici").id}, site.world.now()));
  CHECK(site.titles() == "Enfance, Vivre ici, La mairie");
  CHECK_FALSE(order_sections(*site.tenant, claire, {third->id, third->id}, site.world.now()));
  CHECK_FALSE(order_sections(*site.tenant, claire, {{999}}, site.world.now()));
  CHECK(site.titles() == "Enfance, Vivre ici, La mairie");
}

TEST_CASE("only an empty section that the menu does not show can be removed") {
  Site site;
  const auto enfance = site.add("Enfance");
  const Content page = site.page("Crèche", "enfance");
  CHECK(site.removal(*enfance) == "section.has_pages");
  REQUIRE(site.place(page, "vivre-ici", 1));
  REQUIRE(save_menu(*site.tenant, claire, {{"Accueil", "/"}, {"Enfance", "/enfance"}}, site.world.now()));
  CHECK(site.removal(*enfance) == "section.in_menu");
  static_cast<void>(reset_menu(*site.tenant, claire, site.world.now()));
  CHECK(site.removal(*enfance) == "removed");
  CHECK(site.removal(*enfance) == "section.not_found");
  CHECK(site.titles() == "La mairie, Vivre ici");
}

TEST_CASE("the sections that every commune starts with stay, empty or not") {
  Site site;
  CHECK(site.removal(site.section("la-mairie")) == "section.is_kept");
  CHECK(site.removal(site.section("vivre-ici")) == "section.is_kept");
  CHECK(site.titles() == "La mairie, Vivre ici");
}

TEST_CASE("a page from the bin whose section is gone comes back with the pages of the town hall") {
  Site site;
  const auto enfance = site.add("Enfance");
  const Content page = site.page("Crèche", "enfance");
  REQUIRE(remove_content(*site.tenant, claire, page.id, site.world.now()));
  REQUIRE(site.removal(*enfance) == "removed");
  CHECK(restore_content(*site.tenant, claire, page.id, site.world.now())->section == "la-mairie");
}

TEST_CASE("a page stands at the place it is given") {
  Site site;
  REQUIRE(site.add("Enfance"));
  const Content a = site.page("A", "enfance");
  const Content b = site.page("B", "enfance");
  const Content c = site.page("C", "enfance");
  REQUIRE(site.place(c, "enfance", 1));
  CHECK(site.slugs("enfance") == "c, a, b");
  REQUIRE(site.place(c, "enfance", 2));
  CHECK(site.slugs("enfance") == "a, c, b");
  REQUIRE(site.place(a, "enfance", 99));
  CHECK(site.slugs("enfance") == "c, b, a");
  CHECK(site.leads_to("enfance", "a").empty());
}

TEST_CASE("a page that moves leaves its old address, which leads to the new one wherever it moves again") {
  Site site;
  REQUIRE(site.add("Enfance"));
  const Content page = site.page("Crèche", "vivre-ici");
  REQUIRE(site.place(page, "enfance", 1));
  CHECK(site.leads_to("vivre-ici", "creche") == "/enfance/creche");
  REQUIRE(site.place(page, "la-mairie", 1));
  CHECK(site.leads_to("vivre-ici", "creche") == "/la-mairie/creche");
  CHECK(site.leads_to("enfance", "creche") == "/la-mairie/creche");
  REQUIRE(site.place(page, "vivre-ici", 1));
  CHECK(site.leads_to("vivre-ici", "creche").empty());
  CHECK(site.leads_to("enfance", "creche") == "/vivre-ici/creche");
}

TEST_CASE("an old address does not tell of a page that residents cannot read") {
  Site site;
  const Content page = site.page("Crèche", "vivre-ici");
  REQUIRE(site.place(page, "la-mairie", 1));
  REQUIRE(unpublish(*site.tenant, claire, page.id, site.world.now()));
  CHECK(site.leads_to("vivre-ici", "creche").empty());
}

TEST_CASE("a page that moves where its address is taken gets a number") {
  Site site;
  site.page("Contact utile", "la-mairie");
  const Content page = site.page("Contact utile", "vivre-ici");
  CHECK(site.place(page, "la-mairie", 1)->slug == "contact-utile-2");
}

TEST_CASE("only pages move, and only to a section there is") {
  Site site;
  const auto news = create_content(*site.tenant, claire, {ContentKind::news, "", {"T", "", ""}}, site.world.now());
  CHECK_FALSE(site.place(*news, "la-mairie", 1));
  const Content page = site.page("Crèche", "vivre-ici");
  CHECK_FALSE(site.place(page, "actualites", 1));
  CHECK_FALSE(site.place(page, "ailleurs", 1));
  CHECK(site.slugs("vivre-ici").find("creche") != std::string::npos);
}

TEST_CASE("a commune of the ninth version keeps every address when sections become its own") {
  const TemporaryFolder folder;
  const auto migrations = shipped_migrations("commune");
  REQUIRE(migrations.size() >= 10);
  db::Database database(folder.path() + "/commune.db", db::OpenMode::owner);
  db::migrate(database, std::span(migrations).first(9), test_start);
  const auto addresses = [&] {
    return database.read([](db::ReadTx& tx) {
      std::string text;
      for (const std::string_view section : {"la-mairie", "vivre-ici"}) {
        for (const Content& page : list_published(tx, ContentKind::page, section, test_start)) text += path_of(page) + " ";
      }
      return text;
    });
  };
  database.write([](db::Tx& tx) {
    insert_published(tx, {ContentKind::page, "vivre-ici", "dechets", 2, {"Déchets", "", "T"}}, "Claire", test_start);
    insert_published(tx, {ContentKind::page, "vivre-ici", "ecole", 1, {"École", "", "T"}}, "Claire", test_start);
    insert_published(tx, {ContentKind::page, "la-mairie", "elus", 1, {"Élus", "", "T"}}, "Claire", test_start);
  });
  const std::string before = addresses();
  CHECK(before == "/la-mairie/elus /vivre-ici/ecole /vivre-ici/dechets ");
  db::migrate(database, migrations, test_start);
  CHECK(addresses() == before);
  database.read([](db::ReadTx& tx) {
    const auto sections = list_sections(tx);
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].title == "La mairie");
    CHECK(sections[1].pages == 2);
    CHECK(read_menu(tx).entries.size() == 7);
  });
}
