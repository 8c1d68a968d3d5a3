// Reads the head of a sheet and tidies its white space.
#include "tenants/sheets/document.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::sheets {
namespace {

using xml::Node;

// White space between their children is a space that one reads; elsewhere it only indents the file.
constexpr std::array<std::string_view, 14> inline_names = {
    "Paragraphe", "MiseEnEvidence", "Expression", "Citation",      "LienInterne", "LienExterne", "LienIntra",
    "Valeur",     "Exposant",       "Indice",     "TermeEtranger", "Variable",    "Titre",       "Complement"};

// What the head of Sheet holds, or what is not for readers.
constexpr std::array<std::string_view, 3> head_names = {"Audience", "Canal", "FilDAriane"};

bool is_one_of(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::string words_of(const Node* node) {
  if (node == nullptr) return {};
  const std::string text = xml::text_of(*node);
  return std::string(trim(text));
}

std::string collapsed(std::string_view text) {
  std::string out;
  bool is_space = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_blank) out += c;
    if (is_blank && !is_space) out += ' ';
    is_space = is_blank;
  }
  return out;
}

void tidy(Node& node) {
  const bool is_inline = is_one_of(inline_names, node.name);
  for (Node& child : node.children) {
    if (child.is_text())
      child.text = collapsed(child.text);
    else
      tidy(child);
  }
  std::erase_if(node.children, [&](const Node& child) {
    return child.is_text() && (child.text.empty() || (child.text == " " && !is_inline));
  });
  std::erase_if(node.attributes, [](const auto& attribute) {
    return attribute.first.starts_with("xmlns") || attribute.first.starts_with("xsi:");
  });
}

std::optional<Audience> audience_of(const Node& root, std::string_view sp_url) {
  if (const Node* trail = root.find("FilDAriane")) {
    for (const Node& level : trail->children) {
      if (const auto named = parse_audience(level.attribute("ID"))) return named;
    }
  }
  for (const std::string_view segment : split(sp_url, '/')) {
    if (const auto named = parse_audience(segment)) return named;
  }
  return std::nullopt;
}

// Themes and files of sheets above this one.
std::vector<Reference> trail_of(const Node& root, std::string_view id) {
  std::vector<Reference> trail;
  const Node* levels = root.find("FilDAriane");
  if (levels == nullptr) return trail;
  for (const Node& level : levels->children) {
    const std::string_view above = level.attribute("ID");
    if (is_sheet_id(above) && above != id) trail.push_back({std::string(above), words_of(&level)});
  }
  return trail;
}

// "modified 2019-11-26".
std::string day_of(const Node& root) {
  const std::string text = words_of(root.find("dc:date"));
  constexpr std::size_t day_length = 10;
  if (text.size() < day_length) return {};
  const auto day = parse_iso_date(std::string_view(text).substr(text.size() - day_length));
  return day ? to_iso(*day) : "";
}

// An address of the State, or the one that the id has there: a canonical link must not lead elsewhere.
std::string official_url(std::string_view given, Audience audience, std::string_view id) {
  constexpr std::string_view scheme = "https://";
  if (!given.starts_with(scheme)) return service_public_url(audience, id);
  const std::string_view host = given.substr(scheme.size(), given.find('/', scheme.size()) - scheme.size());
  const auto is_below = [&](std::string_view domain) {
    return host == domain || (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
  };
  const bool is_clean = given.find_first_of(" \"'<>\\@") == std::string_view::npos;
  const bool is_official = is_below("service-public.fr") || is_below("service-public.gouv.fr");
  return is_clean && is_official ? std::string(given) : service_public_url(audience, id);
}

// "SiSelectionne" beside a title: choosing the title makes the variable true.
void find_variables(const Node& node, std::vector<Variable>& variables) {
  if (const Node* chosen = node.find("SiSelectionne")) {
    const Node* sentence = node.find("IntituleSiSelectionne");
    const std::string words = words_of(sentence != nullptr ? sentence : node.find("Titre"));
    for (const Node& effect : chosen->children) {
      const std::string name(effect.attribute("var"));
      const bool is_new = std::ranges::find(variables, name, &Variable::first) == variables.end();
      if (effect.name == "affecteVrai" && !name.empty() && !words.empty() && is_new)
        variables.emplace_back(name, collapsed(words));
    }
  }
  for (const Node& child : node.children) find_variables(child, variables);
}

void read_head(const Node& root, Sheet& sheet) {
  sheet.kind = std::string(trim(root.attribute("type")));
  sheet.title = collapsed(words_of(root.find("dc:title")));
  sheet.description = collapsed(words_of(root.find("dc:description")));
  if (const Node* theme = root.find("Theme")) sheet.theme = collapsed(words_of(theme->find("Titre")));
  sheet.trail = trail_of(root, sheet.id);
  if (sheet.theme.empty() && !sheet.trail.empty()) sheet.theme = sheet.trail.front().title;
  sheet.modified_on = day_of(root);
}

}  // namespace

Result<Document> read_document(Node root, std::optional<Audience> fallback) {
  if (root.name != "Publication" && root.name != "ServiceComplementaire")
    return fail(ErrorKind::malformed, "sheets.not_a_sheet");
  Document document;
  Sheet& sheet = document.sheet;
  sheet.id = std::string(root.attribute("ID"));
  if (!is_sheet_id(sheet.id)) return fail(ErrorKind::malformed, "sheets.no_id");
  const std::string sp_url(root.attribute("spUrl"));
  const auto audience = audience_of(root, sp_url);
  if (!audience && !fallback) return fail(ErrorKind::malformed, "sheets.no_audience");
  sheet.audience = audience.value_or(fallback.value_or(Audience::particuliers));
  sheet.sp_url = official_url(sp_url, sheet.audience, sheet.id);
  read_head(root, sheet);
  if (sheet.title.empty()) return fail(ErrorKind::malformed, "sheets.no_title");
  std::erase_if(root.children,
                [](const Node& child) { return child.name.starts_with("dc:") || is_one_of(head_names, child.name); });
  tidy(root);
  find_variables(root, document.variables);
  document.root = std::move(root);
  return document;
}

namespace {

// Words of the file that are not words of the page.
constexpr std::array<std::string_view, 12> silent_names = {
    "PivotLocal",    "SurTitre",  "Theme",  "SousThemePere", "DossierPere", "SousDossierPere",
    "SiSelectionne", "Condition", "Source", "NumeroCerfa",   "AutreNumero", "Partenaire"};

void append_plain(const Node& node, std::string& text) {
  if (node.is_text()) {
    text += node.text;
    return;
  }
  if (is_one_of(silent_names, node.name)) return;
  for (const Node& child : node.children) append_plain(child, text);
  const bool ends_block = node.name == "Titre" || !is_one_of(inline_names, node.name) || node.name == "Paragraphe";
  if (ends_block && !text.empty() && text.back() != '\n') text += '\n';
}

}  // namespace

std::string plain_text(const Node& root) {
  std::string text;
  append_plain(root, text);
  return text;
}

}  // namespace clocher::sheets
