// The columns of directory files.
#include "tenants/site/directory_table.hpp"

#include "core/base/text.hpp"
#include "core/csv/csv.hpp"
#include "tenants/site/hours_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::tenants {
namespace {

struct Alias {
  std::string_view key;
  std::string_view title;    // in the model
  std::string_view aliases;  // folded as in an address, separated by spaces
};

constexpr std::array<Alias, 13> common = {{
    {"name", "Nom",
     "association nom-de-l-association intitule raison-sociale denomination libelle enseigne titre nom-prenom "
     "nom-et-prenom structure name"},
    {"given_name", "Prénom", "prenoms"},
    {"category", "Catégorie", "theme type activite domaine rubrique specialite profession metier groupe type-de-lieu"},
    {"description", "Description", "presentation objet commentaire commentaires informations"},
    {"address", "Adresse", "rue adresse-postale siege siege-social adresse-1 voie"},
    {"postcode", "Code postal", "cp codepostal"},
    {"city", "Ville", "commune localite"},
    {"phone", "Téléphone", "tel telephone-1 tel-1 fixe telephone-fixe numero-de-telephone"},
    {"phone_2", "Téléphone 2", "tel-2 portable mobile telephone-portable tel-portable gsm"},
    {"email", "Adresse électronique",
     "email e-mail mail courriel mel adresse-mail adresse-e-mail adresse-email adresse-courriel"},
    {"website", "Site internet", "site site-web url lien internet page-web web"},
    {"latitude", "Latitude", "lat y"},
    {"longitude", "Longitude", "lon lng long x"},
}};

constexpr std::array<Alias, 8> details = {{
    {"details.role", "Fonction", "mandat role qualite"},
    {"details.delegation", "Délégation", "delegations"},
    {"details.contact_person", "Personne à contacter",
     "contact president presidente responsable nom-du-contact nom-du-president correspondant"},
    {"details.rna", "Numéro RNA", "rna n-rna"},
    {"details.capacity", "Nombre de personnes", "capacite jauge places"},
    {"details.equipment", "Équipement", "equipements materiel"},
    {"details.accessibility", "Accessibilité", "pmr acces-pmr accessible"},
    {"contact_consent", "Publication acceptée", "accord-publication consentement accord accord-de-publication"},
}};

bool means(const Alias& alias, std::string_view folded) {
  if (slug(alias.title) == folded) return true;
  const auto words = split(alias.aliases, ' ');
  return std::ranges::find(words, folded) != words.end();
}

bool belongs(DirectoryKind kind, std::string_view key) {
  if (key == "contact_consent") return kind == DirectoryKind::associations;
  if (key == "given_name") return kind == DirectoryKind::elus || kind == DirectoryKind::sante;
  if (!key.starts_with("details.")) return true;
  return std::ranges::find(info_of(kind).details, key.substr(8), &DetailField::key) != info_of(kind).details.end();
}

bool has_hours(DirectoryKind kind) { return kind != DirectoryKind::elus; }

std::string day_key(int day) { return "hours." + std::to_string(day); }
std::string day_title(int day) {
  std::string title(day_name(day));
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

constexpr std::array<std::pair<std::string_view, std::string DirectoryText::*>, 10> lines = {
    {{"name", &DirectoryText::name},
     {"category", &DirectoryText::category},
     {"description", &DirectoryText::description},
     {"address", &DirectoryText::address},
     {"postcode", &DirectoryText::postcode},
     {"city", &DirectoryText::city},
     {"phone", &DirectoryText::phone},
     {"phone_2", &DirectoryText::phone_2},
     {"email", &DirectoryText::email},
     {"website", &DirectoryText::website}}};

std::optional<FieldError> read_degrees(std::string_view key, std::string_view cell, DirectoryText& text) {
  std::string number(cell);
  std::ranges::replace(number, ',', '.');
  double degrees = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), degrees);
  if (error != std::errc() || end != number.data() + number.size())
    return FieldError{std::string(key), "directory." + std::string(key), {}};
  GeoPoint point = text.point.value_or(GeoPoint());
  (key == "latitude" ? point.latitude : point.longitude) = degrees;
  text.point = point;
  return std::nullopt;
}

std::optional<FieldError> read_consent(std::string_view cell, DirectoryText& text) {
  static constexpr std::array<std::string_view, 7> yes = {"oui", "o", "x", "1", "vrai", "yes", "true"};
  static constexpr std::array<std::string_view, 6> no = {"non", "n", "0", "faux", "no", "false"};
  const std::string folded = fold(cell);
  const bool is_yes = std::ranges::find(yes, folded) != yes.end();
  if (!is_yes && std::ranges::find(no, folded) == no.end())
    return FieldError{"contact_consent", "directory.yes_or_no", {}};
  text.contact_consent = is_yes;
  return std::nullopt;
}

std::optional<FieldError> read_day(std::string_view key, std::string_view cell, DirectoryText& text) {
  auto intervals = read_day_hours(cell);
  if (!intervals) return FieldError{std::string(key), "directory.hours", {}};
  if (!text.hours) text.hours = closed_all_week();
  (*text.hours)[static_cast<std::size_t>(key.back() - '1')].intervals = std::move(*intervals);
  return std::nullopt;
}

