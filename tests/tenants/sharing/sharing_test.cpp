// From the space of an intercommunality into its communes, as each of them wants it.
#include "tenants/sharing/shared.hpp"

#include "tenants/site/profile.hpp"
#include "tests/tenants/sharing/neighbours.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Sharing : Neighbours {
  Content publish(std::string_view title, ContentKind kind = ContentKind::news, std::string_view section = "") {
    return Neighbours::publish({std::string(title), "En bref", "Le **texte**."}, kind, section);
  }
  std::vector<SharedContent> shared() {
    return commune->read([](db::ReadTx& tx) { return list_shared(tx); });
  }
  std::vector<std::string> news() {
    std::vector<std::string> titles;
    for (const Content& item : commune->read([&](db::ReadTx& tx) {
           return list_published(tx, ContentKind::news, "actualites", world.now());
         }))
      titles.push_back(item.text.title);
    return titles;
  }
  bool shows(std::string_view title) { return std::ranges::count(news(), title) == 1; }
};

}  // namespace

TEST_CASE("what is shared waits for a yes, and appears marked with its source once the commune accepts") {
  Sharing both;
  both.publish("Collecte du 25 décembre");
  both.spread();
  REQUIRE(both.shared().size() == 1);
  CHECK_FALSE(both.shows("Collecte du 25 décembre"));
  both.accept_all();
  CHECK(both.shows("Collecte du 25 décembre"));
  const auto id = both.shared()[0].id;
  const auto source = both.commune->read([&](db::ReadTx& tx) { return source_of(tx, id); });
  const auto space_name = both.space->read([](db::ReadTx& tx) { return read_profile(tx).name; });
  CHECK(source == space_name);
  const auto listed = both.commune->read(
      [&](db::ReadTx& tx) { return list_published(tx, ContentKind::news, "actualites", both.world.now()); });
  CHECK(std::ranges::count(listed, space_name, &Content::shared_by) == 1);
  CHECK(std::ranges::count(listed, "", &Content::shared_by) == std::ssize(listed) - 1);
  CHECK(both.shared()[0].path == "/actualites/collecte-du-25-decembre");
}

TEST_CASE("a commune that accepts all gets what comes later without asking") {
  Sharing both;
  both.spread();
  both.accept_all();
  both.publish("Plus tard");
  both.spread();
  CHECK(both.shows("Plus tard"));
}

TEST_CASE("one content may be declined while the rest appears, and accepted while the rest does not") {
  Sharing both;
  both.publish("Un");
  both.publish("Deux");
  both.spread();
  const auto id_of = [&](std::string_view title) {
    for (const SharedContent& item : both.shared())
      if (item.title == title) return item.id;
    return Id<Content>{};
  };
  REQUIRE(decide(*both.commune, claire, id_of("Un"), SharingDecision::accepted, both.world.now()));
  CHECK(both.shows("Un"));
  CHECK_FALSE(both.shows("Deux"));
  both.accept_all();
  REQUIRE(decide(*both.commune, claire, id_of("Deux"), SharingDecision::declined, both.world.now()));
  CHECK_FALSE(both.shows("Deux"));
  both.spread();
  CHECK_FALSE(both.shows("Deux"));
  REQUIRE(decide(*both.commune, claire, id_of("Deux"), SharingDecision::none, both.world.now()));
  CHECK(both.shows("Deux"));
}

TEST_CASE("refusing takes everything back but what was accepted one by one") {
  Sharing both;
  both.publish("Un");
  both.spread();
  both.accept_all();
  REQUIRE(set_policy(*both.commune, claire, mans_metropole, SharingPolicy::refuse, both.world.now()));
  CHECK_FALSE(both.shows("Un"));
  CHECK(both.shared().size() == 1);
}

TEST_CASE("a change at the source arrives, and what is withdrawn there goes") {
  Sharing both;
  const Content content = both.publish("Avant");
  both.spread();
  both.accept_all();
  const auto saved =
      save_content(*both.space, claire, {content.id, {"Après", "", "x"}, std::nullopt, content.revision}, both.world.now());
  REQUIRE(saved);
  both.spread();
  CHECK(both.shows("Avant"));
  REQUIRE(publish(*both.space, claire, content.id, saved->revision, both.world.now()));
  both.spread();
  CHECK(both.shows("Après"));
  CHECK_FALSE(both.shows("Avant"));
  REQUIRE(unpublish(*both.space, claire, content.id, both.world.now()));
  both.spread();
  CHECK_FALSE(both.shows("Après"));
  CHECK(both.shared().empty());
}

TEST_CASE("an offer that did not change is not written again") {
  Sharing both;
  both.publish("Un");
  both.spread();
  const auto generation = both.commune->generation();
  both.spread();
  CHECK(both.commune->generation() == generation);
}

TEST_CASE("a shared page takes another address when the commune's own page has it, and leaves that one alone") {
  Sharing both;
  both.publish("Déchets et tri", ContentKind::page, "vivre-ici");
  both.spread();
  both.accept_all();
  CHECK(both.shared()[0].path == "/vivre-ici/dechets-et-tri-2");
  const auto own = both.commune->read(
      [&](db::ReadTx& tx) { return find_published(tx, ContentKind::page, "vivre-ici", "dechets-et-tri", both.world.now()); });
  REQUIRE(own);
  CHECK(own->text.body_markdown != "Le **texte**.");
}

TEST_CASE("agents cannot change what is not theirs") {
  Sharing both;
  both.publish("Un");
  both.spread();
  both.accept_all();
  const auto id = both.shared()[0].id;
  const auto now = both.world.now();
  CHECK(save_content(*both.commune, claire, {id, {"Autre", "", ""}, std::nullopt, 1}, now).error().kind == ErrorKind::not_found);
  CHECK(unpublish(*both.commune, claire, id, now).error().kind == ErrorKind::not_found);
  CHECK(remove_content(*both.commune, claire, id, now).error().kind == ErrorKind::not_found);
  CHECK(both.commune->read([](db::ReadTx& tx) {
    for (const Content& content : list_contents(tx, std::nullopt))
      if (content.text.title == "Un") return true;
    return false;
  }) == false);
  CHECK(decide(*both.commune, claire, Id<Content>{1}, SharingDecision::accepted, now).error().kind == ErrorKind::not_found);
}

TEST_CASE("a commune that leaves forgets everything of the source") {
  Sharing both;
  both.publish("Un");
  both.spread();
  both.accept_all();
  forget_source(*both.commune, mans_metropole);
  CHECK(both.shared().empty());
  CHECK_FALSE(both.shows("Un"));
  CHECK(both.commune->read([](db::ReadTx& tx) { return list_sources(tx).empty(); }));
}

TEST_CASE("a policy for a source that shares nothing is refused") {
  Sharing both;
  CHECK(set_policy(*both.commune, claire, "123456789", SharingPolicy::accept, both.world.now()).error().key ==
        "sharing.unknown_source");
}
