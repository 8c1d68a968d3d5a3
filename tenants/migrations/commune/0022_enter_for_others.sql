-- Requests that somebody enters for somebody else: at the counter, on the telephone, from a letter, in a France Services house.
CREATE TABLE assistance (
  id INTEGER PRIMARY KEY,
  draft_id INTEGER UNIQUE REFERENCES draft (id) ON DELETE CASCADE,
  dossier_id INTEGER UNIQUE REFERENCES dossier (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('counter', 'phone', 'letter', 'france_services')),
  mandate TEXT NOT NULL CHECK (mandate IN ('present', 'spoken', 'written')),
  helper TEXT NOT NULL,  -- who enters it
  started_at INTEGER NOT NULL
) STRICT;
