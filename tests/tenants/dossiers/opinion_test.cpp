// Opinions of elected members, by a link to one case.
#include "tenants/dossiers/opinion.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/dossiers/work_case.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE("an elected member answers by the link, for a while, for this case; only the digest is kept") {
  Case one;
  const auto asked = dossiers::ask_opinion(*one.tenant, one.world.texts(), claire, one.id,
                                           {"Paul Martin", "Paul@Exemple.fr", "Qu’en pensez-vous ?"}, one.world.now());
  REQUIRE(asked);
  const std::string body = one.mails().back().body;
  const auto at = body.find("/avis-elu/");
  REQUIRE(at != std::string::npos);
  const std::string key = body.substr(at + 10, 64);
  CHECK(one.tenant->read([&](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM opinion WHERE instr(token_digest, ?) > 0", key);
  }) == 0);
  const auto give = [&](std::string_view verdict, std::string_view answer) {
    return dossiers::give_opinion(*one.tenant, one.world.texts(), key, verdict, answer, one.world.now());
  };
  CHECK(give("", "").error().fields.at(0).key == "opinion.verdict");
  CHECK(give("unfavourable", " ").error().fields.at(0).key == "opinion.reason");
  REQUIRE(give("favourable", ""));
  REQUIRE(give("unfavourable", "La rue est étroite."));
  CHECK_FALSE(one.now().read_at);
  CHECK(one.count("dossier.opinion_given") == 2);
  one.world.clock.advance(dossiers::opinion_seconds);
  CHECK(give("favourable", "").error().key == "opinion.not_found");
}

TEST_CASE("a cancelled link opens nothing, and what was answered cannot be cancelled") {
  Case one;
  const auto ask = [&] {
    return dossiers::ask_opinion(*one.tenant, one.world.texts(), claire, one.id, {"Paul", "paul@exemple.fr", "Alors ?"},
                                 one.world.now())->id;
  };
  const auto key = [&] {
    const std::string body = one.mails().back().body;
    return body.substr(body.find("/avis-elu/") + 10, 64);
  };
  const auto first = ask();
  REQUIRE(dossiers::cancel_opinion(*one.tenant, claire, one.id, first, one.world.now()));
  const std::string cancelled = key();
  CHECK_FALSE(one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_opinion(tx, cancelled, one.world.now()); }));
  const auto second = ask();
  REQUIRE(dossiers::give_opinion(*one.tenant, one.world.texts(), key(), "favourable", "", one.world.now()));
  CHECK(dossiers::cancel_opinion(*one.tenant, claire, one.id, second, one.world.now()).error().key == "opinion.over");
}
