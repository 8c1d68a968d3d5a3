// The tree that cmark-gfm makes of a text, with handles that free themselves. The only file that includes cmark-gfm.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace clocher::view {

struct CmarkFree {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
  void operator()(char* text) const { std::free(text); }
};
template <class T>
using CmarkOwned = std::unique_ptr<T, CmarkFree>;

// A text and the parser that knows its extensions (tables, autolinks, strikethrough).
struct MarkdownTree {
  CmarkOwned<cmark_parser> parser;
  CmarkOwned<cmark_node> document;
};

// Throws std::runtime_error when the library lacks an extension.
[[nodiscard]] MarkdownTree parse_markdown(std::string_view markdown);

// In the order of the text, the root first.
[[nodiscard]] std::vector<cmark_node*> all_nodes(cmark_node* root);

// What is read: the words of a node and of all below it, line ends as spaces.
[[nodiscard]] std::string plain_text_of(cmark_node* node);

[[nodiscard]] std::string text_or_empty(const char* text);

}  // namespace clocher::view
