-- sheets.db: what Service-Public explains to everybody, once for the whole platform. Nothing about a commune or a person.

CREATE TABLE sheet (
  audience TEXT NOT NULL CHECK (audience IN ('particuliers', 'professionnels', 'associations')),
  id TEXT NOT NULL CHECK (id GLOB '[FNR][0-9]*'),
  kind TEXT NOT NULL,               -- the feed's own word: "Fiche d'information", "Dossier", "Formulaire"
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  theme TEXT NOT NULL,              -- title of the theme, "" for none
  trail TEXT NOT NULL,              -- JSON: [[id, title], ...] from the theme to the parent
  modified_on TEXT NOT NULL,        -- day of the last check, ISO, "" when the feed does not say
  sp_url TEXT NOT NULL,             -- the page on service-public
  source TEXT NOT NULL CHECK (source IN ('service_public', 'demonstration')),
  hash TEXT NOT NULL,               -- of the imported file, and of how it was read
  body BLOB NOT NULL,               -- the document as JSON, gzip
  imported_at INTEGER NOT NULL,
  gone_at INTEGER,                  -- the feed no longer has it
  PRIMARY KEY (audience, id)
) STRICT;

-- What a condition of a sheet means in words: asked in one document, used in others.
CREATE TABLE sheet_variable (
  audience TEXT NOT NULL,
  sheet_id TEXT NOT NULL,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (name, audience, sheet_id),
  FOREIGN KEY (audience, sheet_id) REFERENCES sheet (audience, id)
) STRICT;
CREATE INDEX sheet_variable_owner ON sheet_variable (audience, sheet_id);

CREATE TABLE sheet_import (
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,             -- the address or path it came from
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('running', 'done', 'unchanged', 'guarded', 'failed', 'interrupted')),
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  kept_back INTEGER NOT NULL DEFAULT 0, -- vanished, but so many that nothing was removed
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sheet_failure (
  import_id INTEGER NOT NULL REFERENCES sheet_import (id),
  file TEXT NOT NULL,
  reason TEXT NOT NULL,             -- key of a message
  detail TEXT NOT NULL,
  PRIMARY KEY (import_id, file)
) STRICT;

CREATE TABLE sheet_feed (
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  checked_at INTEGER NOT NULL
) STRICT;
