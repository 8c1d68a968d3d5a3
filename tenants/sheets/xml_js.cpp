// Copies what is an element or a text; anything else in the tree is passed over.
#include "tenants/sheets/xml_js.hpp"

#include "core/base/text.hpp"
#include "core/json/json.hpp"

namespace clocher::sheets {
namespace {

constexpr std::size_t json_levels_per_element = 2;  // the object and its list of children

class Reading {
 public:
  explicit Reading(const xml::Limits& limits) : limits_(limits) {}

  bool element(const json::Object& from, xml::Node& to, std::size_t depth) {
    if (depth > limits_.depth) return refuse("xml.too_deep");
    to.name = json::string_or(from, "name");
    if (const json::Object* attributes = json::find_object(from, "attributes")) {
      for (const auto& [name, value] : *attributes) {
        if (!count()) return false;
        to.attributes.emplace_back(std::string(name), json::string_or(*attributes, name));
      }
    }
    const json::Array* children = json::find_array(from, "children");
    if (children == nullptr) return true;
    for (const json::Value& child : *children) {
      if (!count() || !one(child, to, depth)) return false;
    }
    return true;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  bool one(const json::Value& child, xml::Node& to, std::size_t depth) {
    if (!child.is_object()) return true;
    const json::Object& object = child.get_object();
    const std::string type = json::string_or(object, "type");
    if (type == "element" && !json::string_or(object, "name").empty())
      return element(object, to.children.emplace_back(), depth + 1);
    if (type == "text" || type == "cdata") to.children.emplace_back().text = json::string_or(object, type);
    return true;
  }

  bool count() { return ++nodes_ <= limits_.nodes || refuse("xml.too_large"); }
  bool refuse(const char* key) {
    if (problem_.empty()) problem_ = key;
    return false;
  }

  const xml::Limits& limits_;
  std::size_t nodes_ = 0;
  std::string problem_;
};

}  // namespace

Result<xml::Node> parse_xml_js(std::string_view json_text, const xml::Limits& limits) {
  if (json_text.size() > limits.size_bytes) return fail(ErrorKind::malformed, "xml.too_large");
  const auto value = json::parse(json_text, json_levels_per_element * (limits.depth + 1));
  if (!value) return fail(value.error());
  if (!value->is_object()) return fail(ErrorKind::malformed, "json.unreadable");
  xml::Node top;
  Reading reading(limits);
  if (!reading.element(value->get_object(), top, 0)) return fail(ErrorKind::malformed, reading.problem());
  for (xml::Node& child : top.children) {
    if (!child.is_text()) return std::move(child);
  }
  return fail(ErrorKind::malformed, "xml.unreadable", {{"reason", "no root element"}});
}

}  // namespace clocher::sheets
