// The procedures every commune starts with: a resident gets from empty to complete by answering what is asked.
#include "core/http/assets.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <algorithm>
#include <map>
#include <string>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

Definition seeded(const char* slug) {
  const auto* asset = http::find_asset("seed/procedures/" + std::string(slug) + ".json");
  REQUIRE(asset != nullptr);
  auto definition = parse_definition(asset->bytes);
  if (!definition) FAIL(definition.error().arguments["where"] << ": " << definition.error().arguments["problem"]);
  return std::move(*definition);
}

std::string date_for(const Field& field) { return field.minimum_date ? "25/12/2026" : "1/2/1980"; }

// A plausible answer to any field; `chosen` picks options, the first one is taken otherwise.
void answer(http::Form& form, const Field& field, const std::map<std::string, std::string>& chosen) {
  const std::string_view type = field.type->name;
  const auto choice = chosen.find(field.id);
  if (type == "choice" || type == "choices")
    form.add(field.id, choice == chosen.end() ? field.options.front().value : choice->second);
  if (type == "text" || type == "long_text") form.add(field.id, "Réponse");
  if (type == "email") form.add(field.id, " Claire@Exemple.FR ");
  if (type == "phone") form.add(field.id, "+33 6 12 34 56 78");
  if (type == "date") form.add(field.id, date_for(field));
  if (type == "number") form.add(field.id, "1");
  if (type == "consent") form.add(field.id, "yes");
  if (type == "file" || type == "identity") form.add_file({field.id, "piece.pdf", "application/pdf", sample_pdf()});
  if (type == "address") {
    form.add(field.id + ".street", "4 rue du Lavoir");
    form.add(field.id + ".postcode", "72 320");
    form.add(field.id + ".city", "Lavaré");
  }
}

void store(Answers& values, const StepReading& reading) {
  std::int64_t id = 1;
  for (const AcceptedFile& file : reading.files) {
    add_file(values, file.field,
             {id++, file.name, file.size_bytes(), file.content_type});
  }
}

struct Walk {
  Answers values;
  std::vector<std::string> steps;
  int posts = 0;
};

// Fills each page as it is shown, again when a question appears.
Walk walk(const Definition& definition, const std::map<std::string, std::string>& chosen) {
  Walk walk;
  const Step* step = visible_steps(definition, walk.values).front();
  while (step != nullptr && walk.posts < 50) {
    http::Form form;
    for (const Field* field : visible_fields(definition, *step, walk.values)) answer(form, *field, chosen);
    const StepReading reading = read_step(definition, *step, form, walk.values, today);
    ++walk.posts;
    REQUIRE(keys(reading.errors).empty());
    walk.values = reading.values;
    store(walk.values, reading);
    if (!reading.is_complete()) continue;
    walk.steps.push_back(step->id);
    step = next_step(definition, *step, walk.values);
  }
  return walk;
}

}  // namespace

TEST_CASE("a resident walks each seeded procedure to its end by its first options") {
  const auto slug = GENERATE(as<const char*>{}, "copie-acte-etat-civil", "operation-tranquillite-vacances");
  const Definition definition = seeded(slug);
  CHECK(definition.slug == slug);
  CHECK(first_incomplete_step(definition, {}, today)->id == definition.steps.front().id);
  const Walk done = walk(definition, {});
  CHECK(first_incomplete_step(definition, done.values, today) == nullptr);
  CHECK(done.steps == ids(visible_steps(definition, done.values)));
  CHECK(text(prune(definition, done.values)).size() == text(done.values).size());
  CHECK(applicant_email(definition, done.values) == "Claire@exemple.fr");
  CHECK(applicant_name(definition, done.values) == "Réponse Réponse");
}

TEST_CASE("the copy of a death certificate asks less than a full birth certificate") {
  const Definition definition = seeded("copie-acte-etat-civil");
  const Walk birth = walk(definition, {{"act_kind", "naissance"}, {"copy_kind", "copie_integrale"}});
  const Walk death = walk(definition, {{"act_kind", "deces"}});
  const auto asks = [](const Walk& walk, const char* step) {
    return std::find(walk.steps.begin(), walk.steps.end(), step) != walk.steps.end();
  };
  CHECK(asks(birth, "pieces"));
  CHECK_FALSE(asks(death, "pieces"));
  CHECK_FALSE(asks(death, "copie"));
  CHECK(death.values.contains("death_date"));
  CHECK_FALSE(death.values.contains("person_birth_date"));
}

TEST_CASE("changing one's mind leaves nothing of the first answers in what is submitted") {
  const Definition definition = seeded("copie-acte-etat-civil");
  Answers values = walk(definition, {{"act_kind", "naissance"}, {"copy_kind", "copie_integrale"}}).values;
  values["act_kind"] = "deces";
  const Answers submitted = prune(definition, values);
  for (const char* id : {"copy_kind", "relation", "identity_document", "person_birth_date"})
    CHECK_FALSE(submitted.contains(id));
  CHECK(first_incomplete_step(definition, values, today)->id == "personne");
}

TEST_CASE("each option of each choice of the seeded procedures leads to an end") {
  for (const char* slug : {"copie-acte-etat-civil", "operation-tranquillite-vacances"}) {
    const Definition definition = seeded(slug);
    for (const Step& step : definition.steps) {
      for (const Field& field : step.fields) {
        for (const Option& option : field.options) {
          const Walk done = walk(definition, {{field.id, option.value}});
          INFO(slug << " " << field.id << " = " << option.value);
          CHECK(first_incomplete_step(definition, done.values, today) == nullptr);
          CHECK(done.posts < 50);
        }
      }
    }
  }
}
