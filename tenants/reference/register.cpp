// Look-ups in reference.db.
#include "tenants/reference/register.hpp"

#include "core/base/text.hpp"
#include "tenants/reference/search_key.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace clocher::reference {
namespace {

// The columns of `described_communes` (schema.hpp), in order.
Commune to_commune(const db::Row& row) {
  Commune commune;
  commune.insee = row.text(0);
  commune.name = row.text(1);
  commune.siren = row.text(2);
  commune.department_code = row.text(3);
  commune.department_name = row.text(4);
  commune.region_name = row.text(5);
  commune.epci_siren = row.text(6);
  commune.epci_name = row.text(7);
  commune.population = row.integer(9);
  const std::string postcodes = row.text(8);
  for (const std::string_view postcode : split(postcodes, ' ')) {
    if (!postcode.empty()) commune.postcodes.emplace_back(postcode);
  }
  return commune;
}

std::optional<Commune> find_commune(db::ReadTx& tx, std::string_view insee) {
  return tx.one(
      "SELECT insee, name, siren, department_code, department_name, region_name, epci_siren, epci_name, postcodes, "
      "population "
      "FROM described_communes WHERE insee = ?",
      to_commune, insee);
}

struct FormerCommune {
  std::string name;
  std::string current;
  std::string current_name;
};

std::optional<FormerCommune> find_former(db::ReadTx& tx, std::string_view insee) {
  return tx.one(
      "SELECT former_communes.name, communes.insee, communes.name FROM former_communes "
      "JOIN communes ON communes.insee = former_communes.current WHERE former_communes.insee = ?",
      [](const db::Row& row) {
        return FormerCommune{row.text(0), row.text(1), row.text(2)};
      },
      insee);
}

Failure not_a_commune(const std::string& insee, const std::optional<FormerCommune>& former) {
  if (!former) return fail(ErrorKind::not_found, "reference.unknown_commune", {{"insee", insee}});
  Arguments arguments = {{"insee", insee}, {"current", former->current}, {"current_name", former->current_name}};
  if (former->name.empty()) return fail(ErrorKind::not_found, "reference.former_code", std::move(arguments));
  arguments["name"] = former->name;
  return fail(ErrorKind::not_found, "reference.former_commune", std::move(arguments));
}

// Codes of Corsica hold a letter: "2a004" is "2A004".
std::string normal_code(std::string_view text) {
  std::string code(trim(text));
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return code;
}

std::vector<Commune> with_code(db::ReadTx& tx, const std::string& code, int limit) {
  return tx.all(
      "SELECT insee, name, siren, department_code, department_name, region_name, epci_siren, epci_name, postcodes, "
      "population "
      "FROM described_communes WHERE insee = ?1 OR insee IN (SELECT insee FROM postcodes WHERE postcode = ?1) "
      "ORDER BY insee = ?1 DESC, population DESC, insee LIMIT ?2",
      to_commune, code, limit);
}

// '~' sorts after every character of a key.
std::vector<Commune> with_name(db::ReadTx& tx, const std::string& key, int limit) {
  return tx.all(
      "SELECT insee, name, siren, department_code, department_name, region_name, epci_siren, epci_name, postcodes, "
      "population "
      "FROM described_communes WHERE insee IN (SELECT insee FROM search_keys WHERE search_key >= ?1 AND search_key < "
      "?1 || '~') "
      "ORDER BY insee IN (SELECT insee FROM search_keys WHERE search_key = ?1) DESC, population DESC, insee LIMIT ?2",
      to_commune, key, limit);
}

}  // namespace

Register::Register(const std::string& path) : database_(std::make_unique<db::Database>(path, db::OpenMode::reference)) {
  millesime_ = database_->read([](db::ReadTx& tx) {
    return tx.one("SELECT millesime FROM source", [](const db::Row& row) { return row.text(0); }).value_or("");
  });
}

Register::~Register() = default;

Result<Commune> Register::commune(std::string_view insee) const {
  return database_->read([&](db::ReadTx& tx) -> Result<Commune> {
    const std::string code = normal_code(insee);
    if (auto found = find_commune(tx, code)) return std::move(*found);
    return not_a_commune(code, find_former(tx, code));
  });
}

Result<Epci> Register::epci(std::string_view siren) const {
  auto found = database_->read([&](db::ReadTx& tx) {
    return tx.one(
        "SELECT siren, name, type, population FROM epcis WHERE siren = ?",
        [](const db::Row& row) {
          return Epci{row.text(0), row.text(1), row.text(2), row.integer(3)};
        },
        siren);
  });
  if (found) return std::move(*found);
  return fail(ErrorKind::not_found, "reference.unknown_epci", {{"siren", std::string(siren)}});
}

std::vector<Commune> Register::members(std::string_view epci_siren) const {
  if (epci_siren.empty()) return {};  // how a commune outside any EPCI is stored
  return database_->read([&](db::ReadTx& tx) {
    return tx.all(
        "SELECT insee, name, siren, department_code, department_name, region_name, epci_siren, epci_name, postcodes, "
        "population "
        "FROM described_communes WHERE epci_siren = ? ORDER BY search_key, insee",
        to_commune, epci_siren);
  });
}

std::vector<Commune> Register::search(std::string_view text, int limit) const {
  const std::string key = search_key(text);
  const std::string code = normal_code(text);
  if (key.empty() || limit <= 0) return {};
  return database_->read([&](db::ReadTx& tx) {
    std::vector<Commune> found = with_code(tx, code, limit);
    return found.empty() ? with_name(tx, key, limit) : found;
  });
}

std::int64_t Register::commune_count() const {
  return database_->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM communes"); });
}

std::int64_t Register::epci_count() const {
  return database_->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM epcis"); });
}

std::string in_words(std::string_view epci_name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds = {
      {{"CC ", "Communauté de communes "}, {"CA ", "Communauté d’agglomération "}, {"CU ", "Communauté urbaine "}}};
  std::string words;
  for (const auto& [abbreviation, full] : kinds) {
    if (!epci_name.starts_with(abbreviation)) continue;
    words = full;
    epci_name.remove_prefix(abbreviation.size());
  }
  for (const char c : epci_name) {
    if (c == '\'') {
      words += "’";
    } else {
      words += c;
    }
  }
  return words;
}

}  // namespace clocher::reference
