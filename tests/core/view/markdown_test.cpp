// What editors may write, and that nothing they or a thief of their account writes becomes active.
#include "core/view/markdown.hpp"

#include "tests/core/view/markdown_attacks.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

using clocher::view::render_markdown;

namespace {

// The opening tags of the output with their attributes: text is escaped, so "<" only ever starts a tag.
std::vector<std::string> tags_of(const std::string& html) {
  std::vector<std::string> tags;
  for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1))
    tags.push_back(html.substr(at, html.find('>', at) - at + 1));
  return tags;
}

std::string name_of(const std::string& tag) {
  const auto start = tag.find_first_not_of("</");
  return tag.substr(start, tag.find_first_of(" />", start) - start);
}

const std::set<std::string> allowed_names = {"p",   "a",     "h2",    "h3",    "h4", "h5", "h6",         "em", "strong",
                                             "del", "code",  "pre",   "ul",    "ol", "li", "blockquote", "br", "hr",
                                             "img", "table", "thead", "tbody", "tr", "th", "td"};

// Takes allowed attributes away and sees whether anything is left.
bool is_harmless(const std::string& tag) {
  if (!allowed_names.contains(name_of(tag))) return false;
  for (auto at = tag.find('"'); at != std::string::npos;) {
    const auto end = tag.find('"', at + 1);
    const auto name_start = tag.find_last_of(' ', at);
    const std::string name = tag.substr(name_start + 1, at - name_start - 2), value = tag.substr(at + 1, end - at - 1);
    const bool is_target = name == "href" || name == "src";
    static const std::set<std::string> plain = {"rel", "title", "alt", "class", "start"};
    const bool is_site_path = value.starts_with("/") && !value.starts_with("//");
    const bool is_allowed_target =
        is_site_path ||
        (name == "href" && (value.starts_with("https://") || value.starts_with("http://") ||
                            value.starts_with("mailto:") || value.starts_with("tel:") || value.starts_with("MAILTO:")));
    if (!(is_target ? is_allowed_target : plain.contains(name))) return false;
    at = tag.find('"', end + 1);
  }
  return true;
}

}  // namespace

TEST_CASE("editors get headings, emphasis, lists, quotes, rules and code", "[markdown]") {
  CHECK(render_markdown("# Titre\n\nUn *mot* **fort**, ~~barré~~, `code`.\n\n- a\n- b\n\n3. c\n\n> cité\n\n---\n") ==
        "<h2>Titre</h2>\n<p>Un <em>mot</em> <strong>fort</strong>, <del>barré</del>, <code>code</code>.</p>\n"
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol "
        "start=\"3\">\n<li>c</li>\n</ol>\n<blockquote>\n<p>cité</p>\n</blockquote>\n<hr />\n");
}

TEST_CASE("headings move down and stop at h6", "[markdown]") {
  CHECK(render_markdown("# a\n## b\n### c", 2) == "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n");
  CHECK(render_markdown("# a\n## b\n### c", 4) == "<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>\n");
  CHECK(render_markdown("Titre\n=====\n").find("<h1>") == std::string::npos);
}

TEST_CASE("headings leave no level out, whatever was written", "[markdown]") {
  CHECK(render_markdown("## a\n## b") == "<h2>a</h2>\n<h2>b</h2>\n");
  CHECK(render_markdown("# a\n#### b\n#### c\n# d") == "<h2>a</h2>\n<h3>b</h3>\n<h3>c</h3>\n<h2>d</h2>\n");
  CHECK(render_markdown("### a\n## b\n### c") == "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n");
}

