// The table of the vocabulary, and the order of a page.
#include "api/resident/sheets/renderer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::api::resident {
namespace {

// Drawn inside a line; see inline_node.
constexpr std::array<std::string_view, 11> inline_names = {"MiseEnEvidence", "Expression",    "Citation", "LienInterne",
                                                           "LienExterne",    "LienIntra",     "Valeur",   "Exposant",
                                                           "Indice",         "TermeEtranger", "Variable"};

// Read by the element around them, shown in the head of the page, or not for readers.
constexpr std::array<std::string_view, 42> passed_over = {"Publication",
                                                          "ServiceComplementaire",
                                                          "Titre",
                                                          "TitreAlternatif",
                                                          "Item",
                                                          "Cas",
                                                          "Situation",
                                                          "Rangée",
                                                          "Colonne",
                                                          "Cellule",
                                                          "Resume",
                                                          "Source",
                                                          "Complement",
                                                          "PivotLocal",
                                                          "RessourceWeb",
                                                          "Theme",
                                                          "Audience",
                                                          "Canal",
                                                          "SurTitre",
                                                          "FilDAriane",
                                                          "Niveau",
                                                          "SousThemePere",
                                                          "DossierPere",
                                                          "SousDossierPere",
                                                          "SiSelectionne",
                                                          "affecteVrai",
                                                          "affecteFaux",
                                                          "estVrai",
                                                          "estIndefini",
                                                          "ou",
                                                          "et",
                                                          "Problematique",
                                                          "Branche",
                                                          "Aide",
                                                          "Question",
                                                          "Choix",
                                                          "Legende",
                                                          "IntituleSiSelectionne",
                                                          "Credits",
                                                          "TexteDeRemplacement",
                                                          "Commentaire",
                                                          "Contenu"};

// Only at the root: drawn by closing_groups, children_lists and glossary.
constexpr std::array<std::string_view, 14> root_names = {
    "Reference",           "VoirAussi",  "QuestionReponse", "CommentFaireSi", "PourEnSavoirPlus",
    "FicheLiee",           "Fiche",      "Dossier",         "Definition",     "Abreviation",
    "LienExterneCommente", "Partenaire", "SousDossier",     "SousTheme"};

bool holds(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

void collect(const xml::Node& node, std::string_view name, const std::function<void(const xml::Node&)>& take) {
  if (node.name == name) take(node);
  for (const xml::Node& child : node.children) collect(child, name, take);
}

void keep_new(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

}  // namespace

SheetRenderer::Draw SheetRenderer::block_drawer(std::string_view name) {
  using R = SheetRenderer;
  static constexpr std::array<std::pair<std::string_view, Draw>, 33> drawers = {{
      {"Paragraphe", &R::paragraph},
      {"Texte", &R::flow},
      {"Introduction", &R::flow},
      {"Description", &R::flow},
      {"Liste", &R::list},
      {"Chapitre", &R::chapter},
      {"SousChapitre", &R::chapter},
      {"BlocCas", &R::cases},
      {"ListeSituations", &R::situations},
      {"ASavoir", &R::callout},
      {"ANoter", &R::callout},
      {"Attention", &R::callout},
      {"Rappel", &R::callout},
      {"Avertissement", &R::callout},
      {"Condition", &R::condition},
      {"FragmentConditionne", &R::conditioned},
      {"ContenuIllustre", &R::illustrated},
      {"Illustration", &R::image},
      {"Image", &R::image},
      {"Tableau", &R::table},
      {"ServiceEnLigne", &R::service},
      {"ServiceEnLigneAnnexe", &R::annexe},
      {"ServiceEnLigneAlternatif", &R::service},
      {"NoticeLiee", &R::notice_link},
      {"OuSAdresser", &R::contact},
      {"OuSAdresserSupport", &R::contact},
      {"LienWeb", &R::main_link},
      {"NumeroCerfa", &R::cerfa},
      {"AutreNumero", &R::other_number},
      {"RechercheGuidee", &R::guided_search},
      {"Problematiques", &R::branches},
      {"Questionnaire", &R::questionnaire},
      {"Cible", &R::source},
  }};
  for (const auto& [known, draw] : drawers) {
    if (known == name) return draw;
  }
  return nullptr;
}

bool SheetRenderer::is_inline(std::string_view name) { return holds(inline_names, name); }
bool SheetRenderer::is_passed_over(std::string_view name) { return holds(passed_over, name); }

SheetRenderer::SheetRenderer(const sheets::Sheet& sheet, const xml::Node& root, const SheetSurroundings& surroundings)
    : sheet_(sheet), root_(root), around_(surroundings) {
  for (const xml::Node& child : root.children) {
    const bool is_term = child.name == "Definition" || child.name == "Abreviation";
    if (is_term && sheets::is_sheet_id(child.attribute("ID"))) glossary_ids_.emplace(child.attribute("ID"));
  }
}

std::string SheetRenderer::render() {
  // Warnings and the introduction first; what closes a page last; the rest as it comes.
  constexpr std::array<std::string_view, 2> first = {"Avertissement", "Introduction"};
  constexpr std::array<std::string_view, 4> last = {"OuSAdresser", "OuSAdresserSupport", "ServiceEnLigne",
                                                    "ServiceEnLigneAlternatif"};
  const bool is_service = root_.name == "ServiceComplementaire";
  for (const std::string_view name : first) {
    for (const xml::Node& child : root_.children) {
      if (child.name == name) (this->*block_drawer(name))(child);
    }
  }
  if (!is_service) children_lists();
  for (const xml::Node& child : root_.children) {
    if (child.is_text() || is_passed_over(child.name) || holds(root_names, child.name)) continue;
    if (holds(first, child.name) || holds(last, child.name)) continue;
    const Draw draw = block_drawer(child.name);
    if (draw != nullptr)
      (this->*draw)(child);
    else
      flow(child);
  }
  closing_groups();
  if (is_service) children_lists();
  glossary();
  return std::move(out_);
}

std::string sheet_html(const sheets::Sheet& sheet, const xml::Node& root, const SheetSurroundings& surroundings) {
  return SheetRenderer(sheet, root, surroundings).render();
}

bool is_known_element(std::string_view name) {
  return name.starts_with("dc:") || SheetRenderer::block_drawer(name) != nullptr || SheetRenderer::is_inline(name) ||
         SheetRenderer::is_passed_over(name) || holds(root_names, name);
}

std::vector<std::string> pivots_in(const xml::Node& root) {
  std::vector<std::string> pivots;
  collect(root, "PivotLocal", [&](const xml::Node& node) { keep_new(pivots, words_of(&node)); });
  return pivots;
}

std::vector<std::string> variables_in(const xml::Node& root) {
  std::vector<std::string> variables;
  collect(root, "estVrai", [&](const xml::Node& node) { keep_new(variables, std::string(node.attribute("var"))); });
  return variables;
}

}  // namespace clocher::api::resident
