// Scans tags in order; attributes are quoted by double quotes, as our views write them.
#include "tests/support/html_form.hpp"

#include <array>

namespace clocher::test {
namespace {

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string start = " " + std::string(name) + "=\"";
  const auto begin = tag.find(start);
  if (begin == std::string_view::npos) return "";
  const auto value = tag.substr(begin + start.size());
  return unescape(value.substr(0, value.find('"')));
}

bool has_flag(std::string_view tag, std::string_view name) {
  const std::string flag = " " + std::string(name);
  for (auto at = tag.find(flag); at != std::string_view::npos; at = tag.find(flag, at + 1)) {
    const char after = at + flag.size() < tag.size() ? tag[at + flag.size()] : '>';
    if (after == ' ' || after == '>' || after == '/') return true;
  }
  return false;
}

void read_input(std::string_view tag, HtmlForm& form) {
  const std::string name = attribute(tag, "name");
  const std::string type = attribute(tag, "type");
  if (name.empty()) return;
  form.names.push_back(name);
  const bool is_box = type == "checkbox" || type == "radio";
  if (type == "file" || (is_box && !has_flag(tag, "checked"))) return;
  form.values.emplace_back(name, attribute(tag, "value"));
}

void read_textarea(std::string_view html, std::string_view tag, HtmlForm& form) {
  const std::string name = attribute(tag, "name");
  form.names.push_back(name);
  auto text = html.substr(0, html.find("</textarea>"));
  if (text.starts_with('\n')) text.remove_prefix(1);
  form.values.emplace_back(name, unescape(text));
}

HtmlForm read_form(std::string_view html) {
  HtmlForm form;
  const auto head = html.substr(0, html.find('>') + 1);
  form.action = attribute(head, "action");
  form.is_multipart = attribute(head, "enctype") == "multipart/form-data";
  std::string select;
  for (auto at = html.find('<', 1); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const auto tag = html.substr(at, html.find('>', at) - at + 1);
    if (tag.starts_with("<input ")) read_input(tag, form);
    if (tag.starts_with("<textarea ")) read_textarea(html.substr(at + tag.size()), tag, form);
    if (tag.starts_with("<select ")) form.names.push_back(select = attribute(tag, "name"));
    if (tag.starts_with("<option ") && has_flag(tag, "selected"))
      form.values.emplace_back(select, attribute(tag, "value"));
  }
  return form;
}

}  // namespace

std::string unescape(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 7> entities = {{{"&lt;", '<'},
                                                                                 {"&gt;", '>'},
                                                                                 {"&quot;", '"'},
                                                                                 {"&#39;", '\''},
                                                                                 {"&#x27;", '\''},
                                                                                 {"&apos;", '\''},
                                                                                 {"&amp;", '&'}}};
  std::string plain;
  while (!text.empty()) {
    bool was_entity = false;
    for (const auto& [entity, character] : entities) {
      if (!text.starts_with(entity)) continue;
      plain += character;
      text.remove_prefix(entity.size());
      was_entity = true;
      break;
    }
    if (was_entity) continue;
    plain += text.front();
    text.remove_prefix(1);
  }
  return plain;
}

std::vector<HtmlForm> forms_in(std::string_view html) {
  std::vector<HtmlForm> forms;
  for (auto at = html.find("<form "); at != std::string_view::npos; at = html.find("<form ", at + 1)) {
    forms.push_back(read_form(html.substr(at, html.find("</form>", at) - at)));
  }
  return forms;
}

}  // namespace clocher::test
