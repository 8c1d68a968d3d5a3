// The tables of reference.db: written once by the importer, read by the register, never changed.
#pragma once

#include <string_view>

namespace clocher::reference {

inline constexpr std::string_view schema = R"sql(
CREATE TABLE source (millesime TEXT NOT NULL) STRICT;

CREATE TABLE regions (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE departments (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region_code TEXT NOT NULL REFERENCES regions (code)
) STRICT, WITHOUT ROWID;

CREATE TABLE epcis (
  siren TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  population INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE communes (
  insee TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  search_key TEXT NOT NULL,
  siren TEXT NOT NULL,
  department_code TEXT NOT NULL REFERENCES departments (code),
  epci_siren TEXT REFERENCES epcis (siren),
  postcodes TEXT NOT NULL,  -- joined by spaces, main one first
  population INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A name once as it stands and once without its article: "le-mans" and "mans".
CREATE TABLE search_keys (
  search_key TEXT NOT NULL,
  insee TEXT NOT NULL REFERENCES communes (insee),
  PRIMARY KEY (search_key, insee)
) STRICT, WITHOUT ROWID;

CREATE TABLE postcodes (
  postcode TEXT NOT NULL,
  insee TEXT NOT NULL REFERENCES communes (insee),
  PRIMARY KEY (postcode, insee)
) STRICT, WITHOUT ROWID;

-- Delegated and associated communes, municipal arrondissements, and codes given up in a merger (their name is '').
CREATE TABLE former_communes (
  insee TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  current TEXT NOT NULL REFERENCES communes (insee)
) STRICT, WITHOUT ROWID;

CREATE VIEW described_communes AS
  SELECT communes.insee, communes.name, communes.siren, departments.code AS department_code,
         departments.name AS department_name, regions.name AS region_name, epcis.siren AS epci_siren, epcis.name AS epci_name,
         communes.postcodes, communes.population, communes.search_key
  FROM communes
  JOIN departments ON departments.code = communes.department_code
  JOIN regions ON regions.code = departments.region_code
  LEFT JOIN epcis ON epcis.siren = communes.epci_siren;
)sql";

inline constexpr std::string_view indexes = "CREATE INDEX communes_of_epci ON communes (epci_siren);";

}  // namespace clocher::reference
