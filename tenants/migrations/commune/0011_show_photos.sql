-- What residents see first: the commune's logo, its photo, a sentence of welcome; and who hosts the site when the platform does not say.
ALTER TABLE profile ADD COLUMN logo_id INTEGER REFERENCES media (id);
ALTER TABLE profile ADD COLUMN hero_id INTEGER REFERENCES media (id);
ALTER TABLE profile ADD COLUMN welcome TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN host TEXT NOT NULL DEFAULT '';

-- The logo as square icons of browsers and telephones. `source_sha256` is the picture that they were made of.
CREATE TABLE logo_icon (
  side INTEGER PRIMARY KEY CHECK (side > 0),
  source_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0)
) STRICT;
CREATE INDEX logo_icon_sha256 ON logo_icon (sha256);
