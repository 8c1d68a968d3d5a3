// What surrounds the text of a sheet: its children, guided searches, references, the glossary.
#include "api/resident/sheets/renderer.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::api::resident {
namespace {

// Without the theme that follows the title of a related page.
std::string title_of(const xml::Node& node) {
  const xml::Node* title = node.find("Titre");
  return title != nullptr ? words_of(title) : words_of(&node);
}

}  // namespace

// Sheets and files of sheets below a page N...; those that go with a service, at the end of its page.
void SheetRenderer::children_lists() {
  std::vector<const xml::Node*> loose;
  for (const xml::Node& child : root_.children) {
    if (child.name == "Fiche" || child.name == "Dossier") loose.push_back(&child);
  }
  if (!loose.empty()) {
    if (root_.name == "ServiceComplementaire") heading(word("sheet.see_also"));
    out_ += "<ul>\n";
    for (const xml::Node* child : loose) related(*child);
    out_ += "</ul>\n";
  }
  for (const xml::Node& child : root_.children) {
    if (child.name == "SousDossier" || child.name == "SousTheme") child_group(child);
  }
}

void SheetRenderer::child_group(const xml::Node& node) {
  heading(words_of(node.find("Titre")));
  out_ += "<ul>\n";
  for (const xml::Node& child : node.children) {
    if (child.name == "Fiche" || child.name == "Dossier") related(child);
  }
  out_ += "</ul>\n";
}

void SheetRenderer::related(const xml::Node& node) {
  out_ += "<li>";
  sheet_link(node.attribute("ID"), node.attribute("audience"), title_of(node));
  out_ += "</li>\n";
}

void SheetRenderer::guided_search(const xml::Node& node) {
  out_ += "<p class=\"note\">" + escape_html(word("sheet.guided_search")) + " ";
  sheet_link(node.attribute("ID"), node.attribute("audience"), words_of(&node));
  out_ += "</p>\n";
}

// A tree of questions: every branch stands open, as a list in a list.
void SheetRenderer::branches(const xml::Node& node) {
  out_ += "<ul>\n";
  for (const xml::Node& branch : node.children) {
    if (branch.name != "Problematique" && branch.name != "Branche") continue;
    out_ += "<li>";
    text(words_of(branch.find("Titre")));
    if (const xml::Node* target = branch.find("LienInterne")) {
      out_ += word("sheet.colon");
      internal_link(*target);
    }
    if (const xml::Node* help = branch.find("Aide")) flow(*help);
    if (branch.find("Branche") != nullptr) branches(branch);
    out_ += "</li>\n";
  }
  out_ += "</ul>\n";
}

void SheetRenderer::questionnaire(const xml::Node& node) {
  heading(word("sheet.questionnaire"));
  if (const xml::Node* description = node.find("Description")) flow(*description);
  out_ += "<ul>\n";
  for (const xml::Node& one : node.children) {
    if (one.name != "Question") continue;
    std::string choices;
    for (const xml::Node& choice : one.children) {
      if (choice.name != "Choix") continue;
      choices += (choices.empty() ? "" : ", ") + words_of(choice.find("Titre"));
    }
    out_ += "<li>" + escape_html(words_of(one.find("Titre")) + word("sheet.colon") + choices);
    if (const xml::Node* help = one.find("Aide")) flow(*help);
    out_ += "</li>\n";
  }
  out_ += "</ul>\n";
}

void SheetRenderer::closing_groups() {
  struct Group {
    std::string_view name, heading_key;
    Draw draw;
  };
  using R = SheetRenderer;
  static constexpr std::array<Group, 12> groups = {{
      {"ServiceEnLigne", "sheet.services", &R::service},
      {"ServiceEnLigneAlternatif", "sheet.other_services", &R::service},
      {"OuSAdresser", "sheet.contacts", &R::contact},
      {"OuSAdresserSupport", "sheet.support", &R::contact},
      {"Reference", "sheet.references", &R::reference},
      {"QuestionReponse", "sheet.questions", &R::question},
      {"CommentFaireSi", "sheet.how_to", &R::question},
      {"PourEnSavoirPlus", "sheet.more", &R::reference},
      {"LienExterneCommente", "sheet.links", &R::commented_link},
      {"FicheLiee", "sheet.related", &R::related},
      {"VoirAussi", "sheet.see_also", &R::see_also},
      {"Partenaire", "sheet.partners", &R::partner},
  }};
  for (const Group& each : groups) {
    std::vector<const xml::Node*> items;
    for (const xml::Node& child : root_.children) {
      if (child.name == each.name) items.push_back(&child);
    }
    if (!items.empty()) group(each.heading_key, items, each.draw);
  }
}

