// From an INSEE code to a living commune: resumable, harmless twice, never half-served.
#include "tenants/provisioning.hpp"

#include "tenants/forms/procedure.hpp"
#include "tenants/registry_store.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/profile.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

std::string key_of(const Result<CommuneRecord>& result) { return result ? "made" : result.error().key; }

}  // namespace

TEST_CASE("a new commune is ready, at its own address, in its own folder") {
  TenantWorld world;
  const auto made = create_commune(world.provisioning(), {"72213", "", ""});
  REQUIRE(made);
  CHECK(made->state == CommuneState::ready);
  CHECK(made->host == "mulsanne.clocher.localhost");
  CHECK(made->department == "Sarthe");
  CHECK(made->population > 1000);
  CHECK(std::filesystem::exists(world.data_dir() + "/communes/72/72213/commune.db"));
  CHECK(world.registry().list().size() == 1);
}

TEST_CASE("creating a commune twice gives it as it is and loses nothing") {
  TenantWorld world;
  REQUIRE(create_commune(world.provisioning(), {"72213", "", ""}));
  const auto reference = sent_dossier(*world.commune(), world.texts(), world.now()).reference;
  REQUIRE(create_commune(world.provisioning(), {"72213", "Mulsanne", "Mulsanne.clocher.localhost"}));
  CHECK(world.registry().show("72213")->host == "mulsanne.clocher.localhost");
  CHECK(world.commune()->read([&](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM dossier WHERE reference = ?", reference);
  }) == 1);
}

TEST_CASE("an unknown or former commune is said so and changes nothing") {
  TenantWorld world;
  CHECK(key_of(create_commune(world.provisioning(), {"99999", "", ""})) == "reference.unknown_commune");
  CHECK(key_of(create_commune(world.provisioning(), {"", "", ""})) == "reference.unknown_commune");
  CHECK(key_of(create_commune(world.provisioning(), {"../..", "", ""})) == "reference.unknown_commune");
  CHECK(world.registry().list().empty());
  CHECK_FALSE(std::filesystem::exists(world.data_dir() + "/communes"));
}

TEST_CASE("a host that is malformed or taken is refused and leaves no commune behind") {
  TenantWorld world;
  REQUIRE(create_commune(world.provisioning(), {"72213", "", "mairie.example"}));
  CHECK(key_of(create_commune(world.provisioning(), {"72296", "", "mairie.example"})) == "host.taken");
  for (const std::string& host :
       {std::string("mairie"), std::string("mairie..example"), std::string("-a.example"), std::string("a b.example"),
        std::string("mairie.example."), std::string("mairie.example:80"), std::string("a/b"),
        std::string(64, 'a') + ".fr", std::string("é.fr")}) {
    INFO(host);
    CHECK(key_of(create_commune(world.provisioning(), {"72296", "", host})) == "host.malformed");
  }
  CHECK(world.registry().list().size() == 1);
}

TEST_CASE("a name that leaves no letter for an address is refused") {
  TenantWorld world;
  for (const char* name : {"   ", "!!!", "…"}) {
    INFO(name);
    CHECK(key_of(create_commune(world.provisioning(), {"72213", name, ""})) == "commune.name");
  }
  CHECK(world.registry().list().empty());
}

TEST_CASE("an endless name never becomes a host that no browser takes") {
  TenantWorld world;
  const auto made = create_commune(world.provisioning(), {"72213", std::string(300, 'a'), ""});
  if (made)
    CHECK(made->host.find('.') <= 63);
  else
    CHECK(made.error().kind == ErrorKind::invalid);
}

TEST_CASE("namesakes of one department get different addresses") {
  TenantWorld world;
  const auto first = create_commune(world.provisioning(), {"72213", "Sainte-Colombe", ""});
  const auto second = create_commune(world.provisioning(), {"72296", "Sainte-Colombe", ""});
  const auto third = create_commune(world.provisioning(), {"72001", "Sainte-Colombe", ""});
  REQUIRE((first && second && third));
  CHECK(first->host == "sainte-colombe.clocher.localhost");
  CHECK(second->host == "sainte-colombe-72.clocher.localhost");
  CHECK(third->host == "sainte-colombe-72001.clocher.localhost");
}

