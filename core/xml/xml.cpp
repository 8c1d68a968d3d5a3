// Reads with pugixml, which expands no entity but the five of XML, and copies what is within the limits.
#include "core/xml/xml.hpp"

#include "core/base/text.hpp"

#include <pugixml.hpp>

namespace clocher::xml {
namespace {

constexpr unsigned how = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_fragment;

class Copy {
 public:
  explicit Copy(const Limits& limits) : limits_(limits) {}

  bool element(const pugi::xml_node& from, Node& to, std::size_t depth) {
    if (depth > limits_.depth) return refuse("xml.too_deep");
    to.name = from.name();
    for (const pugi::xml_attribute attribute : from.attributes()) {
      if (!count() || !is_utf8(attribute.value())) return false;
      to.attributes.emplace_back(attribute.name(), attribute.value());
    }
    for (const pugi::xml_node child : from.children()) {
      if (!count() || !one(child, to, depth)) return false;
    }
    return true;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  bool one(const pugi::xml_node& child, Node& to, std::size_t depth) {
    switch (child.type()) {
      case pugi::node_element: return element(child, to.children.emplace_back(), depth + 1);
      case pugi::node_pcdata:
      case pugi::node_cdata:
        if (!is_utf8(child.value())) return false;
        to.children.emplace_back().text = child.value();
        return true;
      case pugi::node_doctype: return refuse("xml.doctype");
      default: return true;
    }
  }

  bool is_utf8(std::string_view text) { return is_valid_utf8(text) || refuse("xml.encoding"); }
  bool count() { return ++nodes_ <= limits_.nodes || refuse("xml.too_large"); }
  bool refuse(const char* key) {
    if (problem_.empty()) problem_ = key;
    return false;
  }

  const Limits& limits_;
  std::size_t nodes_ = 0;
  std::string problem_;
};

void append_text(const Node& node, std::string& text) {
  text += node.text;
  for (const Node& child : node.children) append_text(child, text);
}

}  // namespace

std::string_view Node::attribute(std::string_view attribute_name) const {
  for (const auto& [known, value] : attributes) {
    if (known == attribute_name) return value;
  }
  return {};
}

const Node* Node::find(std::string_view child_name) const {
  for (const Node& child : children) {
    if (child.name == child_name) return &child;
  }
  return nullptr;
}

Result<Node> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.size_bytes) return fail(ErrorKind::malformed, "xml.too_large");
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size(), how);
  if (!parsed) return fail(ErrorKind::malformed, "xml.unreadable", {{"reason", parsed.description()}});
  Node top;
  Copy copy(limits);
  if (!copy.element(document, top, 0)) return fail(ErrorKind::malformed, copy.problem());
  Node* root = nullptr;
  for (Node& child : top.children) {
    if (child.is_text() && trim(child.text).empty()) continue;
    if (child.is_text() || root != nullptr)
      return fail(ErrorKind::malformed, "xml.unreadable", {{"reason", "no single root element"}});
    root = &child;
  }
  if (root == nullptr) return fail(ErrorKind::malformed, "xml.unreadable", {{"reason", "no root element"}});
  return std::move(*root);
}

std::string text_of(const Node& node) {
  std::string text;
  append_text(node, text);
  return text;
}

}  // namespace clocher::xml