// Cards stand side by side, everything else is a list.
void SheetRenderer::group(std::string_view heading_key, const std::vector<const xml::Node*>& items, Draw draw) {
  heading(word(heading_key));
  ++level_;
  const bool is_list = draw != &SheetRenderer::service && draw != &SheetRenderer::contact;
  out_ += is_list ? "<ul>\n" : "";
  for (const xml::Node* item : items) (this->*draw)(*item);
  out_ += is_list ? "</ul>\n" : "";
  --level_;
}

void SheetRenderer::reference(const xml::Node& node) {
  out_ += "<li>";
  link(node.attribute("URL"), words_of(node.find("Titre")));
  file_facts(node);
  if (const std::string note = words_of(node.find("Complement")); !note.empty()) text(" – " + note);
  if (const std::string owner = words_of(node.find("Source")); !owner.empty()) text(" – " + owner);
  if (const xml::Node* when = node.find("Condition")) condition(*when);
  out_ += "</li>\n";
}

void SheetRenderer::question(const xml::Node& node) { related(node); }

void SheetRenderer::see_also(const xml::Node& node) {
  for (const xml::Node& child : node.children) {
    if (!child.is_text()) related(child);
  }
}

void SheetRenderer::commented_link(const xml::Node& node) {
  out_ += "<li>";
  if (const xml::Node* target = node.find("LienExterne")) external_link(*target);
  if (const std::string owner = words_of(node.find("Source")); !owner.empty()) text(" – " + owner);
  if (const xml::Node* comment = node.find("Commentaire")) flow(*comment);
  out_ += "</li>\n";
}

// The feed gives an address only.
void SheetRenderer::partner(const xml::Node& node) {
  const std::string_view url = node.attribute("URL");
  const std::size_t start = url.find("://");
  const std::string_view host = start == std::string_view::npos ? url : url.substr(start + 3);
  out_ += "<li>";
  link(url, host.substr(0, host.find('/')));
  out_ += "</li>\n";
}

// Definitions stand at the end of the page, with a way back to where they are first needed.
void SheetRenderer::glossary() {
  std::vector<const xml::Node*> terms;
  std::set<std::string_view> seen;  // an id stands once in a page
  for (const xml::Node& child : root_.children) {
    const bool is_term = child.name == "Definition" || child.name == "Abreviation";
    if (is_term && glossary_ids_.contains(child.attribute("ID")) && seen.insert(child.attribute("ID")).second)
      terms.push_back(&child);
  }
  if (terms.empty()) return;
  heading(word("sheet.glossary"));
  ++level_;
  out_ += "<dl class=\"terms\">\n";
  for (const xml::Node* term : terms) definition(*term);
  out_ += "</dl>\n";
  --level_;
}

void SheetRenderer::definition(const xml::Node& node) {
  const std::string id(node.attribute("ID"));
  const std::string title = words_of(node.find("Titre"));
  out_ += "<div><dt id=\"mot-" + escape_html(id) + "\">" + escape_html(title) + "</dt>\n<dd>";
  if (const xml::Node* meaning = node.find("Texte")) compact(*meaning);
  const auto count = std::ranges::count(node.children, "Reference", &xml::Node::name);
  if (count > 0) {
    out_ += "<ul>\n";
    for (const xml::Node& child : node.children) {
      if (child.name == "Reference") reference(child);
    }
    out_ += "</ul>\n";
  }
  if (used_terms_.contains(id)) {
    out_ += " <a href=\"#ici-" + escape_html(id) + "\">" + escape_html(word("sheet.back_to_text")) +
            "<span class=\"visually-hidden\">" + escape_html(word("sheet.colon") + title) + "</span></a>";
  }
  out_ += "</dd></div>\n";
}

}  // namespace clocher::api::resident
