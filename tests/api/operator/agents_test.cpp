// Accounts made by an operator: the password is seen once and logged never.
#include "core/base/log.hpp"
#include "tenants/people/agent_session.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

const json::Object claire{
    {"insee", mulsanne_code}, {"email", "Claire@exemple.fr"}, {"name", "Claire Morel"}, {"role", "secretaire"}};

json::Object with_password(json::Object input, std::string_view password) {
  input["password"] = password;
  return input;
}

bool can_sign_in(OperatorWorld& world, std::string_view password) {
  const auto tenant = world.services.registry.open(mulsanne_code).value();
  return tenants::sign_in(*tenant, "claire@exemple.fr", password, {}, world.clock.now()).has_value();
}

struct Town : OperatorWorld {
  Town() { static_cast<void>(done("commune.create", {{"insee", mulsanne_code}})); }
};

}  // namespace

TEST_CASE("a password that nobody gave is generated, shown, and opens the administration") {
  Town world;
  const json::Value answer = world.done("agent.create", claire);
  const json::Object& account = answer.as_object();
  CHECK(json::string_or(account, "email") == "claire@exemple.fr");
  CHECK(json::string_or(account, "url") == "http://mulsanne.clocher.localhost:8080/admin/");
  CHECK(can_sign_in(world, json::string_or(account, "password")));
}

TEST_CASE("a password that was given is not repeated") {
  Town world;
  const json::Value answer = world.done("agent.create", with_password(claire, "un mot de passe long"));
  CHECK(json::serialize(answer).find("un mot de passe long") == std::string::npos);
  CHECK_FALSE(answer.as_object().contains("password"));
  CHECK(can_sign_in(world, "un mot de passe long"));
}

TEST_CASE("no password reaches the log") {
  Town world;
  const log::Capture capture;
  static_cast<void>(world.done("agent.create", with_password(claire, "canari-2b7f-long")));
  static_cast<void>(world.refused("agent.create", with_password(claire, "canari-2b7f-long")));
  static_cast<void>(world.refused("agent.password", with_password(claire, "canari")));
  REQUIRE(capture.lines().size() >= 3);
  for (const std::string& line : capture.lines()) {
    CHECK(line.find("canari") == std::string::npos);
    CHECK(line.find("exemple.fr") == std::string::npos);
  }
}

TEST_CASE("every wrong answer about an agent is named") {
  Town world;
  const Error error =
      world.refused("agent.create", {{"insee", mulsanne_code}, {"email", "x"}, {"role", "roi"}, {"password", "court"}});
  std::vector<std::string> fields;
  for (const FieldError& field : error.fields) fields.push_back(field.field);
  CHECK(fields == std::vector<std::string>{"email", "name", "role", "password"});
  CHECK(world.done("agent.list", {{"insee", mulsanne_code}}).as_array().empty());
}

TEST_CASE("a second account of the same address is a conflict") {
  Town world;
  static_cast<void>(world.done("agent.create", claire));
  CHECK(world.refused("agent.create", claire).kind == ErrorKind::conflict);
  CHECK(world.done("agent.list", {{"insee", mulsanne_code}}).as_array().size() == 1);
}

TEST_CASE("a new password replaces the old one") {
  Town world;
  const std::string old = json::string_or(world.done("agent.create", claire).as_object(), "password");
  const std::string fresh = json::string_or(
      world.done("agent.password", {{"insee", mulsanne_code}, {"email", "claire@exemple.fr"}}).as_object(), "password");
  CHECK(can_sign_in(world, fresh));
  CHECK_FALSE(can_sign_in(world, old));
  CHECK(world.refused("agent.password", {{"insee", mulsanne_code}, {"email", "autre@exemple.fr"}}).key ==
        "agent.unknown");
}

TEST_CASE("an account is made in its own commune only") {
  Town world;
  static_cast<void>(world.done("commune.create", {{"insee", "72003"}}));
  static_cast<void>(world.done("agent.create", claire));
  CHECK(world.done("agent.list", {{"insee", "72003"}}).as_array().empty());
  CHECK(world.refused("agent.create", {{"insee", "72296"}, {"email", "a@b.fr"}, {"name", "A"}, {"role", "elu"}}).key ==
        "commune.not_here");
}
