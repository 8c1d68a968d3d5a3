// The seeded procedures, read by the parser that residents' forms go through: what each answer calls for, and what it does not.
#include "core/http/assets.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/step.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace clocher;

namespace {

using Ids = std::vector<std::string>;

forms::Definition seeded(const std::string& slug) {
  const http::Asset* asset = http::find_asset("seed/procedures/" + slug + ".json");
  REQUIRE(asset != nullptr);
  auto definition = forms::parse_definition(asset->bytes);
  if (!definition) FAIL(definition.error().arguments["where"] << ": " << definition.error().arguments["problem"]);
  return std::move(*definition);
}

forms::Definition copy_of_act() { return seeded("copie-acte-etat-civil"); }
forms::Definition holiday_watch() { return seeded("operation-tranquillite-vacances"); }

Ids steps_for(const forms::Definition& definition, const json::Object& answers) {
  Ids ids;
  for (const forms::Step* step : forms::visible_steps(definition, answers)) ids.push_back(step->id);
  return ids;
}

Ids fields_for(const forms::Definition& definition, std::string_view step, const json::Object& answers) {
  Ids ids;
  const forms::Step* found = forms::find_step(definition, step);
  REQUIRE(found != nullptr);
  for (const forms::Field* field : forms::visible_fields(definition, *found, answers)) ids.push_back(field->id);
  return ids;
}

bool has(const Ids& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

const json::Object full_birth = {{"act_kind", "naissance"}, {"copy_kind", "copie_integrale"}};
const json::Object short_birth = {{"act_kind", "naissance"}, {"copy_kind", "extrait_sans_filiation"}};
const json::Object marriage = {{"act_kind", "mariage"}, {"copy_kind", "extrait_avec_filiation"}};
const json::Object death = {{"act_kind", "deces"}};

}  // namespace

TEST_CASE("A request for an act begins with the kind of act alone") {
  CHECK(fields_for(copy_of_act(), "acte", {}) == Ids{"act_kind"});
}

TEST_CASE("A death has one kind of copy, which anyone may ask for") {
  CHECK(steps_for(copy_of_act(), death) == Ids{"acte", "personne", "vous", "envoi"});
}

TEST_CASE("An extract without parents asks for no tie, no parent and no identity document") {
  const auto definition = copy_of_act();
  CHECK(steps_for(definition, short_birth) == Ids{"acte", "copie", "personne", "vous", "envoi"});
  CHECK_FALSE(has(fields_for(definition, "personne", short_birth), "parent_1_name"));
}

// Décret 2017-890, articles 29 and 30.
TEST_CASE("A full copy asks who asks, the parents' names and an identity document") {
  const auto definition = copy_of_act();
  CHECK(steps_for(definition, full_birth) == Ids{"acte", "copie", "personne", "lien", "vous", "pieces", "envoi"});
  CHECK(has(fields_for(definition, "personne", full_birth), "parent_1_name"));
  CHECK(forms::find_field(definition, "identity_document")->required);
}

TEST_CASE("Only a marriage has a spouse") {
  const auto definition = copy_of_act();
  CHECK(has(fields_for(definition, "personne", marriage), "spouse_birth_name"));
  CHECK(has(fields_for(definition, "personne", marriage), "marriage_date"));
  CHECK_FALSE(has(fields_for(definition, "personne", full_birth), "spouse_birth_name"));
  CHECK_FALSE(has(fields_for(definition, "personne", death), "marriage_date"));
}

TEST_CASE("The date that is asked is that of the event") {
  const auto definition = copy_of_act();
  CHECK(has(fields_for(definition, "personne", death), "death_date"));
  CHECK_FALSE(has(fields_for(definition, "personne", death), "person_birth_date"));
  CHECK_FALSE(has(fields_for(definition, "personne", short_birth), "death_date"));
}

TEST_CASE("Whoever asks for their own act proves no tie") {
  json::Object answers = full_birth;
  answers["relation"] = "personne_concernee";
  CHECK(fields_for(copy_of_act(), "pieces", answers) == Ids{"identity_document"});
  answers["relation"] = "descendant";
  CHECK(has(fields_for(copy_of_act(), "pieces", answers), "relation_document"));
}

TEST_CASE("A representative says by what right; a child does not") {
  json::Object answers = full_birth;
  answers["relation"] = "representant_legal";
  CHECK(has(fields_for(copy_of_act(), "vous", answers), "applicant_capacity"));
  answers["relation"] = "descendant";
  CHECK_FALSE(has(fields_for(copy_of_act(), "vous", answers), "applicant_capacity"));
}

TEST_CASE("Another address is asked for only when the act goes elsewhere") {
  json::Object answers = death;
  answers["delivery"] = "autre_adresse";
  CHECK(steps_for(copy_of_act(), answers).back() == "adresse_envoi");
  answers["delivery"] = "guichet";
  CHECK(steps_for(copy_of_act(), answers).back() == "envoi");
}

// Décret 2017-890, article 29: requests for acts are kept one year.
TEST_CASE("A request for an act is kept one year") { CHECK(copy_of_act().retention_months == 12); }

TEST_CASE("A quiet home asks for no further detail") {
  const json::Object answers = {{"visited", "non"}, {"home_features", json::Array{"eclairage"}}};
  CHECK(steps_for(holiday_watch(), answers) == Ids{"absence", "logement", "vous", "contact", "accord"});
}

TEST_CASE("A parked car and a visitor are described") {
  const json::Object answers = {{"visited", "oui"}, {"home_features", json::Array{"vehicule"}}};
  CHECK(fields_for(holiday_watch(), "precisions", answers) == Ids{"visitor_details", "vehicle_details", "home_plan"});
}

TEST_CASE("A phone number is asked of those who can be reached") {
  CHECK(has(fields_for(holiday_watch(), "vous", {{"reachable", "oui"}}), "resident_phone"));
  CHECK_FALSE(has(fields_for(holiday_watch(), "vous", {{"reachable", "non"}}), "resident_phone"));
}

TEST_CASE("Nothing is handed to the police without a yes") {
  const auto definition = holiday_watch();
  const forms::Field* consent = forms::find_field(definition, "transmission_consent");
  REQUIRE(consent != nullptr);
  CHECK(consent->required);
  CHECK_FALSE(consent->show_if.has_value());
}
