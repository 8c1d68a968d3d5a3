// State, reading and saving of the accessibility declaration.
#include "tenants/site/declaration.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr int years_valid = 3;
constexpr std::int64_t most_criteria = 106;  // RGAA 4.1.2
constexpr std::size_t longest_line = 500;
constexpr std::size_t most_lines = 50;

struct TextProperty {
  const char* name;
  std::string Declaration::*member;
};
constexpr std::array<TextProperty, 5> text_properties = {{{"auditor", &Declaration::auditor},
                                                          {"report_url", &Declaration::report_url},
                                                          {"plan_url", &Declaration::plan_url},
                                                          {"yearly_plan_url", &Declaration::yearly_plan_url},
                                                          {"contact_url", &Declaration::contact_url}}};

struct ListProperty {
  const char* name;
  std::vector<std::string> Declaration::*member;
};
constexpr std::array<ListProperty, 7> list_properties = {{{"issues", &Declaration::issues},
                                                          {"burdens", &Declaration::burdens},
                                                          {"exempt", &Declaration::exempt},
                                                          {"technologies", &Declaration::technologies},
                                                          {"environments", &Declaration::environments},
                                                          {"tools", &Declaration::tools},
                                                          {"pages", &Declaration::pages}}};

bool is_address(std::string_view url) {
  if (url.empty()) return true;
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  const bool is_path = url.starts_with('/') && !url.starts_with("//");
  return (is_web || is_path) && url.find_first_of(" \t\"<>\\") == std::string_view::npos;
}

void read_list(const json::Object& object, const ListProperty& property, Declaration& declaration,
               std::vector<FieldError>& errors) {
  const json::Array* list = json::find_array(object, property.name);
  if (list == nullptr || list->size() > most_lines) return errors.push_back({property.name, "declaration.list", {}});
  for (const json::Value& item : *list) {
    if (!item.is_string()) return errors.push_back({property.name, "declaration.list", {}});
    std::string line = one_line(trim(std::string_view(item.as_string())));
    if (length_in_characters(line) > longest_line)
      return errors.push_back({property.name, "input.too_long", {{"maximum", std::to_string(longest_line)}}});
    if (!line.empty()) (declaration.*property.member).push_back(std::move(line));
  }
}

void read_texts(const json::Object& object, Declaration& declaration, std::vector<FieldError>& errors) {
  for (const TextProperty& property : text_properties) {
    std::string text = one_line(trim(json::string_or(object, property.name)));
    if (length_in_characters(text) > longest_line)
      errors.push_back({property.name, "input.too_long", {{"maximum", std::to_string(longest_line)}}});
    if (std::string_view(property.name).ends_with("_url") && !is_address(text))
      errors.push_back({property.name, "declaration.url", {}});
    declaration.*property.member = std::move(text);
  }
}

void read_audit(const json::Object& object, Date today, Declaration& declaration, std::vector<FieldError>& errors) {
  const std::string day = json::string_or(object, "audited_on");
  declaration.audited_on = parse_iso_date(day);
  declaration.criteria_passed = json::find_integer(object, "criteria_passed").value_or(0);
  declaration.criteria_applicable = json::find_integer(object, "criteria_applicable").value_or(0);
  if (!day.empty() && (!declaration.audited_on || *declaration.audited_on > today))
    errors.push_back({"audited_on", "declaration.audited_on", {}});
  const std::int64_t applicable = declaration.criteria_applicable;
  if (applicable < 0 || applicable > most_criteria || (!day.empty() && applicable == 0))
    errors.push_back({"criteria_applicable", "declaration.applicable", {}});
  else if (declaration.criteria_passed < 0 || declaration.criteria_passed > applicable)
    errors.push_back({"criteria_passed", "declaration.passed", {}});
  if (!day.empty() && declaration.auditor.empty()) errors.push_back({"auditor", "declaration.auditor", {}});
}

std::string or_empty(const std::optional<Date>& date) { return date ? to_iso(*date) : ""; }

}  // namespace

