// A small tokenizer of start tags: our pages are well formed, so whatever opens with "<" and a letter is an element.
#include "tests/support/markup_scan.hpp"

#include "core/base/text.hpp"
#include "tests/support/html_form.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace clocher::test {
namespace {

constexpr std::array elements = {
    "a",      "abbr",    "address", "article", "aside",  "b",      "blockquote", "body",  "br",     "button", "caption", "circle",
    "code",   "dd",      "del",     "details", "div",    "dl",     "dt",         "em",    "ellipse", "fieldset", "figcaption", "figure",
    "footer", "form",    "g",       "h1",      "h2",     "h3",     "h4",         "h5",    "h6",     "head",   "header",  "hr",
    "html",   "img",     "input",   "label",   "legend", "li",     "link",       "main",  "mark",   "meta",   "nav",     "ol",
    "optgroup", "option", "p",      "path",    "picture", "polygon", "pre",      "progress", "q",   "rect",   "search",  "section",
    "select", "small",   "source",  "span",    "strong", "sub",    "summary",    "sup",   "svg",    "table",  "tbody",   "td",
    "textarea", "tfoot", "th",      "thead",   "time",   "title",  "tr",         "ul",    "use"};
constexpr std::array addresses = {"href", "src", "action", "formaction", "xlink:href", "poster", "data", "cite", "background"};

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':' || c == '_'; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool is_safe_address(const std::string& value) {
  // Browsers leave out tabs and line ends before they look for a scheme.
  std::string plain;
  for (const char c : unescape(value)) {
    if (static_cast<unsigned char>(c) > ' ') plain += c;
  }
  const std::string address = lower(plain);
  if (address.empty() || address.front() == '#' || address.front() == '?') return true;
  if (address.front() == '/') return !address.starts_with("//") && !address.starts_with("/\\");
  return address.starts_with("http://") || address.starts_with("https://") || address.starts_with("mailto:") ||
         address.starts_with("tel:");
}

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  std::vector<std::string> run() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<' && at_ + 1 < html_.size() && std::isalpha(static_cast<unsigned char>(html_[at_ + 1])) != 0)
        read_element();
      else
        ++at_;
    }
    return faults_;
  }

 private:
  std::string read_name() {
    const std::size_t from = at_;
    while (at_ < html_.size() && is_name(html_[at_])) ++at_;
    return lower(html_.substr(from, at_ - from));
  }
  std::string read_value() {
    const char quote = html_[at_];
    const bool is_quoted = quote == '"' || quote == '\'';
    if (is_quoted) ++at_;
    const std::size_t from = at_;
    const auto is_end = [&](char c) { return is_quoted ? c == quote : c == '>' || std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (at_ < html_.size() && !is_end(html_[at_])) ++at_;
    return std::string(html_.substr(from, at_++ - from));
  }
  // The one script that residents' pages may hold: data, whose first "<" is that of its own end.
  bool is_data() {
    static constexpr std::string_view start = "<script type=\"application/ld+json\">";
    if (html_.substr(at_, start.size()) != start) return false;
    const std::size_t end = html_.find('<', at_ + start.size());
    if (end == std::string_view::npos || !html_.substr(end).starts_with("</script>")) return false;
    at_ = end;
    return true;
  }
  void read_element() {
    if (is_data()) return;
    ++at_;
    const std::string element = read_name();
    if (std::ranges::find(elements, element) == elements.end()) faults_.push_back("element " + element);
    while (at_ < html_.size() && html_[at_] != '>') {
      if (!is_name(html_[at_])) {
        ++at_;
        continue;
      }
      read_attribute();
    }
  }
  void read_attribute() {
    const std::string name = read_name();
    std::string value;
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      value = read_value();
    }
    if (name.starts_with("on") || name == "style" || name == "srcdoc") faults_.push_back("attribute " + name);
    if (std::ranges::find(addresses, name) != addresses.end() && !is_safe_address(value))
      faults_.push_back("address " + value);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> dangers_in(std::string_view html) { return Scanner(html).run(); }

}  // namespace clocher::test
