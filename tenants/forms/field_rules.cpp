// The properties of each type, a table.
#include "tenants/forms/field_rules.hpp"

#include "tenants/forms/field_reader.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/field_types/types.hpp"
#include "tenants/forms/upload_check.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

constexpr std::size_t default_text_length = 200;
constexpr std::int64_t longest_text = 1'000;
constexpr std::size_t default_long_text_length = 5'000;
constexpr std::int64_t longest_long_text = 15'000;          // a form field holds 64 KiB, a character up to 4 bytes
constexpr std::int64_t most_file_bytes = 10 * 1024 * 1024;  // http::FormLimits
constexpr std::int64_t most_files = 10;                     // http::FormLimits
constexpr std::size_t most_options = 500;
constexpr std::int64_t most_items = 20;
constexpr std::size_t most_controls = 120;  // a form holds 200 values: http::FormLimits
constexpr std::int64_t largest_number = 999'999'999'999;

Option read_option(const json::Value& value, const std::string& where, Problems& problems) {
  ObjectReader object(value, where, problems);
  Option option{object.text("value"), object.text("label"), object.optional_text("hint")};
  object.refuse_unknown();
  return option;
}

std::vector<Option> read_options(ObjectReader& object) {
  std::vector<Option> options;
  const json::Array& items = object.list("options");
  if (items.size() > most_options) object.wrong("options", "must be a list of at most 500");
  for (const json::Value& item : items) {
    Option option = read_option(item, item_path(object.where("options"), options.size()), object.problems());
    const auto is_same = [&](const Option& other) { return other.value == option.value; };
    if (std::any_of(options.begin(), options.end(), is_same))
      object.wrong("options", "holds \"" + option.value + "\" twice");
    options.push_back(std::move(option));
  }
  return options;
}

std::optional<DateBound> read_date_bound(ObjectReader& object, std::string_view name) {
  if (object.find(name) == nullptr) return std::nullopt;
  const std::string text = object.optional_text(name);
  if (text == "today") return DateBound{};
  const auto date = parse_iso_date(text);
  if (!date) object.wrong(name, "must be \"today\" or a date such as \"2026-11-24\"");
  return DateBound{date};
}

std::size_t read_size(ObjectReader& object, std::string_view name, std::int64_t maximum, std::size_t fallback) {
  const auto number = object.optional_number(name, 1, maximum);
  return number ? static_cast<std::size_t>(*number) : fallback;
}

void read_file_rules(ObjectReader& object, Field& field) {
  field.max_files = read_size(object, "max_files", most_files, 1);
  field.max_file_bytes = read_size(object, "max_file_bytes", most_file_bytes, most_file_bytes);
  field.accept = object.texts("accept");
  if (field.accept.empty()) field.accept = {"pdf", "jpeg", "png"};
  for (const std::string& format : field.accept) {
    if (!is_upload_format(format))
      object.wrong("accept", "\"" + format + "\" is not one of pdf, jpeg, png, webp, odt, docx");
  }
}

void read_text_rules(ObjectReader& object, Field& field) {
  field.prefillable = object.find("prefill") != nullptr && object.flag("prefill");
  field.max_length = read_size(object, "max_length", longest_text, default_text_length);
}

void read_long_text_rules(ObjectReader& object, Field& field) {
  field.prefillable = object.find("prefill") != nullptr && object.flag("prefill");
  field.max_length = read_size(object, "max_length", longest_long_text, default_long_text_length);
}

void read_choice_rules(ObjectReader& object, Field& field) { field.options = read_options(object); }

void read_consent_rules(ObjectReader& object, Field& field) {
  if (object.find("options") == nullptr) return;
  field.options = read_options(object);
  if (field.options.size() != 1) object.wrong("options", "of a consent must hold exactly one");
}

void read_bounds(ObjectReader& object, Field& field, std::string_view minimum, std::string_view maximum) {
  field.minimum = object.optional_number(minimum, -largest_number, largest_number);
  field.maximum = object.optional_number(maximum, -largest_number, largest_number);
  if (field.maximum && *field.maximum < field.minimum.value_or(0))
    object.wrong(maximum, "must not be below the minimum");
}

