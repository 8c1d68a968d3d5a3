// The stored form of a document: ["Liste", {"type": "puce"}, child, ...] and texts as strings, compressed.
#include "tenants/sheets/document.hpp"

#include "core/http/compress.hpp"
#include "core/json/json.hpp"

#include <stdexcept>

namespace clocher::sheets {
namespace {

constexpr std::size_t most_bytes = 64 * 1024 * 1024;
constexpr std::size_t json_depth = 160;  // two lists a level, and some

json::Array to_json(const xml::Node& node) {
  json::Array element;
  element.emplace_back(node.name);
  json::Object attributes;
  for (const auto& [name, value] : node.attributes) attributes[name] = value;
  if (!attributes.empty()) element.emplace_back(std::move(attributes));
  for (const xml::Node& child : node.children) {
    if (child.is_text())
      element.emplace_back(child.text);
    else
      element.emplace_back(to_json(child));
  }
  return element;
}

std::string string_of(const json::Value& value) {
  const auto& text = value.as_string();
  return {text.data(), text.size()};
}

xml::Node from_json(const json::Array& element) {
  xml::Node node;
  node.name = string_of(element.at(0));
  for (std::size_t i = 1; i < element.size(); ++i) {
    const json::Value& part = element[i];
    if (part.is_object()) {
      for (const auto& [name, value] : part.get_object())
        node.attributes.emplace_back(std::string(name), string_of(value));
    } else if (part.is_array()) {
      node.children.push_back(from_json(part.get_array()));
    } else {
      node.children.emplace_back().text = string_of(part);
    }
  }
  return node;
}

}  // namespace

std::string pack(const xml::Node& root) { return http::gzip(json::serialize(to_json(root))); }

xml::Node unpack(std::string_view packed) {
  const auto text = http::gunzip(packed, most_bytes);
  if (!text) throw std::runtime_error("sheets: a stored document cannot be read");
  const json::Value value = json::parse_trusted(*text, json_depth);
  return from_json(value.as_array());
}

}  // namespace clocher::sheets
