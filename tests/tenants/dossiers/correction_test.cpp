// Corrections: the resident changes what was asked and nothing else.
#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/track.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/dossiers/work_case.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE("the resident changes the answers that were named and no others, and the old ones stay") {
  Case one;
  const std::string email = json::string_or(one.now().answers, "applicant_email");
  REQUIRE(one.move(State::waiting_for_resident, {{"applicant_family_name"}, "2026-12-10"}));
  const auto correction = one.tenant->read([&](db::ReadTx& tx) { return dossiers::open_correction(tx, one.id).value(); });
  CHECK(to_iso(correction.answer_before) == "2026-12-10");
  forms::StepReading reading;
  reading.values = {{"applicant_family_name", "Garnier-Petit"}, {"applicant_email", "pirate@exemple.fr"}};
  REQUIRE(dossiers::answer_correction(*one.tenant, one.world.texts(), one.id, reading, one.world.now()));
  CHECK(one.now().state == State::in_progress);
  CHECK(json::string_or(one.now().answers, "applicant_family_name") == "Garnier-Petit");
  CHECK(json::string_or(one.now().answers, "applicant_email") == email);
  const auto kept = one.tenant->read([&](db::ReadTx& tx) { return dossiers::corrections_of(tx, one.id).front(); });
  CHECK(json::string_or(kept.answers_before, "applicant_family_name") == "Garnier");
  CHECK(kept.ended_at);
  CHECK(dossiers::answer_correction(*one.tenant, one.world.texts(), one.id, reading, one.world.now()).error().key ==
        "correction.over");
}

TEST_CASE("a message alone does not end a correction that names answers") {
  Case one;
  REQUIRE(one.move(State::waiting_for_resident, {{"applicant_family_name"}, ""}));
  REQUIRE(dossiers::answer(*one.tenant, one.world.texts(), {one.id, "Je ne comprends pas.", {}}, one.world.now()));
  CHECK(one.now().state == State::waiting_for_resident);
  CHECK(one.tenant->read([&](db::ReadTx& tx) { return dossiers::open_correction(tx, one.id).has_value(); }));
}

TEST_CASE("a correction of an unknown answer, or for yesterday, or for next year, changes nothing") {
  Case one;
  CHECK(one.move(State::waiting_for_resident, {{"nothing"}, ""}).error().fields.at(0).key == "correction.unknown_field");
  for (const char* day : {"2026-11-24", "2026-11-01", "2027-11-24", "demain"})
    CHECK(one.move(State::waiting_for_resident, {{}, day}).error().fields.at(0).key == "correction.date");
  CHECK(one.now().state == State::submitted);
}

TEST_CASE("the form of a correction holds the named fields alone, whatever they depended on") {
  Case one;
  REQUIRE(one.move(State::waiting_for_resident, {{"person_birth_date", "applicant_family_name"}, ""}));
  one.tenant->read([&](db::ReadTx& tx) {
    const auto dossier = one.id;
    const auto definition = forms::read_definition(tx, dossiers::find_dossier(tx, dossier)->procedure_id, 1);
    const auto form = dossiers::correction_form(definition, dossiers::open_correction(tx, dossier).value());
    REQUIRE(form.steps.size() == 1);
    CHECK(form.steps.front().fields.size() == 2);
    for (const auto& field : form.steps.front().fields) CHECK_FALSE(field.show_if);
  });
}
