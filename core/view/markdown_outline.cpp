// Walks the tree once and takes down each piece with its line.
#include "core/view/markdown_outline.hpp"

#include "core/base/text.hpp"
#include "core/view/markdown_tree.hpp"

namespace clocher::view {
namespace {

// Inline nodes know no line in every version of the library: the block that holds them does.
int line_of(cmark_node* node) {
  for (cmark_node* up = node; up != nullptr; up = cmark_node_parent(up))
    if (const int line = cmark_node_get_start_line(up); line > 0) return line;
  return 0;
}

std::string words_of(cmark_node* node) { return std::string(trim(plain_text_of(node))); }

bool is_all_strong(cmark_node* paragraph) {
  cmark_node* only = cmark_node_first_child(paragraph);
  return only != nullptr && cmark_node_next(only) == nullptr && cmark_node_get_type(only) == CMARK_NODE_STRONG;
}

bool is_list_item(cmark_node* paragraph) {
  cmark_node* parent = cmark_node_parent(paragraph);
  return parent != nullptr && cmark_node_get_type(parent) == CMARK_NODE_ITEM;
}

OutlineTable table_of(cmark_node* table) {
  OutlineTable found{line_of(table), {}};
  cmark_node* row = cmark_node_first_child(table);
  for (cmark_node* cell = row == nullptr ? nullptr : cmark_node_first_child(row); cell != nullptr;
       cell = cmark_node_next(cell))
    found.header.push_back(words_of(cell));
  return found;
}

}  // namespace

MarkdownOutline outline_of(std::string_view markdown) {
  const MarkdownTree tree = parse_markdown(markdown);
  MarkdownOutline outline;
  for (cmark_node* node : all_nodes(tree.document.get())) {
    const auto type = cmark_node_get_type(node);
    const int line = line_of(node);
    if (type == CMARK_NODE_HEADING)
      outline.headings.push_back({line, cmark_node_get_heading_level(node), words_of(node)});
    else if (type == CMARK_NODE_PARAGRAPH)
      outline.paragraphs.push_back({line, words_of(node), is_all_strong(node), is_list_item(node)});
    else if (type == CMARK_NODE_LINK)
      outline.links.push_back({line, words_of(node), text_or_empty(cmark_node_get_url(node))});
    else if (type == CMARK_NODE_IMAGE)
      outline.images.push_back({line, words_of(node), text_or_empty(cmark_node_get_url(node))});
    else if (std::string_view(cmark_node_get_type_string(node)) == "table")
      outline.tables.push_back(table_of(node));
  }
  return outline;
}

std::string readable_text(std::string_view markdown) {
  const MarkdownTree tree = parse_markdown(markdown);
  std::string text;
  for (cmark_node* node : all_nodes(tree.document.get())) {
    const std::string_view type = cmark_node_get_type_string(node);
    const bool is_leaf = type == "paragraph" || type == "heading" || type == "table_cell";
    if (is_leaf) text += plain_text_of(node) + "\n";
    if (type == "code_block") text += text_or_empty(cmark_node_get_literal(node));
  }
  return text;
}

}  // namespace clocher::view
