// A procedure as data: its words, its steps, its fields. The format: docs/reference/procedures.md.
#pragma once

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "tenants/forms/computation.hpp"
#include "tenants/forms/condition.hpp"
#include "tenants/forms/object_reader.hpp"
#include "tenants/forms/payment_rule.hpp"
#include "tenants/forms/procedure_test.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

struct FieldType;  // field_type.hpp

struct Option {
  std::string value;
  std::string label;
  std::string hint;  // "" for none
};

// "today" moves with the day on which the answer is read.
struct DateBound {
  std::optional<Date> date;  // empty: today
  [[nodiscard]] Date on(Date today) const { return date.value_or(today); }
};

struct Field {
  std::string id;
  const FieldType* type = nullptr;  // never null in a parsed definition
  std::string label;                // the question; Markdown text of a note
  std::string hint;                 // "" for none
  std::string autocomplete;         // token of WCAG 1.3.5, "" when it is not about the person who fills
  bool required = false;
  bool prefillable = false;  // a link may bring its answer: see prefill.hpp
  std::optional<Condition> show_if;
  std::optional<Condition> require_if;  // besides `required`
  std::optional<Computation> compute;   // of computed, always there
  std::string suffix;                   // of computed: "ans", "" for none
  bool is_hidden = false;               // of computed: for conditions alone
  std::vector<Option> options;
  std::size_t max_length = 0;           // characters, of text and long_text
  std::optional<std::int64_t> minimum;  // of number; of money, in cents
  std::optional<std::int64_t> maximum;
  std::optional<DateBound> minimum_date;
  std::optional<DateBound> maximum_date;
  std::string minimum_time;  // "14:30", "" for none
  std::string maximum_time;
  std::size_t max_files = 1;
  std::size_t max_file_bytes = 0;
  std::vector<Field> fields;  // of a group: the questions of each item
  std::size_t min_items = 0;
  std::size_t max_items = 0;
  std::string item_label;           // "Enfant"
  std::string add_label;            // "Ajouter un enfant"
  std::vector<std::string> accept;  // names of upload formats, see upload_check.hpp
};

// Answers that make the procedure end: it is not for this person.
struct Ending {
  Condition when;
  std::string title;  // "" for the usual one
  std::string text;   // Markdown: why, and what to do instead
};

struct Step {
  std::string id;
  std::string title;
  std::string introduction;  // one sentence, "" for none
  std::optional<Condition> show_if;
  std::vector<Field> fields;
  std::vector<Ending> ends_if = {};
  bool is_eligibility = false;  // of the first step alone: its answers are not part of the case
};

// What the law makes of a silent town hall (code des relations entre le public et l'administration, L231-1 and D231-2).
struct Silence {
  enum class Rule { acceptance, rejection, none };
  Rule rule = Rule::none;
  int months = 0;
  std::string text;
};

// A named step while a case is in progress: "Visite sur place". The resident sees it.
struct Status {
  std::string id;
  std::string label;
  std::string text;  // one sentence for the resident, "" for none
};

// What happens to a case when its retention ends: who asked is forgotten, or nothing remains but a count.
enum class RetentionEnd { forget, erase };

struct Applicant {
  std::vector<std::string> name;  // field ids, joined by spaces
  std::string email;              // field id
};

struct Definition {
  std::string slug;
  std::string title;
  std::string summary;
  int duration_minutes = 0;
  std::string introduction;  // Markdown
  std::vector<std::string> needs;
  std::string legal_basis;
  std::string purpose;
  int retention_months = 0;
  RetentionEnd retention_end = RetentionEnd::forget;
  std::vector<Status> statuses;
  std::string recipients;
  Silence silence;
  std::string confirmation;   // Markdown
  std::string remedies;       // how to contest a refusal; "" for the general rule
  std::string sheet;          // id of the sheet of Service-Public about it, "" for none
  std::optional<Date> opens;  // first day, and last day, on which it can be sent
  std::optional<Date> closes;
  std::int64_t quota = 0;  // of cases, 0 for none
  bool once_per_person = false;
  Applicant applicant;
  std::vector<Step> steps;
  std::vector<ProcedureTest> tests;  // what it promises, played before it is published
  std::string theme;                 // one of theme.hpp
  std::string cost;                  // in words, "" when it is free
  std::optional<PaymentRule> payment = {};  // asked for once it is sent
};

// Reads and checks everything. Fails with invalid procedure.wrong and arguments {where, problem}: `where` is a path
// such as "steps[1].fields[0].show_if", `problem` an English sentence for whoever writes the JSON; or with
// json.unreadable.
[[nodiscard]] Result<Definition> parse_definition(std::string_view json_text);

// Everything that is wrong with it, "document" for what has no place; none when parse_definition reads it.
[[nodiscard]] std::vector<Problem> problems_of(const json::Value& document);

[[nodiscard]] const Step* find_step(const Definition& definition, std::string_view id);    // nullptr when unknown
[[nodiscard]] const Field* find_field(const Definition& definition, std::string_view id);  // nullptr when unknown

// "Anne Martin" and "anne@exemple.fr", from answers that may not be complete: "" for what is missing.
[[nodiscard]] std::string applicant_name(const Definition& definition, const Answers& answers);
[[nodiscard]] std::string applicant_email(const Definition& definition, const Answers& answers);

}  // namespace clocher::forms
