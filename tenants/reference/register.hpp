// The register of all communes and EPCI of France: a read-only look-up shipped beside the binary.
//
// Source: npm @etalab/decoupage-administratif, from INSEE's code officiel géographique and the DGCL's list of EPCI.
#pragma once

#include "core/base/result.hpp"
#include "core/db/database.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::reference {

// Texts stand as INSEE writes them ("L'Île-d'Yeu"): see with_de and the views for typographic apostrophes.
struct Commune {
  std::string insee;
  std::string name;
  std::string siren;  // "" for the 94 of the overseas collectivities
  std::string department_code;
  std::string department_name;
  std::string region_name;
  std::string epci_siren;              // "" outside any EPCI
  std::string epci_name;               // as the DGCL writes it: "CC du Pays Fléchois"; see in_words
  std::vector<std::string> postcodes;  // main one first; empty for five uninhabited territories
  std::int64_t population = 0;         // INSEE's legal population, 0 when unknown
};

struct Epci {
  std::string siren;
  std::string name;
  std::string type;             // CC, CA, CU, METRO, MET69
  std::int64_t population = 0;  // the DGCL's municipal population: another year than that of the communes
};

class Register {
 public:
  // Throws db::DatabaseError when the file is absent, is no database or lacks a table.
  explicit Register(const std::string& path);
  ~Register();
  Register(const Register&) = delete;
  Register& operator=(const Register&) = delete;

  // Thread-safe, all of them.

  // "72213", "2A004", "2a004". not_found: reference.unknown_commune {insee}; reference.former_commune {insee, name, current,
  // current_name} for a delegated or associated commune and a municipal arrondissement; reference.former_code {insee, current,
  // current_name} for a code whose name the register has forgotten.
  [[nodiscard]] Result<Commune> commune(std::string_view insee) const;
  // not_found: reference.unknown_epci {siren}.
  [[nodiscard]] Result<Epci> epci(std::string_view siren) const;
  // By name, accents folded. Empty for an unknown EPCI.
  [[nodiscard]] std::vector<Commune> members(std::string_view epci_siren) const;

  // At most `limit` communes that have this INSEE code or postcode, or whose name begins so: without accents, capitals,
  // hyphens or leading article, "st" for "saint". The exact name first, then the most populated.
  [[nodiscard]] std::vector<Commune> search(std::string_view text, int limit) const;

  [[nodiscard]] const std::string& millesime() const { return millesime_; }  // "2026"
  [[nodiscard]] std::int64_t commune_count() const;
  [[nodiscard]] std::int64_t epci_count() const;

 private:
  std::unique_ptr<db::Database> database_;
  std::string millesime_;
};

// "CC du Pays Fléchois" -> "Communauté de communes du Pays Fléchois"; typographic apostrophes; other names as they stand.
[[nodiscard]] std::string in_words(std::string_view epci_name);

}  // namespace clocher::reference