TEST_CASE("a table has no alignment, which would need inline style", "[markdown]") {
  const std::string html =
      render_markdown("| a | b |\n|:--|--:|\n| 1 | [x](https://a.fr) ![i](https://a.fr/i) <b> |\n");
  CHECK(html ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n"
        "<td><a rel=\"noopener external\" href=\"https://a.fr\">x</a> i &lt;b&gt;</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("links go to the web, to mail, to the phone and to our own pages", "[markdown]") {
  CHECK(render_markdown("[a](/demarches)") == "<p><a href=\"/demarches\">a</a></p>\n");
  CHECK(render_markdown("[a](tel:+33243000000)") == "<p><a href=\"tel:+33243000000\">a</a></p>\n");
  CHECK(render_markdown("[a](mailto:mairie@assy.fr)") == "<p><a href=\"mailto:mairie@assy.fr\">a</a></p>\n");
  CHECK(render_markdown("[a](HTTPS://Assy.fr/é?x=1&y=2 \"T\")") ==
        "<p><a rel=\"noopener external\" href=\"https://Assy.fr/%C3%A9?x=1&amp;y=2\" title=\"T\">a</a></p>\n");
}

TEST_CASE("addresses in the text become links of their own", "[markdown]") {
  CHECK(render_markdown("Voir https://assy.fr, www.assy.fr ou mairie@assy.fr.") ==
        "<p>Voir <a rel=\"noopener external\" href=\"https://assy.fr\">https://assy.fr</a>, "
        "<a rel=\"noopener external\" href=\"http://www.assy.fr\">www.assy.fr</a> ou "
        "<a href=\"mailto:mairie@assy.fr\">mairie@assy.fr</a>.</p>\n");
}

TEST_CASE("a link that is not allowed keeps its words and loses its target", "[markdown]") {
  CHECK(render_markdown("Lire [**la** suite](javascript:alert(1)).") == "<p>Lire <strong>la</strong> suite.</p>\n");
}

TEST_CASE("an image of our own site stays, any other becomes its words", "[markdown]") {
  CHECK(render_markdown("![Le *clocher*](/media/a.jpg)") == "<p><img src=\"/media/a.jpg\" alt=\"Le clocher\" /></p>\n");
  CHECK(render_markdown("![Le *clocher*](https://spy.example/a.gif)") == "<p>Le clocher</p>\n");
  CHECK(render_markdown("![a](//spy.example/a.gif)") == "<p>a</p>\n");
  CHECK(render_markdown("![a](data:image/png;base64,AAAA)") == "<p>a</p>\n");
}

TEST_CASE("raw HTML is shown as text, nothing of it is lost", "[markdown]") {
  CHECK(render_markdown("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
  CHECK(render_markdown("<div onclick=\"x\">\nbonjour\n</div>\n") ==
        "<p>&lt;div onclick=&quot;x&quot;&gt;\nbonjour\n&lt;/div&gt;</p>\n");
  CHECK(render_markdown("<!-- note -->") == "<p>&lt;!-- note --&gt;</p>\n");
}

TEST_CASE("a link never holds another link", "[markdown]") {
  for (const char* text : {"[![a [b](https://c.fr)](https://img.fr)](https://d.fr)", "[a https://b.fr c](https://d.fr)",
                           "[[a](/b)](/c)"}) {
    const std::string html = render_markdown(text);
    CAPTURE(html);
    const auto first = html.find("<a "), second = html.find("<a ", first + 1);
    CHECK((second == std::string::npos || html.find("</a>", first) < second));
  }
}

TEST_CASE("text that looks like our own tag is not given a rel", "[markdown]") {
  CHECK(render_markdown("`<a href=\"http` et \\<a href=\"http://x\">").find("<a href") == std::string::npos);
}

TEST_CASE("bytes that are not UTF-8, and NUL, become replacement characters", "[markdown]") {
  CHECK(render_markdown("caf\xE9") == "<p>caf\uFFFD</p>\n");
  CHECK(render_markdown(std::string("a\0b", 3)) == "<p>a\uFFFDb</p>\n");
}

TEST_CASE("nothing that is written becomes active", "[markdown]") {
  CHECK(markdown_attacks.size() >= 60);
  for (const std::string& attack : markdown_attacks) {
    const std::string html = render_markdown(attack);
    for (const std::string& tag : tags_of(html)) {
      CAPTURE(attack, html, tag);
      CHECK(is_harmless(tag));
    }
  }
}

TEST_CASE("the check of this file sees what is active", "[markdown]") {
  for (const char* tag :
       {"<script>", "<a href=\"javascript:x\">", "<img src=\"https://a\">", "<a href=\"//a\">", "<p style=\"x\">",
        "<a href=\"/a\" onclick=\"x\">", "<h1>", "<td align=\"left\">", "<!-- x -->", "<img src=\"data:x\">"})
    CHECK_FALSE(is_harmless(tag));
  CHECK(is_harmless("<a rel=\"noopener external\" href=\"https://a.fr\" title=\"x\">"));
}

TEST_CASE("a text made to be slow is rendered in time", "[markdown]") {
  const auto unit = GENERATE(values<std::string>(
      {"[",  "![",   "*a_ ", "> ",     "<",  "&",   "`",      "a**b",    "[a](",          "|a", "- ",  "~~a", "\\",
       "<a", "www.", "a@",   "[a][b]", "<?", "<!A", "![[]()", "**a *b ", "https://a.b/(", "_",  "(((", "\t> "}));
  std::string text;
  while (text.size() < 50'000) text += unit;
  CAPTURE(unit);
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(render_markdown(text).empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}
