// Parses with cmark-gfm, corrects the tree, then lets cmark-gfm write it in safe mode.
#include "core/view/markdown.hpp"

#include "core/base/text.hpp"
#include "core/view/markdown_tree.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace clocher::view {
namespace {

bool is_link(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_LINK; }
bool is_image(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_IMAGE; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
  const auto same = [](char expected, char found) { return expected == lower(found); };
  return url.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), url.begin(), same);
}

// A control character or a backslash is read differently by each browser: no honest link has one.
bool is_plain_url(std::string_view url) {
  return std::none_of(url.begin(), url.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f || c == '\\';
  });
}

bool is_site_path(std::string_view url) { return is_plain_url(url) && url.starts_with('/') && !url.starts_with("//"); }

// With a host, and without "https://impots.gouv.fr@elsewhere.example".
bool is_web_url(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!starts_with_scheme(url, scheme)) continue;
    const std::string_view after = url.substr(scheme.size());
    const std::string_view authority = after.substr(0, after.find_first_of("/?#"));
    return is_plain_url(url) && !authority.empty() && authority.find('@') == std::string_view::npos;
  }
  return false;
}

bool is_allowed_link(std::string_view url) {
  const bool is_contact = starts_with_scheme(url, "mailto:") || starts_with_scheme(url, "tel:");
  return is_web_url(url) || is_site_path(url) || (is_contact && is_plain_url(url));
}

void unwrap(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node))
    if (cmark_node_insert_before(node, child) == 0) break;  // the parent takes no such child: it goes with the node
  cmark_node_free(node);
}

void replace_by_text(cmark_node* node, const std::string& literal) {
  cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, literal.c_str());
  cmark_node_replace(node, text);
  cmark_node_free(node);
}

void correct_link(cmark_node* link) {
  std::string url = text_or_empty(cmark_node_get_url(link));
  if (!is_allowed_link(url)) return unwrap(link);
  if (!is_web_url(url)) return;
  std::transform(url.begin(), url.begin() + 5, url.begin(), lower);  // the scheme, so that mark_external finds it
  cmark_node_set_url(link, url.c_str());
}

void show_html_block_as_text(cmark_node* block) {
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
  const std::string literal = text_or_empty(cmark_node_get_literal(block));
  cmark_node_set_literal(text, std::string(trim(literal)).c_str());
  cmark_node_append_child(paragraph, text);
  cmark_node_replace(block, paragraph);
  cmark_node_free(block);
}

// Both ways the library writes alignment are refused by our policy or by HTML: align="" and style="".
void drop_alignment(cmark_node* node) {
  if (std::string_view(cmark_node_get_type_string(node)) != "table") return;
  // In place: the library's setter leaks the list that was there.
  std::fill_n(cmark_gfm_extensions_get_table_alignments(node), cmark_gfm_extensions_get_table_columns(node),
              std::uint8_t{0});
}

// Headings keep their place in the outline, whatever levels their author chose: no level is left out (RGAA 9.1).
class Outline {
 public:
  explicit Outline(int shift) : shift_(shift) {}

  void place(cmark_node* heading) {
    const int written = cmark_node_get_heading_level(heading);
    while (!above_.empty() && above_.back() >= written) above_.pop_back();
    above_.push_back(written);
    cmark_node_set_heading_level(heading, std::clamp(static_cast<int>(above_.size()) + shift_, 1, 6));
  }

 private:
  const int shift_;
  std::vector<int> above_;  // the headings that enclose the present one, as they were written
};

void correct_block(cmark_node* node, Outline& outline) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HEADING)
    outline.place(node);
  else if (type == CMARK_NODE_HTML_BLOCK)
    show_html_block_as_text(node);
  else if (type == CMARK_NODE_HTML_INLINE)
    replace_by_text(node, text_or_empty(cmark_node_get_literal(node)));
  else
    drop_alignment(node);
}

// Images first, as an image's words may hold links that must not surface inside another link.
void correct(cmark_node* root, int heading_shift) {
  Outline outline(heading_shift);
  for (cmark_node* node : all_nodes(root)) correct_block(node, outline);
  const auto is_nested = [](cmark_node* node) {
    for (cmark_node* up = cmark_node_parent(node); up != nullptr; up = cmark_node_parent(up))
      if (is_image(up)) return true;
    return false;
  };
  std::vector<cmark_node*> images;
  for (cmark_node* node : all_nodes(root))
    if (is_image(node) && !is_nested(node)) images.push_back(node);
  for (cmark_node* image : images)
    if (!is_site_path(text_or_empty(cmark_node_get_url(image)))) replace_by_text(image, plain_text_of(image));
  for (cmark_node* node : all_nodes(root))
    if (is_link(node) && !is_nested(node)) correct_link(node);
}

// The library writes no rel. Its own tags are the only place where "<a" can stand: in text and attributes "<" is an entity.
std::string mark_external(std::string_view html) {
  constexpr std::string_view opening = "<a href=\"http";
  std::string marked;
  for (auto at = html.find(opening); at != std::string_view::npos; at = html.find(opening)) {
    marked.append(html.substr(0, at)).append("<a rel=\"noopener external\" href=\"http");
    html.remove_prefix(at + opening.size());
  }
  return marked.append(html);
}

}  // namespace

std::string render_markdown(std::string_view markdown, int heading_shift) {
  const MarkdownTree tree = parse_markdown(markdown);
  correct(tree.document.get(), heading_shift);
  const CmarkOwned<char> html(
      cmark_render_html(tree.document.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(tree.parser.get())));
  return mark_external(html.get());
}

bool is_safe_link(std::string_view url) { return is_allowed_link(url); }

}  // namespace clocher::view
