// XML as a tree of values. The only file that includes pugixml is xml.cpp.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::xml {

// An element, or a piece of text between elements (then `name` is "" and `text` is what it says).
struct Node {
  std::string name;
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Node> children;

  [[nodiscard]] bool is_text() const { return name.empty(); }
  // "" when absent.
  [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
  // The first child element of that name; nullptr when there is none.
  [[nodiscard]] const Node* find(std::string_view child_name) const;
};

struct Limits {
  std::size_t size_bytes = 16 * 1024 * 1024;
  std::size_t depth = 64;
  std::size_t nodes = 400'000;
};

// The root element. Text is UTF-8 whatever the file was written in; comments and processing instructions are left out, CDATA
// is text. Fails (malformed) with xml.unreadable, xml.encoding, xml.too_deep, xml.too_large, or xml.doctype: a document type
// could declare entities, which are never expanded.
[[nodiscard]] Result<Node> parse(std::string_view text, const Limits& limits = {});

// All text below, as it stands.
[[nodiscard]] std::string text_of(const Node& node);

}  // namespace clocher::xml
