// Walks schema and value together.
#include "tests/support/schema_check.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <stdexcept>

namespace clocher::test {
namespace {

constexpr std::array<std::string_view, 16> known_keywords = {
    "type",        "required",  "properties",       "additionalProperties",
    "items",       "enum",      "pattern",          "minimum",
    "maximum",     "minLength", "maxLength",        "maxItems",
    "description", "format",    "contentMediaType", "$ref"};

std::string_view type_of(const json::Value& value) {
  if (value.is_null()) return "null";
  if (value.is_bool()) return "boolean";
  if (value.is_string()) return "string";
  if (value.is_array()) return "array";
  if (value.is_object()) return "object";
  return value.is_double() ? "number" : "integer";
}

class Check {
 public:
  explicit Check(const json::Object& document) : document_(document) {}
  std::vector<std::string> found;

  void run(const std::string& place, const json::Object& written, const json::Value& value) {
    const json::Object& schema = resolve(written);
    for (const auto& keyword : schema) {
      if (std::ranges::find(known_keywords, std::string_view(keyword.key())) == known_keywords.end()) {
        throw std::runtime_error("schema: unknown keyword " + std::string(keyword.key()));
      }
    }
    if (!has_type(schema, value)) return note(place, "is " + std::string(type_of(value)));
    if (const json::Array* allowed = json::find_array(schema, "enum")) {
      if (std::ranges::find(*allowed, value) == allowed->end())
        note(place, "not one of the enum: " + json::serialize(value));
    }
    if (value.is_string()) check_text(place, schema, value.get_string());
    if (value.is_int64()) check_number(place, schema, value.get_int64());
    if (value.is_array()) check_array(place, schema, value.get_array());
    if (value.is_object()) check_object(place, schema, value.get_object());
  }

 private:
  void note(const std::string& place, const std::string& problem) {
    found.push_back((place.empty() ? "/" : place) + ": " + problem);
  }

  const json::Object& resolve(const json::Object& schema) const {
    const auto reference = json::find_string(schema, "$ref");
    if (!reference) return schema;
    const json::Object* node = &document_;
    for (const std::string_view part : split(std::string_view(*reference).substr(2), '/'))
      node = json::find_object(*node, part);
    if (node == nullptr) throw std::runtime_error("schema: nothing at " + *reference);
    return resolve(*node);
  }

  static bool has_type(const json::Object& schema, const json::Value& value) {
    const json::Value* type = schema.if_contains("type");
    if (type == nullptr) return true;
    const auto fits = [&](const json::Value& one) {
      return std::string_view(one.as_string()) == type_of(value) ||
             (one.as_string() == "number" && type_of(value) == "integer");
    };
    return type->is_array() ? std::ranges::any_of(type->get_array(), fits) : fits(*type);
  }

  void check_text(const std::string& place, const json::Object& schema, std::string_view text) {
    const auto size = static_cast<std::int64_t>(length_in_characters(text));
    if (const auto least = json::find_integer(schema, "minLength"); least && size < *least) note(place, "too short");
    if (const auto most = json::find_integer(schema, "maxLength"); most && size > *most) note(place, "too long");
    const auto pattern = json::find_string(schema, "pattern");
    if (pattern && !std::regex_search(std::string(text), std::regex(*pattern)))
      note(place, "does not match " + *pattern + ": " + std::string(text));
  }

  void check_number(const std::string& place, const json::Object& schema, std::int64_t number) {
    if (const auto least = json::find_integer(schema, "minimum"); least && number < *least) note(place, "too small");
    if (const auto most = json::find_integer(schema, "maximum"); most && number > *most) note(place, "too large");
  }

  void check_array(const std::string& place, const json::Object& schema, const json::Array& items) {
    if (const auto most = json::find_integer(schema, "maxItems");
        most && static_cast<std::int64_t>(items.size()) > *most)
      note(place, "too many items");
    const json::Object* of_items = json::find_object(schema, "items");
    if (of_items == nullptr) return;
    for (std::size_t i = 0; i < items.size(); ++i) run(place + "/" + std::to_string(i), *of_items, items[i]);
  }

  void check_object(const std::string& place, const json::Object& schema, const json::Object& object) {
    if (const json::Array* required = json::find_array(schema, "required")) {
      for (const json::Value& name : *required) {
        if (!object.contains(name.as_string())) note(place, "lacks " + std::string(name.as_string()));
      }
    }
    const json::Object* properties = json::find_object(schema, "properties");
    const json::Object* others = json::find_object(schema, "additionalProperties");
    if (properties == nullptr && others == nullptr) return;  // any object
    for (const auto& property : object) {
      const std::string_view name(property.key());
      const json::Object* described = properties == nullptr ? nullptr : json::find_object(*properties, name);
      const json::Object* rule = described != nullptr ? described : others;
      if (rule == nullptr)
        note(place, "has " + std::string(name) + ", which nothing describes");
      else
        run(place + "/" + std::string(name), *rule, property.value());
    }
  }

  const json::Object& document_;
};

}  // namespace

std::vector<std::string> mismatches(const json::Object& document, const json::Value& schema, const json::Value& value) {
  Check check(document);
  check.run("", schema.as_object(), value);
  return std::move(check.found);
}

}  // namespace clocher::test
