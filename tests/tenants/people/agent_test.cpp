// Agents and their sessions.
#include "tenants/people/agent.hpp"

#include "tenants/people/address.hpp"
#include "tenants/people/agent_session.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

const Actor operator_actor{ActorKind::operator_, "exploitant"};

std::vector<std::string> errors_of(const Result<Agent>& result) {
  std::vector<std::string> list;
  if (result) return list;
  for (const FieldError& error : result.error().fields) list.push_back(error.field + " " + error.key);
  return list;
}

}  // namespace

TEST_CASE("an agent signs in with the address in any case and only with the right password") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto signed_in = sign_in(*tenant, " Claire.MOREL@mairie.example ", agent_password, {}, world.now());
  REQUIRE(signed_in);
  CHECK(signed_in->agent.name == "Claire Morel");
  CHECK(sign_in(*tenant, agent_email, "un-mulot-sous-la-pluie", {}, world.now()).error().key == "session.wrong_pair");
  CHECK(sign_in(*tenant, "nul@mairie.example", agent_password, {}, world.now()).error().key == "session.wrong_pair");
}

TEST_CASE("a session ends after an idle hour, and whatever happens after twelve") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto token = sign_in(*tenant, agent_email, agent_password, {}, world.now())->token;
  const auto is_known = [&](Instant now) { return agent_of_session(*tenant, token, {}, now).has_value(); };
  CHECK_FALSE(is_known(test_start + one_hour));
  Instant now = test_start;
  while (now < test_start + 12 * one_hour - one_hour / 2) {
    now = now + one_hour / 2;
    INFO(now - test_start);
    if (now - test_start < 12 * one_hour) CHECK(is_known(now));
  }
  CHECK_FALSE(is_known(test_start + 12 * one_hour));
}

TEST_CASE("a session's token is not in the file and a wrong one opens nothing") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto token = sign_in(*tenant, agent_email, agent_password, {}, world.now())->token;
  CHECK(tenant->read([&](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM agent_session WHERE token_digest = ?", token);
  }) == 0);
  CHECK_FALSE(agent_of_session(*tenant, "", {}, world.now()));
  CHECK_FALSE(agent_of_session(*tenant, std::string(64, 'a'), {}, world.now()));
  CHECK_FALSE(agent_of_session(*world.commune(second_insee), token, {}, world.now()));
}

TEST_CASE("signing out ends that session only, and twice is harmless") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto one = sign_in(*tenant, agent_email, agent_password, {}, world.now())->token;
  const auto two = sign_in(*tenant, agent_email, agent_password, {}, world.now())->token;
  CHECK(one != two);
  sign_out(*tenant, one, world.now());
  sign_out(*tenant, one, world.now());
  CHECK_FALSE(agent_of_session(*tenant, one, {}, world.now()));
  CHECK(agent_of_session(*tenant, two, {}, world.now()));
}

TEST_CASE("a new password ends every session and the old one opens nothing") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto token = sign_in(*tenant, agent_email, agent_password, {}, world.now())->token;
  REQUIRE(set_agent_password(*tenant, operator_actor, "CLAIRE.morel@mairie.example", "trois hérons au bord de l’eau",
                             world.now()));
  CHECK_FALSE(agent_of_session(*tenant, token, {}, world.now()));
  CHECK_FALSE(sign_in(*tenant, agent_email, agent_password, {}, world.now()));
  CHECK(sign_in(*tenant, agent_email, "trois hérons au bord de l’eau", {}, world.now()));
  CHECK(set_agent_password(*tenant, operator_actor, "nul@mairie.example", "trois hérons au bord", world.now())
            .error()
            .key == "agent.unknown");
}

TEST_CASE("a disabled agent has no session, signs in no more and gets no mail") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto token = sign_in(*tenant, agent_email, agent_password, {}, world.now())->token;
  tenant->write([&](db::Tx& tx) { tx.run("UPDATE agent SET disabled_at = ?", world.now()); });
  CHECK_FALSE(agent_of_session(*tenant, token, {}, world.now()));
  CHECK_FALSE(sign_in(*tenant, agent_email, agent_password, {}, world.now()));
  CHECK(tenant->read([](db::ReadTx& tx) { return agent_addresses(tx); }).empty());
}

TEST_CASE("every wrong property of a new agent is told at once and nothing is written") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto refused = create_agent(*tenant, operator_actor, {"claire", "", "maire", "court"}, world.now());
  CHECK(errors_of(refused) == std::vector<std::string>{"email agent.email", "name agent.name", "role agent.role",
                                                       "password password.too_short"});
  CHECK(errors_of(create_agent(*tenant, operator_actor, {"c@m.example", "Claire", "elu", "mulsanne-mulsanne"},
                               world.now())) == std::vector<std::string>{"password password.contains_commune"});
  CHECK(tenant->read([](db::ReadTx& tx) { return list_agents(tx); }).empty());
}

TEST_CASE("an address is used once in a commune and again in another") {
  TenantWorld world;
  const auto tenant = world.commune();
  make_agent(*tenant, world.now());
  const auto again = create_agent(
      *tenant, operator_actor, {"CLAIRE.MOREL@mairie.example", "Claire", "elu", "trois hérons au bord"}, world.now());
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::conflict);
  CHECK(again.error().key == "agent.exists");
  make_agent(*world.commune(second_insee), world.now());
}

TEST_CASE("an e-mail address needs a name, an at sign and a domain with a dot") {
  for (const char* good : {"a@b.fr", " a.b+c@d-e.fr ", "A@B.FR"}) CHECK(is_mail_address(good));
  for (const char* bad : {"", "a", "a@b", "@b.fr", "a@", "a b@c.fr", "a@b.fr\r\nBcc: x@y.fr", "a@b.fr, c@d.fr"}) {
    INFO(bad);
    CHECK_FALSE(is_mail_address(bad));
  }
  CHECK(normalize_mail_address("  Éa@B.Fr ") == "Éa@b.fr");
}
