// Text, paragraphs, headings and links of a sheet.
#include "api/resident/sheets/renderer.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::api::resident {
namespace {

constexpr int deepest_heading = 6;

// Elements that are no link: the tag around their words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> tags = {{{"MiseEnEvidence", "strong"},
                                                                                {"Expression", "i"},
                                                                                {"Citation", "q"},
                                                                                {"Exposant", "sup"},
                                                                                {"Indice", "sub"},
                                                                                {"Variable", "var"}}};

bool is_language(std::string_view code) {
  return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string words_of(const xml::Node* node) {
  if (node == nullptr) return {};
  const std::string words = xml::text_of(*node);
  return std::string(trim(words));
}

bool is_safe_address(std::string_view address) {
  constexpr std::array<std::string_view, 4> schemes = {"https://", "http://", "mailto:", "tel:"};
  const bool is_known = std::ranges::any_of(schemes, [&](std::string_view scheme) {
    return address.size() > scheme.size() && fold(address.substr(0, scheme.size())) == scheme;
  });
  return is_known && std::ranges::all_of(address, [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

void SheetRenderer::text(std::string_view words) { out_ += escape_html(words); }

std::string SheetRenderer::word(std::string_view key, const Arguments& arguments) const {
  return around_.words.text(key, arguments);
}

void SheetRenderer::heading(std::string_view words, std::string_view id) {
  if (words.empty()) return;
  const std::string tag = "h" + std::to_string(std::min(level_, deepest_heading));
  out_ += "<" + tag;
  if (!id.empty()) out_ += " id=\"" + escape_html(id) + "\"";
  out_ += ">" + escape_html(words) + "</" + tag + ">\n";
}

void SheetRenderer::labelled(std::string_view key, std::string_view words) {
  if (!words.empty()) out_ += "<p>" + escape_html(word(key, {{"value", std::string(words)}})) + "</p>\n";
}

void SheetRenderer::flow(const xml::Node& node) {
  bool is_open = false;
  const auto open = [&] { out_ += std::exchange(is_open, true) ? "" : "<p>"; };
  const auto close = [&] { out_ += std::exchange(is_open, false) ? "</p>\n" : ""; };
  for (const xml::Node& child : node.children) {
    if (child.is_text()) {
      if (is_open || !trim(child.text).empty()) {
        open();
        text(child.text);
      }
    } else if (is_inline(child.name)) {
      open();
      inline_node(child);
    } else if (const Draw draw = block_drawer(child.name)) {
      close();
      (this->*draw)(child);
    } else if (!is_passed_over(child.name)) {
      close();
      flow(child);
    }
  }
  close();
}

// An image is the one block that stands inside lines of text: it is drawn as a sentence.
void SheetRenderer::inline_children(const xml::Node& node) {
  for (const xml::Node& child : node.children) {
    if (child.is_text())
      text(child.text);
    else if (is_inline(child.name))
      inline_node(child);
    else
      inline_children(child);
  }
}

void SheetRenderer::inline_node(const xml::Node& node) {
  if (node.name == "LienInterne" || node.name == "LienIntra") return internal_link(node);
  if (node.name == "LienExterne") return external_link(node);
  if (node.name == "TermeEtranger" && is_language(node.attribute("langue"))) {
    out_ += "<i lang=\"" + std::string(node.attribute("langue")) + "\">";
    inline_children(node);
    out_ += "</i>";
    return;
  }
  for (const auto& [name, tag] : tags) {
    if (name != node.name) continue;
    out_.append("<").append(tag).append(">");
    inline_children(node);
    out_.append("</").append(tag).append(">");
    return;
  }
  inline_children(node);
}

void SheetRenderer::paragraph(const xml::Node& node) {
  const bool holds_block = std::ranges::any_of(
      node.children, [](const xml::Node& child) { return !child.is_text() && block_drawer(child.name) != nullptr; });
  if (holds_block) return flow(node);
  const std::size_t before = out_.size();
  out_ += "<p>";
  const std::size_t start = out_.size();
  inline_children(node);
  if (trim(std::string_view(out_).substr(start)).empty())
    out_.resize(before);
  else
    out_ += "</p>\n";
}

void SheetRenderer::compact(const xml::Node& node) {
  const bool is_lone = node.children.size() == 1 && node.children[0].name == "Paragraphe" &&
                       std::ranges::none_of(node.children[0].children, [](const xml::Node& child) {
                         return !child.is_text() && block_drawer(child.name) != nullptr;
                       });
  if (is_lone)
    inline_children(node.children[0]);
  else
    flow(node);
}

void SheetRenderer::link(std::string_view href, std::string_view words) {
  if (!is_safe_address(href)) return text(words);
  const bool is_web = fold(href.substr(0, 4)) == "http";
  out_ += is_web ? "<a rel=\"noopener external\" href=\"" : "<a href=\"";
  out_ += escape_html(href) + "\">" + escape_html(words) + "</a>";
}

void SheetRenderer::sheet_link(std::string_view id, std::string_view audience, std::string_view words) {
  const sheets::Audience whose = sheets::parse_audience(audience).value_or(sheet_.audience);
  std::string shown(trim(words));
  const sheets::Index::Entry* known = around_.index.find(whose, id);
  if (shown.empty() && known != nullptr) shown = known->title;
  if (shown.empty()) return;
  if (known != nullptr)
    out_ += "<a href=\"" + sheets::path_of(whose, id) + "\">" + escape_html(shown) + "</a>";
  else if (sheets::is_sheet_id(id))
    link(sheets::service_public_url(whose, id), shown);
  else
    text(shown);
}

void SheetRenderer::internal_link(const xml::Node& node) {
  const bool is_intra = node.name == "LienIntra";
  const std::string id(node.attribute(is_intra ? "LienID" : "LienPublication"));
  if (glossary_ids_.contains(id)) return glossary_link(id, words_of(&node));
  // A word of the feed's own dictionary, or a desk, is no page: its name says enough.
  const std::string_view type = node.attribute("type");
  const bool is_page =
      around_.index.find(sheet_.audience, id) != nullptr || (!is_intra && type != "Sigle" && type != "Acronyme");
  if (!is_page) return inline_children(node);
  sheet_link(id, node.attribute("audience"), words_of(&node));
}

// The first use is where the glossary leads back to.
void SheetRenderer::glossary_link(const std::string& id, const std::string& words) {
  if (words.empty()) return;
  const std::string safe = escape_html(id);
  out_ += "<a class=\"term\" href=\"#mot-" + safe + "\"";
  if (used_terms_.insert(id).second) out_ += " id=\"ici-" + safe + "\"";
  out_ += ">" + escape_html(words) + "</a>";
}

void SheetRenderer::external_link(const xml::Node& node) {
  const std::string words = words_of(&node);
  if (words.empty()) return;
  link(node.attribute("URL"), words);
  file_facts(node);
}

}  // namespace clocher::api::resident
