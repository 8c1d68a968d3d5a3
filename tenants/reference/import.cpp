// Build tool: turns the JSON of @etalab/decoupage-administratif into reference.db.
//
// clocher_reference_import <folder of the package> <reference.db>
#include "core/db/database.hpp"
#include "core/json/json.hpp"
#include "tenants/reference/schema.hpp"
#include "tenants/reference/search_key.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::reference {
namespace {

namespace fs = std::filesystem;
using Codes = std::map<std::string, std::string, std::less<>>;

json::Value read_json(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return json::parse_trusted(text);
}

// By value: a range-for keeps it alive, as it would not keep the document that .as_array() looks into.
json::Array read_list(const fs::path& path) { return std::move(read_json(path).as_array()); }

// A property that must be there: a package that changed its format must stop the build.
std::string required(const json::Object& object, std::string_view name) {
  const auto value = json::find_string(object, name);
  if (!value || value->empty())
    throw std::runtime_error("no " + std::string(name) + " in " + json::serialize(object).substr(0, 200));
  return *value;
}

// Version N of the package holds millésime 2020 + N (its README); package.json is the only file that says which.
std::string millesime(const fs::path& package) {
  const json::Value description = read_json(package / "package.json");
  const std::string version = required(description.as_object(), "version");
  return std::to_string(2020 + std::stoi(version));
}

void import_regions(db::Tx& tx, const fs::path& data) {
  for (const json::Value& item : read_list(data / "regions.json")) {
    const json::Object& region = item.as_object();
    tx.run("INSERT INTO regions (code, name) VALUES (?, ?)", required(region, "code"), required(region, "nom"));
  }
}

void import_departments(db::Tx& tx, const fs::path& data) {
  for (const json::Value& item : read_list(data / "departements.json")) {
    const json::Object& department = item.as_object();
    tx.run("INSERT INTO departments (code, name, region_code) VALUES (?, ?, ?)", required(department, "code"),
           required(department, "nom"), required(department, "region"));
  }
}

// SIREN of the EPCI by INSEE code of its members.
Codes import_epcis(db::Tx& tx, const fs::path& data) {
  Codes epci_of;
  for (const json::Value& item : read_list(data / "epci.json")) {
    const json::Object& epci = item.as_object();
    const std::string siren = required(epci, "code");
    tx.run("INSERT INTO epcis (siren, name, type, population) VALUES (?, ?, ?, ?)", siren, required(epci, "nom"),
           required(epci, "type"), json::find_integer(epci, "populationMunicipale").value_or(0));
    const json::Array* members = json::find_array(epci, "membres");
    if (members == nullptr) throw std::runtime_error("no membres in " + siren);
    for (const json::Value& member : *members) epci_of[required(member.as_object(), "code")] = siren;
  }
  return epci_of;
}

void import_search_keys(db::Tx& tx, const std::string& insee, const std::string& key) {
  const std::string_view short_key = without_article(key);
  tx.run("INSERT INTO search_keys (search_key, insee) VALUES (?, ?)", key, insee);
  if (short_key != key) tx.run("INSERT INTO search_keys (search_key, insee) VALUES (?, ?)", short_key, insee);
}

std::vector<std::string> postcodes_of(const json::Object& commune) {
  std::vector<std::string> postcodes;
  if (const json::Array* listed = json::find_array(commune, "codesPostaux")) {
    for (const json::Value& value : *listed) postcodes.emplace_back(value.as_string().c_str());
  }
  return postcodes;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

void import_commune(db::Tx& tx, const json::Object& commune, const Codes& epci_of) {
  const std::string insee = required(commune, "code");
  const std::string name = required(commune, "nom");
  const std::string key = search_key(name);
  const std::vector<std::string> postcodes = postcodes_of(commune);
  const auto epci = epci_of.find(insee);
  const auto epci_siren = epci == epci_of.end() ? std::nullopt : std::optional(epci->second);
  tx.run(
      "INSERT INTO communes (insee, name, search_key, siren, department_code, epci_siren, postcodes, population) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      insee, name, key, json::string_or(commune, "siren"), required(commune, "departement"), epci_siren,
      joined(postcodes), json::find_integer(commune, "population").value_or(0));
  import_search_keys(tx, insee, key);
  for (const std::string& postcode : postcodes) {
    tx.run("INSERT INTO postcodes (postcode, insee) VALUES (?, ?)", postcode, insee);
  }
}

// A delegated commune that kept the code of the new one is that commune, and is left out.
void import_former(db::Tx& tx, const std::string& insee, const std::string& name, const std::string& current) {
  tx.run(
      "INSERT OR IGNORE INTO former_communes (insee, name, current) SELECT ?1, ?2, ?3 WHERE ?1 NOT IN (SELECT insee "
      "FROM communes)",
      insee, name, current);
}

bool is_current(const json::Object& commune) { return required(commune, "type") == "commune-actuelle"; }

// Those with a name first: a code given up may also be a delegated commune.
void import_former_communes(db::Tx& tx, const json::Array& communes) {
  for (const json::Value& item : communes) {
    const json::Object& commune = item.as_object();
    if (is_current(commune)) continue;
    const auto arrondissement_of = json::find_string(commune, "commune");
    import_former(tx, required(commune, "code"), required(commune, "nom"),
                  arrondissement_of ? *arrondissement_of : required(commune, "chefLieu"));
  }
  for (const json::Value& item : communes) {
    const json::Object& commune = item.as_object();
    const json::Array* codes = is_current(commune) ? json::find_array(commune, "anciensCodes") : nullptr;
    if (codes == nullptr) continue;
    for (const json::Value& code : *codes)
      import_former(tx, std::string(code.as_string().c_str()), "", required(commune, "code"));
  }
}

void import_communes(db::Tx& tx, const fs::path& data, const Codes& epci_of) {
  const json::Array communes = read_list(data / "communes.json");
  for (const json::Value& item : communes) {
    if (is_current(item.as_object())) import_commune(tx, item.as_object(), epci_of);
  }
  import_former_communes(tx, communes);
}

void write_register(const fs::path& package, const fs::path& output) {
  db::Database database(output.string(), db::OpenMode::owner);
  database.write([&](db::Tx& tx) {
    const fs::path data = package / "data";
    tx.run_script(schema);
    tx.run("INSERT INTO source (millesime) VALUES (?)", millesime(package));
    import_regions(tx, data);
    import_departments(tx, data);
    import_communes(tx, data, import_epcis(tx, data));
    tx.run_script(indexes);
  });
  // A WAL would need a second file beside the binary.
  database.read([](db::ReadTx& tx) { tx.each("PRAGMA journal_mode=DELETE", [](const db::Row&) {}); });
}

// Under another name until it is whole: a build that is stopped leaves no half register.
void import_package(const fs::path& package, const fs::path& output) {
  const fs::path unfinished = output.string() + ".unfinished";
  for (const char* ending : {"", "-wal", "-journal"}) fs::remove(unfinished.string() + ending);
  write_register(package, unfinished);
  fs::rename(unfinished, output);
}

}  // namespace
}  // namespace clocher::reference

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: clocher_reference_import <folder of the package> <reference.db>\n", stderr);
    return 2;
  }
  try {
    clocher::reference::import_package(arguments[1], arguments[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "clocher_reference_import: %s\n", error.what());
    return 1;
  }
  return 0;
}