std::optional<Date> valid_until(const Declaration& declaration) {
  if (!declaration.audited_on) return std::nullopt;
  Date end = *declaration.audited_on + std::chrono::years(years_valid);
  if (!end.ok()) end = end.year() / end.month() / std::chrono::last;  // 29 February
  return end;
}

Conformity conformity_of(const std::optional<Declaration>& declaration, Date today) {
  const auto end = declaration ? valid_until(*declaration) : std::nullopt;
  if (!end || today > *end || declaration->criteria_applicable == 0) return Conformity::none;
  if (declaration->criteria_passed == declaration->criteria_applicable) return Conformity::full;
  return 2 * declaration->criteria_passed >= declaration->criteria_applicable ? Conformity::partial : Conformity::none;
}

std::string rate_text(const Declaration& declaration) {
  if (declaration.criteria_applicable == 0) return "";
  const std::int64_t tenths = declaration.criteria_passed * 1000 / declaration.criteria_applicable;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "," + std::to_string(tenths % 10);
  return text + "\u00A0%";
}

std::optional<Declaration> read_declaration(db::ReadTx& tx) {
  return tx.one(
      "SELECT declared_on, updated_on, audited_on, criteria_passed, criteria_applicable, details "
      "FROM accessibility_declaration WHERE id = 1",
      [](const db::Row& row) {
        const json::Value value = json::parse_trusted(row.text(5));
        const json::Object& details = value.as_object();
        Declaration declaration;
        for (const TextProperty& property : text_properties)
          declaration.*property.member = json::string_or(details, property.name);
        std::vector<FieldError> none;
        for (const ListProperty& property : list_properties) read_list(details, property, declaration, none);
        declaration.declared_on = parse_iso_date(row.text(0));
        declaration.updated_on = parse_iso_date(row.text(1));
        declaration.audited_on = parse_iso_date(row.text(2));
        declaration.criteria_passed = row.integer(3);
        declaration.criteria_applicable = row.integer(4);
        return declaration;
      });
}

Result<Declaration> parse_declaration(const json::Object& object, Date today) {
  Declaration declaration;
  std::vector<FieldError> errors;
  read_texts(object, declaration, errors);
  for (const ListProperty& property : list_properties) read_list(object, property, declaration, errors);
  read_audit(object, today, declaration, errors);
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return declaration;
}

json::Object to_json(const Declaration& declaration) {
  json::Object object{{"declared_on", or_empty(declaration.declared_on)},
                      {"updated_on", or_empty(declaration.updated_on)},
                      {"audited_on", or_empty(declaration.audited_on)},
                      {"criteria_passed", declaration.criteria_passed},
                      {"criteria_applicable", declaration.criteria_applicable}};
  for (const TextProperty& property : text_properties) object[property.name] = declaration.*property.member;
  for (const ListProperty& property : list_properties) {
    json::Array lines;
    for (const std::string& line : declaration.*property.member) lines.push_back(json::Value(line));
    object[property.name] = std::move(lines);
  }
  return object;
}

void save_declaration(Tenant& tenant, const Actor& actor, const Declaration& declaration, Instant now) {
  const std::string today = to_iso(to_local(now).date);
  tenant.write([&](db::Tx& tx) {
    tx.run(
        "INSERT INTO accessibility_declaration (id, declared_on, updated_on, audited_on, criteria_passed, "
        "criteria_applicable, details) VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET updated_on = "
        "excluded.updated_on, audited_on = excluded.audited_on, criteria_passed = excluded.criteria_passed, "
        "criteria_applicable = excluded.criteria_applicable, details = excluded.details",
        today, today, or_empty(declaration.audited_on), declaration.criteria_passed, declaration.criteria_applicable,
        json::serialize(to_json(declaration)));
    append_event(tx, actor, {"profile", 1}, "declaration.changed", "", now);
  });
}

}  // namespace clocher::tenants
