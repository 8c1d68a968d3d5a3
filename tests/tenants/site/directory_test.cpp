// Directory records: written once, checked, ordered, binned; what residents see of them.
#include "tenants/site/directory.hpp"

#include "core/base/text.hpp"
#include "tenants/site/profile.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::tenants;
using clocher::test::claire;

namespace {

struct Directory {
  test::TenantWorld world;
  TenantHandle handle = world.commune();
  Tenant& tenant = *handle;

  [[nodiscard]] DirectoryEntry add(const std::string& name, DirectoryKind kind = DirectoryKind::associations) {
    return add_text({.name = name, .category = "Sport"}, kind);
  }
  [[nodiscard]] DirectoryEntry add_text(const DirectoryText& text, DirectoryKind kind = DirectoryKind::associations) {
    const auto entry = create_entry(tenant, claire, kind, text, world.now());
    REQUIRE(entry);
    return *entry;
  }
  [[nodiscard]] std::vector<std::string> shown(DirectoryKind kind = DirectoryKind::associations) {
    std::vector<std::string> names;
    for (const auto& entry : tenant.read([&](db::ReadTx& tx) { return list_public_entries(tx, kind); }))
      names.push_back(entry.text.name);
    return names;
  }
  [[nodiscard]] std::optional<DirectoryEntry> shown(const std::string& slug) {
    return tenant.read([&](db::ReadTx& tx) { return find_public_entry(tx, DirectoryKind::associations, slug); });
  }
  [[nodiscard]] std::vector<std::string> verbs(Id<DirectoryEntry> id) {
    std::vector<std::string> verbs;
    for (const Event& event : tenant.read([&](db::ReadTx& tx) {
           return events_of(tx, Subject{"directory", id.value});
         }))
      verbs.push_back(event.verb);
    return verbs;
  }
};

// The fields that are refused, "" when the record is taken.
std::vector<std::string> faults(const DirectoryText& text, DirectoryKind kind = DirectoryKind::associations) {
  test::TenantWorld world;
  const auto tenant = world.commune();
  const auto entry = create_entry(*tenant, claire, kind, text, world.now());
  std::vector<std::string> fields;
  if (!entry) {
    for (const FieldError& error : entry.error().fields) fields.push_back(error.field);
  }
  return fields;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a commune begins with the record of its town hall, which says what the profile says") {
  Directory directory;
  const auto before = directory.tenant.read([](db::ReadTx& tx) { return list_public_entries(tx); });
  REQUIRE(before.size() == 1);
  CHECK(before.front().is_town_hall);
  CHECK(before.front().text.name == "Mairie de Mulsanne");
  CHECK_FALSE(before.front().text.hours);
  ProfileInput profile{.address = "1 place de la Mairie",
                       .postcode = "72230",
                       .city = "Mulsanne",
                       .phone = "0243000000",
                       .email = "mairie@mulsanne.example",
                       .hours = closed_all_week(),
                       .hours_confirmed = true,
                       .mayor_name = ""};
  profile.hours[0].intervals.push_back({540, 720});
  REQUIRE(save_profile(directory.tenant, claire, profile, directory.world.now()));
  const auto after =
      directory.tenant.read([](db::ReadTx& tx) { return find_public_entry(tx, DirectoryKind::services, "mairie"); });
  REQUIRE(after);
  CHECK(after->text.phone == "02 43 00 00 00");
  CHECK(after->text.address == "1 place de la Mairie");
  REQUIRE(after->text.hours);
  CHECK(after->text.hours->front().intervals.size() == 1);
}

TEST_CASE("the town hall's record keeps what is its own and never what is the profile's") {
  Directory directory;
  const auto town_hall = directory.tenant.read([](db::ReadTx& tx) { return list_public_entries(tx); }).front();
  DirectoryText text = town_hall.text;
  text.description = "Au rez-de-chaussée.";
  text.phone = "01 02 03 04 05";
  text.name = "Autre nom";
  const auto saved = save_entry(directory.tenant, claire, town_hall.id, text, town_hall.version, directory.world.now());
  REQUIRE(saved);
  CHECK(saved->text.description == "Au rez-de-chaussée.");
  CHECK(saved->text.name == "Mairie de Mulsanne");
  CHECK(saved->text.phone.empty());
  CHECK(bin_entry(directory.tenant, claire, town_hall.id, directory.world.now()).error().key ==
        "directory.town_hall_stays");
}

TEST_CASE("a record gets an address of its own, and its values one form") {
  Directory directory;
  const auto first = directory.add_text({.name = " Club  de boules ",
                                         .category = "Sport",
                                         .phone = "+33 2.43.00.00.00",
                                         .email = "Boules@Exemple.FR",
                                         .website = "www.boules.example",
                                         .details = {{"rna", "w 722 001 234"}, {"contact_person", "  "}}});
  CHECK(path_of(first) == "/annuaire/associations/club-de-boules");
  CHECK(first.text.name == "Club de boules");
  CHECK(first.text.phone == "02 43 00 00 00");
  CHECK(first.text.email == "boules@exemple.fr");
  CHECK(first.text.website == "https://www.boules.example");
  CHECK(first.text.details == std::map<std::string, std::string, std::less<>>{{"rna", "W722001234"}});
  CHECK(directory.add("Club de boules").slug == "club-de-boules-2");
  CHECK(directory.add("Club de boules", DirectoryKind::commerces).slug == "club-de-boules");
}

TEST_CASE("every wrong value of a record is named") {
  CHECK(faults({.name = ""}) == Names{"name"});
  CHECK(faults({.name = std::string(161, 'a')}) == Names{"name"});
  CHECK(faults({.name = "A", .postcode = "7223"}) == Names{"postcode"});
  CHECK(faults({.name = "A", .phone = "12"}) == Names{"phone"});
  CHECK(faults({.name = "A", .phone_2 = "appelez-moi"}) == Names{"phone_2"});
  CHECK(faults({.name = "A", .email = "a@b"}) == Names{"email"});
  CHECK(faults({.name = "A", .details = {{"rna", "W12"}}}) == Names{"details.rna"});
  CHECK(faults({.name = "A", .details = {{"capacity", "12"}}}) == Names{"details.capacity"});
  CHECK(faults({.name = "A", .details = {{"capacity", "douze"}}}, DirectoryKind::lieux) == Names{"details.capacity"});
  CHECK(faults({.name = "A", .point = GeoPoint{91, 0}}) == Names{"latitude"});
  CHECK(faults({.name = "A", .point = GeoPoint{0, 181}}) == Names{"longitude"});
  CHECK(faults({.name = "A", .pivots = {"mairie"}}) == Names{"pivots"});
  CHECK(faults({.name = "A", .pivots = {"../etc"}}, DirectoryKind::services) == Names{"pivots"});
  CHECK(faults({.name = "A"}).empty());
}

TEST_CASE("a web site is an http address with a host and nothing else") {
  for (const char* wrong : {"javascript:alert(1)", "JavaScript://a.fr/%0aalert(1)", "data:text/html,a.b", "ftp://a.fr",
                            "https://", "https://localhost", "https://a.fr@b.fr", "https://a..fr", "https://a.fr/\"x",
                            "https://a.fr/<b>", "https://a.fr/a b", "vbscript:a.b", "https://.fr", "//a.fr:x"}) {
    INFO(wrong);
    CHECK(faults({.name = "A", .website = wrong}) == Names{"website"});
  }
}

TEST_CASE("the private person of an association is published only with consent, and so is the way to reach her") {
  Directory directory;
  DirectoryText text{.name = "Chorale",
                     .category = "Culture",
                     .address = "3 rue des Lilas",
                     .city = "Mulsanne",
                     .phone = "06 11 22 33 44",
                     .email = "jeanne@exemple.fr",
                     .website = "https://chorale.example",
                     .details = {{"contact_person", "Jeanne Martin"}}};
  const auto entry = directory.add_text(text);
  auto shown = directory.shown("chorale");
  REQUIRE(shown);
  CHECK(shown->text.details.empty());
  CHECK(shown->text.address.empty());
  CHECK(shown->text.phone.empty());
  CHECK(shown->text.email.empty());
  CHECK(shown->text.website == "https://chorale.example");
  text.contact_consent = true;
  REQUIRE(save_entry(directory.tenant, claire, entry.id, text, entry.version, directory.world.now()));
  shown = directory.shown("chorale");
  CHECK(shown->text.details.at("contact_person") == "Jeanne Martin");
  CHECK(shown->text.phone == "06 11 22 33 44");
}

TEST_CASE("a consent without a person to publish is not kept") {
  Directory directory;
  CHECK_FALSE(directory.add_text({.name = "Chorale", .contact_consent = true}).text.contact_consent);
}

TEST_CASE("two people who change one record are told, and nothing is lost") {
  Directory directory;
  const auto entry = directory.add("Chorale");
  DirectoryText text = entry.text;
  text.category = "Culture";
  const auto saved = save_entry(directory.tenant, claire, entry.id, text, entry.version, directory.world.now());
  REQUIRE(saved);
  CHECK(saved->version == entry.version + 1);
  CHECK(save_entry(directory.tenant, claire, entry.id, text, entry.version, directory.world.now()));
  text.category = "Sport et culture";
  const auto late = save_entry(directory.tenant, claire, entry.id, text, entry.version, directory.world.now());
  REQUIRE_FALSE(late);
  CHECK(late.error().key == "edit.conflict");
  CHECK(directory.shown("chorale")->text.category == "Culture");
}

TEST_CASE("a record is hidden, binned and brought back, each noted in the journal") {
  Directory directory;
  const auto entry = directory.add("Chorale");
  DirectoryText text = entry.text;
  text.is_visible = false;
  REQUIRE(save_entry(directory.tenant, claire, entry.id, text, entry.version, directory.world.now()));
  CHECK_FALSE(directory.shown("chorale"));
  text.is_visible = true;
  REQUIRE(save_entry(directory.tenant, claire, entry.id, text, entry.version + 1, directory.world.now()));
  REQUIRE(bin_entry(directory.tenant, claire, entry.id, directory.world.now()));
  CHECK_FALSE(directory.shown("chorale"));
  CHECK(bin_entry(directory.tenant, claire, entry.id, directory.world.now()).error().kind == ErrorKind::not_found);
  // Another took its address meanwhile.
  CHECK(directory.add("Chorale").slug == "chorale");
  const auto restored = restore_entry(directory.tenant, claire, entry.id, directory.world.now());
  REQUIRE(restored);
  CHECK(restored->slug == "chorale-2");
  CHECK(directory.shown().size() == 2);
  CHECK(directory.verbs(entry.id) ==
        Names{"directory.created", "directory.changed", "directory.changed", "directory.binned", "directory.restored"});
}

TEST_CASE("the bin forgets after thirty days and not before") {
  Directory directory;
  const auto entry = directory.add("Chorale");
  REQUIRE(bin_entry(directory.tenant, claire, entry.id, directory.world.now()));
  const auto in_bin = [&] {
    return directory.tenant.read([](db::ReadTx& tx) { return list_entries(tx, {}, DirectoryShelf::bin).size(); });
  };
  directory.world.clock.advance(29 * one_day);
  purge_directory(directory.tenant, directory.world.now());
  CHECK(in_bin() == 1);
  directory.world.clock.advance(2 * one_day);
  purge_directory(directory.tenant, directory.world.now());
  CHECK(in_bin() == 0);
  CHECK_FALSE(restore_entry(directory.tenant, claire, entry.id, directory.world.now()));
}

TEST_CASE("records stand in the order that was chosen; those not named follow") {
  Directory directory;
  const auto a = directory.add("A");
  const auto b = directory.add("B");
  const auto c = directory.add("C");
  const auto order = [&](const std::vector<Id<DirectoryEntry>>& ids) {
    return order_entries(directory.tenant, claire, DirectoryKind::associations, ids, directory.world.now());
  };
  REQUIRE(order({c.id, a.id}));
  CHECK(directory.shown() == Names{"C", "A", "B"});
  CHECK_FALSE(order({b.id, b.id}));
  CHECK_FALSE(order({{999}}));
  CHECK(directory.shown() == Names{"C", "A", "B"});
}

TEST_CASE("a record nobody confirmed for a year is stale until someone says it is still right") {
  Directory directory;
  auto entry = directory.add("Chorale");
  directory.world.clock.advance(365 * one_day);
  CHECK_FALSE(is_stale(entry, directory.world.now()));
  directory.world.clock.advance(one_day);
  CHECK(is_stale(entry, directory.world.now()));
  const auto confirmed = confirm_entry(directory.tenant, claire, entry.id, directory.world.now());
  REQUIRE(confirmed);
  CHECK_FALSE(is_stale(*confirmed, directory.world.now()));
  CHECK(confirmed->version == entry.version);
}

TEST_CASE("a service answers for the codes of Service-Public that it carries") {
  Directory directory;
  (void)directory.add_text({.name = "CCAS", .pivots = {"ccas", "ccas"}}, DirectoryKind::services);
  const auto with = [&](std::string_view code) {
    return directory.tenant.read([&](db::ReadTx& tx) { return list_public_entries_for_pivot(tx, code); });
  };
  REQUIRE(with("ccas").size() == 1);
  CHECK(with("ccas").front().text.pivots == Names{"ccas"});
  CHECK(with("mairie").front().is_town_hall);
  CHECK(with("prefecture").empty());
}

TEST_CASE("two communes do not see each other's records") {
  Directory directory;
  const auto entry = directory.add("Chorale");
  const auto other = directory.world.commune(test::second_insee);
  CHECK(other->read([](db::ReadTx& tx) { return list_public_entries(tx, DirectoryKind::associations); }).empty());
  CHECK_FALSE(other->read([&](db::ReadTx& tx) { return find_entry(tx, entry.id); }));
}
