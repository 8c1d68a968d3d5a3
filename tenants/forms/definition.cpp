// Reads and checks a procedure; finds things in it.
#include "tenants/forms/definition.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/condition_reader.hpp"
#include "tenants/forms/field_reader.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/object_reader.hpp"
#include "tenants/forms/theme.hpp"
#include "tenants/sheets/sheet.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

constexpr std::size_t most_steps = 40;
constexpr std::size_t most_statuses = 12;
constexpr std::size_t most_fields = 150;  // a form holds 200 values: http::FormLimits

template <class Item>
bool has_id(const std::vector<Item>& items, std::string_view id) {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
}

// What was asked before the place that is read: ids are unique among all, conditions look at those that stay in the case.
struct Asked {
  std::vector<Field> all;
  std::vector<Field> usable;
};

std::vector<Ending> read_endings(ObjectReader& owner, const std::vector<Field>& earlier) {
  std::vector<Ending> endings;
  for (const json::Value& value : owner.optional_list("ends_if")) {
    ObjectReader object(value, item_path(owner.where("ends_if"), endings.size()), owner.problems());
    auto when = read_condition(object, "when", earlier);
    if (!when) object.wrong("when", "must be there");
    endings.push_back({when.value_or(Condition{}), object.optional_text("title"), object.text("text")});
    object.refuse_unknown();
  }
  return endings;
}

Step read_step_definition(const json::Value& value, const std::string& where, Asked& asked, Problems& problems) {
  ObjectReader object(value, where, problems);
  Step step{object.identifier("id"),
            object.text("title"),
            object.optional_text("introduction"),
            read_condition(object, "show_if", asked.usable),
            {}};
  for (const json::Value& item : object.list("fields")) {
    const std::string path = item_path(object.where("fields"), step.fields.size());
    Field field = read_field(item, path, asked.usable, problems);
    if (has_id(asked.all, field.id)) problems.add(path + ".id", "\"" + field.id + "\" is the id of another field");
    asked.all.push_back(field);
    asked.usable.push_back(field);
    step.fields.push_back(std::move(field));
  }
  step.ends_if = read_endings(object, asked.usable);
  step.is_eligibility = object.find("eligibility") != nullptr && object.flag("eligibility");
  object.refuse_unknown();
  return step;
}

// Its answers are forgotten when the request is sent: nothing that stays may depend on them.
void check_eligibility(const Step& step, const std::string& path, Asked& asked, Problems& problems) {
  if (!step.is_eligibility) return;
  if (path != "steps[0]") problems.add(path + ".eligibility", "can only be true of the first step");
  const bool has_file = std::any_of(step.fields.begin(), step.fields.end(), [](const Field& field) {
    return field.type != nullptr && field.type->nature == FieldNature::file;
  });
  if (has_file) problems.add(path + ".fields", "of an eligibility step cannot hold files: its answers are not kept");
  asked.usable.clear();
}

std::size_t controls_in(const Step& step) {
  std::size_t count = step.fields.size();
  for (const Field& field : step.fields) count += field.fields.size();
  return count;
}

std::vector<Step> read_steps(ObjectReader& object) {
  std::vector<Step> steps;
  Asked asked;
  std::size_t controls = 0;
  const json::Array& items = object.list("steps");
  if (items.size() > most_steps) {
    object.wrong("steps", "must be a list of at most 40");
    return steps;
  }
  for (const json::Value& item : items) {
    const std::string path = item_path("steps", steps.size());
    Step step = read_step_definition(item, path, asked, object.problems());
    if (has_id(steps, step.id)) object.problems().add(path + ".id", "\"" + step.id + "\" is the id of another step");
    check_eligibility(step, path, asked, object.problems());
    controls += controls_in(step);
    steps.push_back(std::move(step));
    if (controls > most_fields) {
      object.wrong("steps", "must hold at most 150 fields in all");
      return steps;
    }
  }
  return steps;
}

