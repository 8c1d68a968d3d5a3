// Rich text: Markdown to HTML that needs no sanitising (design D9).
#pragma once

#include <string>
#include <string_view>

namespace clocher::view {

// CommonMark with tables, autolinks and strikethrough. What comes out is valid HTML whatever goes in:
// - raw HTML is shown as text;
// - links go to http(s), mailto, tel and paths of the site only; any other keeps its words and loses its target;
//   http(s) links get rel="noopener external";
// - images come from paths of the site only; any other becomes its alternative text;
// - headings begin below `heading_shift` levels and leave none out (at most h6): the page's own h1 stays alone, and "## A" alone
//   is an h2 as "# A" is;
// - no style attribute, no column alignment (the content policy forbids inline style).
[[nodiscard]] std::string render_markdown(std::string_view markdown, int heading_shift = 1);

// The rule for the targets of links, for addresses that stand in fields of their own.
[[nodiscard]] bool is_safe_link(std::string_view url);

}  // namespace clocher::view