void read_number_rules(ObjectReader& object, Field& field) { read_bounds(object, field, "minimum", "maximum"); }

void read_money_rules(ObjectReader& object, Field& field) {
  read_bounds(object, field, "minimum_cents", "maximum_cents");
}

void read_date_rules(ObjectReader& object, Field& field) {
  field.minimum_date = read_date_bound(object, "minimum_date");
  field.maximum_date = read_date_bound(object, "maximum_date");
}

std::string read_time_bound(ObjectReader& object, std::string_view name) {
  std::string text = object.optional_text(name);
  if (!text.empty() && !is_time(text)) object.wrong(name, "must be a time such as \"14:30\"");
  return text;
}

void read_time_rules(ObjectReader& object, Field& field) {
  field.minimum_time = read_time_bound(object, "minimum_time");
  field.maximum_time = read_time_bound(object, "maximum_time");
  if (!field.maximum_time.empty() && field.maximum_time < field.minimum_time)
    object.wrong("maximum_time", "must not be before the minimum");
}

constexpr std::array<std::string_view, 14> types_of_items = {"text", "long_text", "email",  "phone",  "date",
                                                             "time", "number",    "money",  "iban",   "siret",
                                                             "rna",  "plate",     "choice", "choices"};

void read_identity_rules(ObjectReader& object, Field& field) {
  field.max_files = read_size(object, "max_files", most_files, 2);  // both sides
  field.max_file_bytes = read_size(object, "max_file_bytes", most_file_bytes, most_file_bytes);
  field.accept = {"pdf", "jpeg", "png"};
}

// One question of a group: a control of its own, without conditions.
Field read_part(const json::Value& value, const std::string& where, Problems& problems) {
  Field part = read_field(value, where, {}, problems);
  if (part.id == "id") problems.add(where + ".id", "\"id\" names stored files alone");
  const bool is_simple =
      part.type != nullptr && std::ranges::find(types_of_items, part.type->name) != types_of_items.end();
  if (!is_simple) problems.add(where + ".type", "cannot stand in a group: only fields with one control can");
  if (part.show_if || part.require_if) problems.add(where, "cannot have a condition in a group");
  return part;
}

void read_group_rules(ObjectReader& object, Field& field) {
  field.item_label = object.optional_text("item_label");
  field.add_label = object.optional_text("add_label");
  if (field.item_label.empty()) field.item_label = field.label;
  if (field.add_label.empty()) field.add_label = "Ajouter";
  field.min_items = static_cast<std::size_t>(object.optional_number("min_items", 0, most_items).value_or(0));
  field.max_items = static_cast<std::size_t>(object.optional_number("max_items", 1, most_items).value_or(10));
  if (field.max_items < field.min_items) object.wrong("max_items", "must not be below the minimum");
  for (const json::Value& value : object.list("fields")) {
    const std::string where = item_path(object.where("fields"), field.fields.size());
    Field part = read_part(value, where, object.problems());
    const auto is_same = [&](const Field& other) { return other.id == part.id; };
    if (std::ranges::any_of(field.fields, is_same))
      object.problems().add(where + ".id", "\"" + part.id + "\" is the id of another field");
    field.fields.push_back(std::move(part));
  }
  if (field.fields.size() * field.max_items > most_controls)
    object.wrong("max_items", "times the number of fields must be at most 120");
}

struct TypeRules {
  std::string_view type;
  void (*read)(ObjectReader&, Field&);
};

constexpr std::array<TypeRules, 12> rules = {{
    {"text", read_text_rules},
    {"long_text", read_long_text_rules},
    {"number", read_number_rules},
    {"money", read_money_rules},
    {"date", read_date_rules},
    {"time", read_time_rules},
    {"choice", read_choice_rules},
    {"choices", read_choice_rules},
    {"consent", read_consent_rules},
    {"file", read_file_rules},
    {"identity", read_identity_rules},
    {"group", read_group_rules},
}};

}  // namespace

void read_rules_of_type(ObjectReader& object, Field& field) {
  for (const TypeRules& one : rules) {
    if (one.type == field.type->name) one.read(object, field);
  }
}

}  // namespace clocher::forms
