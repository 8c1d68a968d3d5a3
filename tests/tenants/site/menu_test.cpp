// The menu: what it may hold, and the usual one.
#include "tenants/site/menu.hpp"

#include "tenants/site/section.hpp"
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

  Menu menu() {
    return tenant->read([](db::ReadTx& tx) { return read_menu(tx); });
  }
  Result<Menu> save(const std::vector<MenuEntry>& entries) { return save_menu(*tenant, claire, entries, world.now()); }
  std::string refused(const std::vector<MenuEntry>& entries) {
    const auto saved = save(entries);
    if (saved) return "saved";
    CHECK(menu().origin == MenuOrigin::usual);
    return saved.error().fields.front().field + " " + saved.error().fields.front().key;
  }
};

const MenuEntry home{"Accueil", "/"};
const MenuEntry school{"École", "/vivre-ici/ecole"};

}  // namespace

TEST_CASE("a new commune has the usual menu, its sections under their own title") {
  Site site;
  CHECK(site.menu().origin == MenuOrigin::usual);
  REQUIRE(site.menu().entries.size() == 7);
  CHECK(site.menu().entries[0] == MenuEntry{"", "/", "nav.home"});
  const Section town_hall = *site.tenant->read([](db::ReadTx& tx) { return find_section(tx, town_hall_slug); });
  REQUIRE(save_section(*site.tenant, claire, town_hall.id, {"Votre mairie", ""}, site.world.now()));
  CHECK(site.menu().entries[1] == MenuEntry{"Votre mairie", "/la-mairie"});
}

TEST_CASE("a commune's own menu stands in its order until it goes back to the usual one") {
  Site site;
  REQUIRE(site.save({school, home, {" Médiathèque ", "mediatheque.example"}}));
  const Menu own = site.menu();
  CHECK(own.origin == MenuOrigin::own);
  REQUIRE(own.entries.size() == 3);
  CHECK(own.entries[0] == school);
  CHECK(own.entries[2] == MenuEntry{"Médiathèque", "https://mediatheque.example"});
  CHECK(is_external(own.entries[2]));
  CHECK_FALSE(is_external(own.entries[0]));
  CHECK(reset_menu(*site.tenant, claire, site.world.now()).origin == MenuOrigin::usual);
  CHECK(reset_menu(*site.tenant, claire, site.world.now()).entries.size() == 7);
}

TEST_CASE("each change of the menu is in the journal once, and saving the same again is none") {
  Site site;
  REQUIRE(site.save({home, school}));
  REQUIRE(site.save({home, school}));
  static_cast<void>(reset_menu(*site.tenant, claire, site.world.now()));
  static_cast<void>(reset_menu(*site.tenant, claire, site.world.now()));
  const auto events = site.tenant->read([](db::ReadTx& tx) { return events_of(tx, {"menu", 1}); });
  REQUIRE(events.size() == 2);
  CHECK(events[0].verb == "menu.changed");
  CHECK(events[0].actor_name == "Claire Morel");
  CHECK(events[1].verb == "menu.reset");
}

TEST_CASE("a menu without home, too short or too long is refused") {
  Site site;
  CHECK(site.refused({}) == "entries menu.count");
  CHECK(site.refused({home}) == "entries menu.count");
  CHECK(site.refused({school, {"Agenda", "/agenda"}}) == "entries menu.home");
  std::vector<MenuEntry> nine = {home};
  for (int i = 0; i < 8; ++i) nine.push_back({"Page " + std::to_string(i), "/vivre-ici/" + std::to_string(i)});
  CHECK(site.refused(nine) == "entries menu.count");
}

TEST_CASE("an entry needs a short name and a place, none of them twice") {
  Site site;
  CHECK(site.refused({home, {" ", "/agenda"}}) == "entries.1.label menu.label");
  CHECK(site.refused({home, {std::string(31, 'a'), "/agenda"}}) == "entries.1.label input.too_long");
  CHECK(site.refused({home, {"Accueil", "/agenda"}}) == "entries.1.label menu.label_twice");
  CHECK(site.refused({home, {"Encore", "/"}}) == "entries.1.target menu.target_twice");
}

TEST_CASE("an entry leads to a page of the site or to an https address, and nowhere else") {
  Site site;
  for (const char* target : {"", "javascript:alert(1)", "//evil.example", "/\\evil.example", "http://clair.example",
                             "data:text/html,x", "https://user@host.example", "/a\"b"}) {
    INFO(target);
    CHECK(site.refused({home, {"X", target}}) == "entries.1.target menu.target");
  }
}
