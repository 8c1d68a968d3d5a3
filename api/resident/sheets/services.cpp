// Forms, online services and desks of a sheet.
#include "api/resident/sheets/renderer.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::api::resident {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> formats = {
    {{"application/pdf", "PDF"},
     {"application/msword", "DOC"},
     {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"},
     {"application/vnd.oasis.opendocument.text", "ODT"},
     {"application/vnd.ms-excel", "XLS"},
     {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
     {"application/vnd.oasis.opendocument.spreadsheet", "ODS"},
     {"application/rtf", "RTF"},
     {"application/zip", "ZIP"},
     {"image/gif", "GIF"},
     {"image/jpeg", "JPEG"},
     {"image/png", "PNG"}}};

std::string format_word(std::string_view type) {
  const std::string plain = fold(type.substr(0, type.find(';')));
  const auto found = std::ranges::find(formats, plain, &std::pair<std::string_view, std::string_view>::first);
  return found == formats.end() ? "" : std::string(found->second);
}

// "656.3 KB" -> "656,3 Ko".
std::string size_word(std::string_view size) {
  std::string out;
  for (std::size_t i = 0; i < size.size() && out.size() < 24; ++i) {
    const char c = size[i];
    if (c == '.') out += ',';
    if (c == ' ') out += "\u00A0";
    if (c == 'B' && i + 1 == size.size()) out += 'o';
    if (c == 'K' && i + 1 < size.size()) out += 'K';
    if ((c >= '0' && c <= '9') || c == 'M' || c == 'G') out += c;
  }
  return out;
}

// The word before a service: what kind of thing it is.
std::string kind_key(std::string_view type) {
  const std::string kind = fold(type);
  if (kind.starts_with("formulaire")) return "form";
  if (kind.starts_with("simulateur")) return "simulator";
  if (kind.starts_with("modele")) return "model";
  if (kind.starts_with("outil")) return "tool";
  return "service";
}

}  // namespace

// " (PDF, 656,3 Ko)", " (en anglais)" is left to the link's own words.
void SheetRenderer::file_facts(const xml::Node& node) {
  std::string facts = format_word(node.attribute("format"));
  const std::string size = size_word(node.attribute("poids"));
  if (!facts.empty() && !size.empty()) facts += ", " + size;
  if (!facts.empty()) text(" (" + facts + ")");
}

// Also the public of a sheet: a short line under what it belongs to.
void SheetRenderer::source(const xml::Node& node) {
  const std::string words = words_of(&node);
  if (words.empty()) return;
  out_ += "<p class=\"hint\">" + escape_html(node.name == "Cible" ? word("sheet.public", {{"value", words}}) : words) +
          "</p>\n";
}

void SheetRenderer::cerfa(const xml::Node& node) { labelled("sheet.cerfa", words_of(&node)); }
void SheetRenderer::other_number(const xml::Node& node) { labelled("sheet.other_number", words_of(&node)); }

void SheetRenderer::service(const xml::Node& node) {
  const std::string title = words_of(node.find("Titre"));
  out_ += "<div class=\"panel\">\n<p><span class=\"tag\">" +
          escape_html(word("sheet.kind." + kind_key(node.attribute("type")))) + "</span><br>";
  const std::string_view url = node.attribute("URL");
  if (url.empty())
    sheet_link(node.attribute("ID"), node.attribute("audience"), title);
  else
    link(url, title);
  file_facts(node);
  out_ += "</p>\n";
  labelled("sheet.cerfa", node.attribute("numerocerfa"));
  labelled("sheet.other_number", node.attribute("autrenumero"));
  flow(node);
  if (const xml::Node* owner = node.find("Source")) source(*owner);
  out_ += "</div>\n";
}

// What goes with a form: its own title, where it is, how to fill it.
void SheetRenderer::annexe(const xml::Node& node) {
  const xml::Node* target = node.find("LienWeb");
  const std::string title = words_of(node.find("Titre"));
  out_ += "<p>";
  if (target != nullptr) {
    link(target->attribute("URL"), title);
    file_facts(*target);
  } else {
    text(title);
  }
  out_ += "</p>\n";
  labelled("sheet.cerfa", node.attribute("numerocerfa"));
  for (const xml::Node& part : node.children) {
    if (part.name == "Texte") flow(part);
    if (part.name == "NoticeLiee") notice_link(part);
  }
}

void SheetRenderer::notice_link(const xml::Node& node) {
  out_ += "<p>";
  link(node.attribute("URL"), words_of(&node).empty() ? word("sheet.notice") : words_of(&node));
  file_facts(node);
  out_ += "</p>\n";
}

// The page of a form or service: the way to it, before anything else.
void SheetRenderer::main_link(const xml::Node& node) {
  const std::string_view url = node.attribute("URL");
  if (!is_safe_address(url)) return;
  out_ += "<p><a class=\"button\" rel=\"noopener external\" href=\"" + escape_html(url) + "\">" +
          escape_html(word("sheet.open." + kind_key(sheet_.kind)));
  file_facts(node);
  out_ += "</a></p>\n";
  if (const xml::Node* owner = node.find("Source")) source(*owner);
}

// A desk: the commune's own when it is one of those it knows (PivotLocal), else where the State lists them.
void SheetRenderer::contact(const xml::Node& node) {
  const std::string pivot = words_of(node.find("PivotLocal"));
  const auto own = around_.contacts_html.find(pivot);
  const xml::Node* web = node.find("RessourceWeb");
  const std::string title = words_of(node.find("Titre"));
  const bool is_linked = own == around_.contacts_html.end() && web != nullptr;
  out_ += "<div class=\"panel\">\n<p><strong>";
  if (is_linked)
    link(web->attribute("URL"), title);
  else
    text(title);
  out_ += "</strong></p>\n";
  if (const std::string note = words_of(node.find("Complement")); !note.empty())
    out_ += "<p>" + escape_html(note) + "</p>\n";
  if (own != around_.contacts_html.end()) out_ += own->second;
  flow(node);
  if (const xml::Node* owner = node.find("Source")) source(*owner);
  out_ += "</div>\n";
}

}  // namespace clocher::api::resident