std::optional<Date> read_day(ObjectReader& object, std::string_view name) {
  if (object.find(name) == nullptr) return std::nullopt;
  const auto date = parse_iso_date(object.optional_text(name));
  if (!date) object.wrong(name, "must be a date such as \"2026-11-24\"");
  return date;
}

void read_limits(ObjectReader& object, Definition& definition) {
  definition.opens = read_day(object, "opens");
  definition.closes = read_day(object, "closes");
  if (definition.opens && definition.closes && *definition.closes < *definition.opens)
    object.wrong("closes", "must not be before the opening");
  definition.quota = object.optional_number("quota", 1, 1'000'000).value_or(0);
  definition.once_per_person = object.find("once_per_person") != nullptr && object.flag("once_per_person");
}

Silence read_silence(ObjectReader& owner) {
  const json::Value* value = owner.find("silence");
  if (value == nullptr) {
    owner.wrong("silence", "must be there");
    return {};
  }
  ObjectReader object(*value, owner.where("silence"), owner.problems());
  const std::string rule = object.text("rule");
  Silence silence;
  if (rule == "acceptance") silence.rule = Silence::Rule::acceptance;
  if (rule == "rejection") silence.rule = Silence::Rule::rejection;
  if (rule == "none") {
    silence.months = static_cast<int>(object.optional_number("months", 0, 24).value_or(0));
    silence.text = object.optional_text("text");
  } else {
    silence.months = static_cast<int>(object.number("months", 1, 24));
    silence.text = object.text("text");
  }
  if (rule != "acceptance" && rule != "rejection" && rule != "none")
    object.wrong("rule", "must be acceptance, rejection or none");
  object.refuse_unknown();
  return silence;
}

std::vector<Status> read_statuses(ObjectReader& owner) {
  std::vector<Status> statuses;
  for (const json::Value& item : owner.optional_list("statuses")) {
    const std::string path = item_path("statuses", statuses.size());
    ObjectReader object(item, path, owner.problems());
    Status status{object.identifier("id"), object.text("label"), object.optional_text("text")};
    object.refuse_unknown();
    if (has_id(statuses, status.id))
      owner.problems().add(path + ".id", "\"" + status.id + "\" is the id of another status");
    statuses.push_back(std::move(status));
  }
  if (statuses.size() > most_statuses) owner.wrong("statuses", "must be a list of at most 12");
  return statuses;
}

RetentionEnd read_retention_end(ObjectReader& owner) {
  const std::string end = owner.optional_text("retention_end");
  if (!end.empty() && end != "forget" && end != "erase") owner.wrong("retention_end", "must be forget or erase");
  return end == "erase" ? RetentionEnd::erase : RetentionEnd::forget;
}

Applicant read_applicant(ObjectReader& owner) {
  const json::Value* value = owner.find("applicant");
  if (value == nullptr) {
    owner.wrong("applicant", "must be there");
    return {};
  }
  ObjectReader object(*value, owner.where("applicant"), owner.problems());
  Applicant applicant{object.texts("name"), object.text("email")};
  if (applicant.name.empty()) object.wrong("name", "must be a list of at least one field id");
  object.refuse_unknown();
  return applicant;
}

// The step of a field and the field; both nullptr when unknown.
std::pair<const Step*, const Field*> locate(const Definition& definition, std::string_view id) {
  for (const Step& step : definition.steps) {
    for (const Field& field : step.fields) {
      if (field.id == id) return {&step, &field};
    }
  }
  return {nullptr, nullptr};
}

bool is_always_asked(const Definition& definition, std::string_view id, std::string_view type) {
  const auto [step, field] = locate(definition, id);
  return field != nullptr && field->type != nullptr && field->type->name == type && field->required &&
         !field->show_if && !step->show_if && !step->is_eligibility;
}

