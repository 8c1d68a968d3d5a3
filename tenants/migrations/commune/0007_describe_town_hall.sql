-- What the town hall says of itself besides its address: exceptional hours, colours, licence, accessibility declaration.

ALTER TABLE profile ADD COLUMN open_on_holidays INTEGER NOT NULL DEFAULT 0 CHECK (open_on_holidays IN (0, 1));
ALTER TABLE profile ADD COLUMN accent TEXT NOT NULL DEFAULT '';  -- '' for the theme's own, else six hexadecimal digits
ALTER TABLE profile ADD COLUMN photo_credits TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN licence TEXT NOT NULL DEFAULT '' CHECK (licence IN ('', 'ouverte', 'by-sa', 'reserved'));

-- Days are ISO dates of local time; intervals are JSON, [] when closed.
CREATE TABLE hours_exception (
  id INTEGER PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  intervals TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX hours_exception_days ON hours_exception (first_day, id);

-- The declaration on the State's model. Until it is saved there is no row, and the site is "non conforme".
CREATE TABLE accessibility_declaration (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  declared_on TEXT NOT NULL,
  updated_on TEXT NOT NULL,
  audited_on TEXT NOT NULL,  -- '' without audit
  criteria_passed INTEGER NOT NULL CHECK (criteria_passed >= 0),
  criteria_applicable INTEGER NOT NULL CHECK (criteria_applicable BETWEEN 0 AND 106),
  details TEXT NOT NULL,  -- JSON: texts and lists
  CHECK (criteria_passed <= criteria_applicable)
) STRICT;

-- Where the first-run assistant was left.
CREATE TABLE first_steps (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  question TEXT NOT NULL,
  finished_at INTEGER
) STRICT;
