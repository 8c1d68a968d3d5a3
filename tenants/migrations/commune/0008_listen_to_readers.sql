-- The menu, what readers say of a page, and how often pages are read. Nothing here tells who reads.

-- The entries of the main menu in their order; none at all stands for the usual menu.
CREATE TABLE menu_entry (
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  label TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT;

-- "Cette page vous a-t-elle été utile ?"
CREATE TABLE page_feedback (
  id INTEGER PRIMARY KEY,
  key_digest TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  is_useful INTEGER NOT NULL CHECK (is_useful IN (0, 1)),
  reason TEXT NOT NULL DEFAULT '' CHECK (reason IN ('', 'missing', 'unclear', 'outdated', 'wrong', 'other')),
  comment TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  handled_at INTEGER,
  handled_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX page_feedback_age ON page_feedback (created_at);

-- Pages shown on a French calendar day, by path. No address, no cookie, no identifier.
CREATE TABLE page_views (
  day TEXT NOT NULL,
  path TEXT NOT NULL,
  views INTEGER NOT NULL CHECK (views > 0),
  PRIMARY KEY (day, path)
) STRICT, WITHOUT ROWID;