// Without a name and an address, nobody can be answered.
void check_applicant(const Definition& definition, Problems& problems) {
  if (!is_always_asked(definition, definition.applicant.email, "email")) {
    problems.add("applicant.email", "must be the id of a required field of type email that is always asked");
  }
  const auto& names = definition.applicant.name;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Field* field = find_field(definition, names[i]);
    const bool is_text = field != nullptr && field->type != nullptr && field->type->name == "text";
    if (!is_text) problems.add(item_path("applicant.name", i), "must be the id of a field of type text");
  }
  const bool is_named = std::any_of(names.begin(), names.end(),
                                    [&](const std::string& id) { return is_always_asked(definition, id, "text"); });
  if (!is_named) problems.add("applicant.name", "must hold a required field that is always asked");
}

std::string read_theme(ObjectReader& object) {
  std::string theme = object.optional_text("theme");
  if (theme.empty()) return std::string(usual_theme);
  if (std::ranges::find(themes, theme) == themes.end())
    object.wrong("theme", "must be etat_civil, logement, enfance, associations, cadre_de_vie or mairie");
  return theme;
}

Definition read_definition(const json::Value& value, Problems& problems) {
  ObjectReader object(value, "", problems);
  Definition definition;
  definition.slug = object.text("slug");
  if (slug(definition.slug) != definition.slug) object.wrong("slug", "must be lower case words joined by hyphens");
  definition.title = object.text("title");
  definition.summary = object.text("summary");
  definition.duration_minutes = static_cast<int>(object.number("duration_minutes", 1, 240));
  definition.introduction = object.optional_text("introduction");
  definition.needs = object.texts("needs");
  definition.legal_basis = object.text("legal_basis");
  definition.purpose = object.text("purpose");
  definition.retention_months = static_cast<int>(object.number("retention_months", 1, 1'200));
  definition.retention_end = read_retention_end(object);
  definition.statuses = read_statuses(object);
  definition.recipients = object.text("recipients");
  definition.silence = read_silence(object);
  definition.confirmation = object.optional_text("confirmation");
  definition.remedies = object.optional_text("remedies");
  definition.sheet = object.optional_text("sheet");
  if (!definition.sheet.empty() && !sheets::is_sheet_id(definition.sheet))
    object.wrong("sheet", "must be the id of a sheet, such as F1427");
  read_limits(object, definition);
  definition.applicant = read_applicant(object);
  definition.steps = read_steps(object);
  definition.theme = read_theme(object);
  definition.cost = object.optional_text("cost");
  definition.payment = read_payment(object, definition);
  definition.tests = read_procedure_tests(object, definition);
  object.refuse_unknown();
  check_applicant(definition, problems);
  return definition;
}

}  // namespace

Result<Definition> parse_definition(std::string_view json_text) {
  const Result<json::Value> value = json::parse(json_text);
  if (!value) return fail(value.error());
  Problems problems;
  Definition definition = read_definition(*value, problems);
  if (!problems.all().empty()) {
    const Problem& problem = problems.all().front();
    return fail(ErrorKind::invalid, "procedure.wrong",
                {{"where", problem.where.empty() ? "document" : problem.where}, {"problem", problem.text}});
  }
  return definition;
}

std::vector<Problem> problems_of(const json::Value& document) {
  Problems problems;
  (void)read_definition(document, problems);
  return problems.all();
}

const Step* find_step(const Definition& definition, std::string_view id) {
  const auto it =
      std::find_if(definition.steps.begin(), definition.steps.end(), [&](const Step& step) { return step.id == id; });
  return it == definition.steps.end() ? nullptr : &*it;
}

const Field* find_field(const Definition& definition, std::string_view id) { return locate(definition, id).second; }

std::string applicant_name(const Definition& definition, const Answers& answers) {
  std::string name;
  for (const std::string& field : definition.applicant.name) {
    const std::string part = json::string_or(answers, field);
    if (!part.empty()) name += (name.empty() ? "" : " ") + part;
  }
  return name;
}

std::string applicant_email(const Definition& definition, const Answers& answers) {
  return json::string_or(answers, definition.applicant.email);
}

}  // namespace clocher::forms
