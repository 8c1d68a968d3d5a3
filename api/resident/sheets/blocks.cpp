// Lists, chapters, cases, callouts, conditions and pictures of a sheet.
#include "api/resident/sheets/renderer.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

// "ASavoir" -> "sheet.callout.asavoir"
std::string callout_key(std::string_view name) { return "sheet.callout." + fold(name); }

}  // namespace

void SheetRenderer::list(const xml::Node& node) {
  const char* tag = node.attribute("type") == "numero" ? "ol" : "ul";
  out_.append("<").append(tag).append(">\n");
  for (const xml::Node& item : node.children) {
    if (item.name != "Item") continue;
    out_ += "<li>";
    compact(item);
    out_ += "</li>\n";
  }
  out_.append("</").append(tag).append(">\n");
}

void SheetRenderer::chapter(const xml::Node& node) {
  const std::string title = words_of(node.find("Titre"));
  heading(title);
  const int own_level = level_;
  if (!title.empty()) ++level_;
  flow(node);
  level_ = own_level;
}

// Each case folds: the reader opens the one that is theirs. One alone is no choice.
void SheetRenderer::cases(const xml::Node& node) {
  const auto count = std::ranges::count(node.children, "Cas", &xml::Node::name);
  out_ += count > 1 ? "<div class=\"folds\">\n" : "";
  for (const xml::Node& one : node.children) {
    if (one.name != "Cas") continue;
    const std::string title = words_of(one.find("Titre"));
    const bool folds = count > 1 && !title.empty();
    if (folds)
      out_ += "<details class=\"fold\">\n<summary>" + escape_html(title) + "</summary>\n<div>\n";
    else if (!title.empty())
      out_ += "<p><strong>" + escape_html(title) + "</strong></p>\n";
    for (const xml::Node& part : one.children) {
      if (part.name == "Condition") continue;  // its title says which case it is
      const Draw draw = block_drawer(part.name);
      if (draw != nullptr)
        (this->*draw)(part);
      else if (!part.is_text() && !is_passed_over(part.name))
        flow(part);
    }
    out_ += folds ? "</div>\n</details>\n" : "";
  }
  out_ += count > 1 ? "</div>\n" : "";
}

void SheetRenderer::situations(const xml::Node& node) {
  const auto count = std::ranges::count(node.children, "Situation", &xml::Node::name);
  const int first = situations_ + 1;
  if (count > 1) {
    out_ += "<nav class=\"panel\" aria-label=\"" + escape_html(word("sheet.situations")) + "\">\n<p><strong>" +
            escape_html(word("sheet.choose_situation")) + "</strong></p>\n<ul>\n";
    int number = first;
    for (const xml::Node& one : node.children) {
      if (one.name != "Situation") continue;
      out_ += "<li><a href=\"#situation-" + std::to_string(number++) + "\">" +
              escape_html(words_of(one.find("Titre"))) + "</a></li>\n";
    }
    out_ += "</ul>\n</nav>\n";
  }
  for (const xml::Node& one : node.children) {
    if (one.name != "Situation") continue;
    const std::string title = words_of(one.find("Titre"));
    heading(title, "situation-" + std::to_string(++situations_));
    const int own_level = level_;
    if (!title.empty()) ++level_;
    for (const xml::Node& part : one.children) {
      if (part.name == "Texte" || part.name == "Introduction") flow(part);
    }
    level_ = own_level;
  }
}

void SheetRenderer::callout(const xml::Node& node) {
  std::string title = words_of(node.find("Titre"));
  if (title.empty()) title = word(callout_key(node.name));
  out_ += "<div class=\"notice\" role=\"note\">\n<p class=\"notice-title\">" + escape_html(title) + "</p>\n";
  flow(node);
  out_ += "</div>\n";
}

// "et" and "ou" of variables, in words; "" when no document explains them.
std::string SheetRenderer::condition_words(const xml::Node& node) const {
  std::string words;
  for (const xml::Node& part : node.children) {
    std::string meaning;
    if (part.name == "estVrai") {
      const auto found = around_.conditions.find(std::string(part.attribute("var")));
      if (found != around_.conditions.end()) meaning = "«\u00A0" + found->second + "\u00A0»";
    } else if (!part.is_text()) {
      meaning = condition_words(part);
    }
    if (meaning.empty() || words.find(meaning) != std::string::npos) continue;
    if (!words.empty()) words += node.name == "ou" ? " " + word("sheet.or") + " " : " " + word("sheet.and") + " ";
    words += meaning;
  }
  return words;
}

void SheetRenderer::condition(const xml::Node& node) {
  const std::string meaning = condition_words(node);
  out_ +=
      "<p class=\"hint\">" +
      escape_html(meaning.empty() ? word("sheet.condition_unknown") : word("sheet.condition", {{"words", meaning}})) +
      "</p>\n";
}

void SheetRenderer::conditioned(const xml::Node& node) {
  out_ += "<div class=\"conditioned\">\n";
  flow(node);
  out_ += "</div>\n";
}

void SheetRenderer::illustrated(const xml::Node& node) {
  if (const xml::Node* content = node.find("Contenu")) flow(*content);
  if (const xml::Node* picture = node.find("Illustration")) image(*picture);
}

// The feed names its pictures without bringing them: what they show is said, and where they are seen.
void SheetRenderer::image(const xml::Node& node) {
  std::string said = words_of(node.find("TexteDeRemplacement"));
  if (said.empty()) said = words_of(node.find("Legende"));
  out_ += "<p class=\"hint\">";
  text(said.empty() ? word("sheet.picture") : word("sheet.picture_of", {{"words", said}}));
  out_ += " ";
  link(sheet_.sp_url, word("sheet.see_picture"));
  if (const std::string credits = words_of(node.find("Credits")); !credits.empty()) text(" (" + credits + ")");
  out_ += "</p>\n";
  if (const xml::Node* description = node.find("Description")) flow(*description);
}

}  // namespace clocher::api::resident
