// The first-run assistant: each answer goes where it belongs, and the place is kept.
#include "tenants/site/first_steps.hpp"

#include "tenants/site/directory.hpp"
#include "tenants/site/legal.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Steps {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Result<FirstSteps> answer(std::string_view question, const FirstAnswer& given) {
    return answer_first_question(*tenant, claire, question, given, world.now());
  }
  FirstSteps now() {
    return tenant->read([](db::ReadTx& tx) { return read_first_steps(tx); });
  }
  Profile profile() {
    return tenant->read([](db::ReadTx& tx) { return read_profile(tx); });
  }
  // "Anne Petit: Maire" of every elected member.
  std::vector<std::string> members() {
    std::vector<std::string> lines;
    for (const auto& entry : tenant->read([](db::ReadTx& tx) { return list_entries(tx, DirectoryKind::elus); })) {
      const auto role = entry.text.details.find("role");
      lines.push_back(entry.text.name + ": " + (role == entry.text.details.end() ? "" : role->second));
    }
    return lines;
  }
};

}  // namespace

TEST_CASE("there are ten first questions at most, and a new commune stands at the first") {
  Steps steps;
  CHECK(first_questions().size() <= 10);
  CHECK(steps.now().state == FirstStepsState::fresh);
  CHECK(steps.now().question == first_questions().front());
}

TEST_CASE("an answer is saved at once, changes nothing else, and stands at the next question") {
  Steps steps;
  REQUIRE(steps.answer("mayor", {.mayor_name = " Anne Petit "}));
  const auto contact = steps.answer("contact", {.address = "1 place de l’Église", .postcode = "72230", .city = "Mulsanne",
                                                .phone = "0243000000", .mayor_name = "Pirate"});
  REQUIRE(contact);
  CHECK(contact->state == FirstStepsState::open);
  CHECK(contact->question == "hours");
  CHECK(steps.profile().mayor_name == "Anne Petit");
  CHECK(steps.profile().phone == "02 43 00 00 00");
  CHECK_FALSE(steps.profile().hours_confirmed_at);
  REQUIRE(steps.answer("hours", {.hours = closed_all_week()}));
  CHECK(steps.profile().hours_confirmed_at == steps.world.now());
  CHECK(steps.profile().address == "1 place de l’Église");
}

TEST_CASE("a refused answer saves nothing and stays at its question") {
  Steps steps;
  REQUIRE(stand_at_question(*steps.tenant, "contact", steps.world.now()));
  const auto refused = steps.answer("contact", {.address = "1 place de l’Église", .email = "mairie"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fields.at(0).field == "email");
  CHECK(steps.profile().address.empty());
  CHECK(steps.now().question == "contact");
  CHECK_FALSE(steps.answer("colors", {.theme = "theme-ocre", .accent = "ffd700"}));
  CHECK_FALSE(steps.answer("photo", {.picture_id = 999}));
  CHECK_FALSE(steps.answer("age", {}));
}

TEST_CASE("skipped questions are left, and the place is kept over a restart") {
  Steps steps;
  REQUIRE(stand_at_question(*steps.tenant, "welcome", steps.world.now()));
  steps.tenant.reset();
  steps.world.restart();
  steps.tenant = steps.world.commune();
  CHECK(steps.now().state == FirstStepsState::open);
  CHECK(steps.now().question == "welcome");
  CHECK_FALSE(stand_at_question(*steps.tenant, "fin", steps.world.now()));
}

TEST_CASE("the last answer finishes, and going back does not undo that") {
  Steps steps;
  REQUIRE(steps.answer("dpo", {.dpo_contact = "dpo@exemple.fr"}));
  CHECK(steps.now().state == FirstStepsState::open);
  REQUIRE(steps.answer("licence", {.licence = "ouverte"}));
  CHECK(steps.now().state == FirstStepsState::finished);
  REQUIRE(stand_at_question(*steps.tenant, "hours", steps.world.now()));
  CHECK(steps.now().state == FirstStepsState::finished);
  CHECK(steps.profile().licence == "ouverte");
  CHECK(steps.profile().dpo_contact == "dpo@exemple.fr");
}

TEST_CASE("a commune that was described without the assistant needs none") {
  Steps steps;
  REQUIRE(save_legal(*steps.tenant, claire, {"", "dpo@exemple.fr", "", "", ""}, steps.world.now()));
  CHECK(steps.now().state == FirstStepsState::finished);
}

TEST_CASE("the mayor becomes the first elected member, once, and a corrected name corrects the record") {
  Steps steps;
  REQUIRE(steps.answer("mayor", {.mayor_name = "Anne Ptit"}));
  CHECK(steps.members() == std::vector<std::string>{"Anne Ptit: Maire"});
  REQUIRE(steps.answer("mayor", {.mayor_name = "Anne Petit"}));
  REQUIRE(steps.answer("mayor", {.mayor_name = "Anne Petit"}));
  CHECK(steps.members() == std::vector<std::string>{"Anne Petit: Maire"});
}

TEST_CASE("a record of that name gets the function, and another mayor in the directory is left alone") {
  Steps steps;
  REQUIRE(create_entry(*steps.tenant, claire, DirectoryKind::elus, {.name = "Anne PETIT"}, steps.world.now()));
  REQUIRE(steps.answer("mayor", {.mayor_name = "Anne Petit"}));
  CHECK(steps.members() == std::vector<std::string>{"Anne PETIT: Maire"});
  Steps others;
  DirectoryText other{.name = "Paul Roux"};
  other.details["role"] = "Maire";
  REQUIRE(create_entry(*others.tenant, claire, DirectoryKind::elus, other, others.world.now()));
  REQUIRE(others.answer("mayor", {.mayor_name = "Anne Petit"}));
  CHECK(others.members() == std::vector<std::string>{"Paul Roux: Maire"});
}