std::string degrees_text(double degrees) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), degrees, std::chars_format::fixed, 6).ptr;
  return {digits.data(), end};
}

DirectoryText example(DirectoryKind kind) {
  DirectoryText text{.name = kind == DirectoryKind::elus ? "Camille Exemple" : "Exemple à remplacer",
                     .category = std::string(info_of(kind).categories.front()),
                     .description = "Quelques mots de présentation.",
                     .address = "1 place de l’Église",
                     .postcode = "72000",
                     .city = "Exemple",
                     .phone = "02 43 00 00 00",
                     .email = "contact@exemple.fr",
                     .website = "https://www.exemple.fr"};
  if (kind == DirectoryKind::elus) text.details = {{"role", "Maire"}, {"delegation", "Finances"}};
  if (kind == DirectoryKind::associations)
    text.details = {{"contact_person", "Camille Exemple"}, {"rna", "W720000000"}};
  if (kind == DirectoryKind::lieux) text.details = {{"capacity", "120"}, {"equipment", "Cuisine, scène"}};
  if (has_hours(kind)) {
    text.hours = closed_all_week();
    text.hours->front().intervals = {{540, 720}, {840, 1050}};
  }
  return text;
}

std::vector<std::string> titles(const std::vector<DirectoryColumn>& columns) {
  std::vector<std::string> row;
  for (const DirectoryColumn& column : columns) row.push_back(column.title);
  return row;
}

std::vector<std::string> cells(const std::vector<DirectoryColumn>& columns, const DirectoryText& text) {
  std::vector<std::string> row;
  for (const DirectoryColumn& column : columns) row.push_back(write_cell(column.key, text));
  return row;
}

}  // namespace

std::vector<DirectoryColumn> columns_of(DirectoryKind kind) {
  std::vector<DirectoryColumn> columns;
  for (const auto* table : {common.data(), details.data()}) {
    const std::size_t size = table == common.data() ? common.size() : details.size();
    for (std::size_t i = 0; i < size; ++i) {
      const Alias& alias = table[i];
      if (belongs(kind, alias.key) && alias.key != "given_name")
        columns.push_back({std::string(alias.key), std::string(alias.title)});
    }
  }
  for (int day = 1; has_hours(kind) && day <= 7; ++day) columns.push_back({day_key(day), day_title(day)});
  return columns;
}

std::string column_for(DirectoryKind kind, std::string_view title) {
  const std::string folded = slug(title);
  if (folded == slug(info_of(kind).category_title)) return "category";
  for (int day = 1; has_hours(kind) && day <= 7; ++day) {
    if (folded == day_name(day) || folded == "horaires-" + std::string(day_name(day))) return day_key(day);
  }
  // A detail first: "Fonction" of an elected member is no category.
  for (const Alias& alias : details) {
    if (belongs(kind, alias.key) && means(alias, folded)) return std::string(alias.key);
  }
  for (const Alias& alias : common) {
    if (belongs(kind, alias.key) && means(alias, folded)) return std::string(alias.key);
  }
  return {};
}

std::optional<FieldError> read_cell(std::string_view key, std::string_view cell, DirectoryText& text) {
  if (cell.empty()) return std::nullopt;
  if (key == "latitude" || key == "longitude") return read_degrees(key, cell, text);
  if (key == "contact_consent") return read_consent(cell, text);
  if (key.starts_with("hours.")) return read_day(key, cell, text);
  if (key.starts_with("details.")) text.details[std::string(key.substr(8))] = cell;
  const auto line = std::ranges::find(lines, key, [](const auto& entry) { return entry.first; });
  if (line != lines.end()) text.*line->second = cell;
  return std::nullopt;
}

std::string write_cell(std::string_view key, const DirectoryText& text) {
  const auto line = std::ranges::find(lines, key, [](const auto& entry) { return entry.first; });
  if (line != lines.end()) return text.*line->second;
  if (key == "latitude") return text.point ? degrees_text(text.point->latitude) : "";
  if (key == "longitude") return text.point ? degrees_text(text.point->longitude) : "";
  if (key == "contact_consent") return text.contact_consent ? "oui" : "non";
  if (key.starts_with("hours."))
    return text.hours ? write_day_hours((*text.hours)[static_cast<std::size_t>(key.back() - '1')].intervals) : "";
  const auto detail = text.details.find(key.starts_with("details.") ? key.substr(8) : key);
  return detail == text.details.end() ? "" : detail->second;
}

std::string write_model(DirectoryKind kind) {
  const auto columns = columns_of(kind);
  const std::array rows = {titles(columns), cells(columns, example(kind))};
  return csv::write(rows, csv::Dialect::spreadsheet);
}

std::string write_open_data(DirectoryKind kind, const std::vector<DirectoryEntry>& entries) {
  auto columns = columns_of(kind);
  std::erase_if(columns, [](const DirectoryColumn& column) { return column.key == "contact_consent"; });
  std::vector<std::vector<std::string>> rows = {titles(columns)};
  for (const DirectoryEntry& entry : entries) rows.push_back(cells(columns, entry.text));
  return csv::write(rows, csv::Dialect::open_data);
}

}  // namespace clocher::tenants
