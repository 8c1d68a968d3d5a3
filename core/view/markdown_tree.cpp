// Parses with the extensions that pages of a commune use.
#include "core/view/markdown_tree.hpp"

#include <stdexcept>

namespace clocher::view {

std::string text_or_empty(const char* text) { return text == nullptr ? "" : text; }

MarkdownTree parse_markdown(std::string_view markdown) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  (void)registered;
  CmarkOwned<cmark_parser> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
  for (const char* name : {"table", "autolink", "strikethrough"}) {
    cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
    if (extension == nullptr) throw std::runtime_error(std::string("markdown: no extension ") + name);
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  CmarkOwned<cmark_node> document(cmark_parser_finish(parser.get()));
  return {std::move(parser), std::move(document)};
}

std::vector<cmark_node*> all_nodes(cmark_node* root) {
  std::vector<cmark_node*> nodes;
  const CmarkOwned<cmark_iter> iterator(cmark_iter_new(root));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get()))
    if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iterator.get()));
  return nodes;
}

std::string plain_text_of(cmark_node* node) {
  std::string text;
  for (cmark_node* inner : all_nodes(node)) {
    const auto type = cmark_node_get_type(inner);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += text_or_empty(cmark_node_get_literal(inner));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return text;
}

}  // namespace clocher::view
