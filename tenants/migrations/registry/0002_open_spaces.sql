-- An intercommunality may have a space of its own beside its communes: a row like theirs, under its SIREN.
-- SQLite changes no CHECK in place: both tables are made anew, and host is emptied before commune goes (its rows would follow).
CREATE TABLE new_commune (
  insee TEXT PRIMARY KEY CHECK (length(insee) IN (5, 9)),
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'created', 'migrated', 'seeded', 'ready')),
  department TEXT NOT NULL,
  epci_siren TEXT NOT NULL,
  epci_name TEXT NOT NULL,
  population INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  ready_at INTEGER,
  suspended_at INTEGER
) STRICT;
INSERT INTO new_commune (insee, name, state, department, epci_siren, epci_name, population, requested_at, ready_at, suspended_at)
SELECT insee, name, state, department, epci_siren, epci_name, population, requested_at, ready_at, suspended_at FROM commune;

CREATE TABLE new_host (
  host TEXT PRIMARY KEY,
  insee TEXT NOT NULL REFERENCES new_commune (insee) ON DELETE CASCADE,
  is_canonical INTEGER NOT NULL CHECK (is_canonical IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO new_host (host, insee, is_canonical, created_at) SELECT host, insee, is_canonical, created_at FROM host;

DROP TABLE host;
DROP TABLE commune;
ALTER TABLE new_commune RENAME TO commune;
ALTER TABLE new_host RENAME TO host;
CREATE UNIQUE INDEX host_canonical ON host (insee) WHERE is_canonical = 1;
CREATE INDEX commune_epci ON commune (epci_siren);
