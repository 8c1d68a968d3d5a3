-- Directories: elected members, services, associations, shops, practitioners, venues. One record, reused wherever it is named.
CREATE TABLE directory_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('elus', 'services', 'associations', 'commerces', 'sante', 'lieux')),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,                       -- folded: two spellings of one name are the same
  category TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',         -- Markdown
  address TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  phone TEXT NOT NULL DEFAULT '',
  phone_2 TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  hours TEXT,                                   -- JSON as in profile; NULL while unknown
  image_id INTEGER,
  image_alt TEXT NOT NULL DEFAULT '',
  details TEXT NOT NULL DEFAULT '{}',           -- JSON object of texts, by kind
  pivots TEXT NOT NULL DEFAULT '[]',            -- JSON array of local service codes of Service-Public
  is_visible INTEGER NOT NULL DEFAULT 1 CHECK (is_visible IN (0, 1)),
  contact_consent_at INTEGER,                   -- when the named private person accepted to be published
  is_town_hall INTEGER NOT NULL DEFAULT 0 CHECK (is_town_hall IN (0, 1)),  -- its contact and hours are the profile's
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,           -- grows with each change
  confirmed_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (is_town_hall = 0 OR kind = 'services')
) STRICT;
CREATE UNIQUE INDEX directory_entry_path ON directory_entry (kind, slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX directory_entry_town_hall ON directory_entry (is_town_hall) WHERE is_town_hall = 1;
CREATE INDEX directory_entry_order ON directory_entry (kind, position);
CREATE INDEX directory_entry_name ON directory_entry (kind, name_key);

-- A commune that was there before its directories: its town hall is their first record, as the seed makes it for new ones.
INSERT INTO directory_entry (kind, slug, name, name_key, category, is_town_hall, position, pivots, confirmed_at, created_at,
                             updated_at)
SELECT 'services', 'mairie', 'Mairie', 'mairie', 'Accueil', 1, 1, '["mairie"]', updated_at, updated_at, updated_at
FROM profile WHERE id = 1;

-- What a file brought in, for a day: what it created goes, what it changed is put back.
CREATE TABLE directory_import (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  author TEXT NOT NULL,
  created_count INTEGER NOT NULL,
  updated_count INTEGER NOT NULL,
  skipped_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE TABLE directory_import_change (
  import_id INTEGER NOT NULL REFERENCES directory_import (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL REFERENCES directory_entry (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,                     -- that the import left
  before TEXT,                                  -- JSON of the columns it changed; NULL when it created the record
  PRIMARY KEY (import_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_import_change_entry ON directory_import_change (entry_id);
