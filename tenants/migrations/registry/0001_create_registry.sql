-- The platform's list of communes. Facts about people live in the communes' own files, never here.
CREATE TABLE epci (
  siren TEXT PRIMARY KEY CHECK (length(siren) = 9),
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE commune (
  insee TEXT PRIMARY KEY CHECK (length(insee) = 5),
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

-- A host belongs to one commune; the first one is where links in e-mails lead.
CREATE TABLE host (
  host TEXT PRIMARY KEY,
  insee TEXT NOT NULL REFERENCES commune (insee) ON DELETE CASCADE,
  is_canonical INTEGER NOT NULL CHECK (is_canonical IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX host_canonical ON host (insee) WHERE is_canonical = 1;