// Each state that a stop may leave is taken up to ready, and is not served before.
TEST_CASE("a half-made commune is not served and is completed by the next creation") {
  for (const CommuneState left :
       {CommuneState::requested, CommuneState::created, CommuneState::migrated, CommuneState::seeded}) {
    TenantWorld world;
    { const auto opened = world.commune(); }
    world.registry().write("72213", [&](db::Tx& tx) { registry_store::set_state(tx, "72213", left, world.now()); });
    INFO(to_string(left));
    // What the file holds at that point.
    if (left == CommuneState::created) {
      std::filesystem::remove_all(world.registry().folder_of("72213"));
      std::filesystem::create_directories(world.registry().folder_of("72213"));
    }
    world.restart();
    CHECK(world.registry().open_by_host("mulsanne.clocher.localhost").error().key == "commune.unknown_host");
    CHECK(world.registry().open("72213").error().key == "commune.not_ready");
    CHECK(world.registry().ready_communes().empty());
    CHECK(create_commune(world.provisioning(), {"72213", "", ""})->state == CommuneState::ready);
    CHECK(world.commune()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM profile"); }) == 1);
  }
}

TEST_CASE("seeding is never done twice") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  world.registry().write(
      "72213", [&](db::Tx& tx) { registry_store::set_state(tx, "72213", CommuneState::migrated, world.now()); });
  REQUIRE(create_commune(world.provisioning(), {"72213", "", ""}));
  CHECK(world.commune()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM procedure"); }) == 22);
}

TEST_CASE("a deleted commune is gone from list, host and disk, and its successor inherits nothing") {
  TenantWorld world;
  { static_cast<void>(sent_dossier(*world.commune(), world.texts(), world.now())); }
  REQUIRE(delete_commune(world.registry(), "72213"));
  CHECK(world.registry().list().empty());
  CHECK(world.registry().open_by_host("mulsanne.clocher.localhost").error().key == "commune.unknown_host");
  CHECK_FALSE(std::filesystem::exists(world.registry().folder_of("72213")));
  CHECK(delete_commune(world.registry(), "72213").error().key == "commune.not_here");
  CHECK(world.commune()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier"); }) == 0);
}

TEST_CASE("the rest of a deleted commune's folder is not taken for a new commune's data") {
  TenantWorld world;
  const std::string folder = world.data_dir() + "/communes/72/72213";
  std::filesystem::create_directories(folder + "/files");
  std::ofstream(folder + "/files/old") << "old";
  std::ofstream(folder + "/commune.db") << "not a database";
  CHECK(world.commune()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM profile"); }) == 1);
  CHECK_FALSE(std::filesystem::exists(folder + "/files/old"));
}

TEST_CASE("a commune up to date has nothing to migrate, an unknown one is not here") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  CHECK(migrate_commune(world.registry(), "72213")->applied == 0);
  CHECK(migrate_commune(world.registry(), "99999").error().key == "commune.not_here");
}

TEST_CASE("the communes of an EPCI are those of the register and an unknown one is said so") {
  TenantWorld world;
  const auto members = plan_epci(world.provisioning(), "247200132");
  REQUIRE(members);
  CHECK(std::ranges::any_of(*members, [](const auto& commune) { return commune.insee == "72213"; }));
  CHECK(world.registry().list().empty());
  CHECK(plan_epci(world.provisioning(), "000000000").error().key == "reference.unknown_epci");
}

TEST_CASE("a new commune has its sections, its news and its open procedures, in its own name") {
  TenantWorld world;
  const auto tenant = world.commune();
  tenant->read([&](db::ReadTx& tx) {
    CHECK(list_published(tx, ContentKind::page, "la-mairie", world.now()).size() == 5);
    CHECK(list_published(tx, ContentKind::page, "vivre-ici", world.now()).size() == 5);
    CHECK(list_published(tx, ContentKind::news, "actualites", world.now()).size() == 1);
    CHECK(forms::list_procedures(tx).size() == 7);
    for (const Content& content : list_contents(tx, std::nullopt)) {
      INFO(path_of(content));
      CHECK(content.text.body_markdown.find("{{") == std::string::npos);
      CHECK(content.text.title.find("{{") == std::string::npos);
      CHECK(content.text.body_markdown.find("Saint-Maixent") == std::string::npos);
    }
  });
}

TEST_CASE("an intercommunality gets a space under its SIREN, with a profile and nothing for residents") {
  TenantWorld world;
  const auto space = open_epci_space(world.provisioning(), "200072692", "");
  REQUIRE(space);
  CHECK(space->state == CommuneState::ready);
  CHECK(is_epci_space(space->insee));
  CHECK(space->name.starts_with("Communauté de communes des Vallées"));
  CHECK(space->department == "Sarthe");
  const auto tenant = world.registry().open("200072692");
  REQUIRE(tenant);
  (*tenant)->read([](db::ReadTx& tx) {
    CHECK(read_profile(tx).epci_siren == "200072692");
    CHECK(tx.number("SELECT COUNT(*) FROM content") == 0);
    CHECK(forms::list_procedures(tx).empty());
  });
  const auto again = open_epci_space(world.provisioning(), "200072692", "");
  REQUIRE(again);
  CHECK(again->host == space->host);
}

TEST_CASE("an unknown intercommunality has no space") {
  TenantWorld world;
  CHECK(key_of(open_epci_space(world.provisioning(), "123456789", "")) == "reference.unknown_epci");
  CHECK(key_of(open_epci_space(world.provisioning(), "72213", "")) == "reference.unknown_epci");
  CHECK(key_of(open_epci_space(world.provisioning(), "200072692", "pas un hôte")) == "host.malformed");
  CHECK(world.registry().list().empty());
}
