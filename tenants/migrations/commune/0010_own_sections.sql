-- Sections become the commune's own: it adds, names, orders and removes them. A page may move from one to another.

-- The slug is the first part of an address, and never changes.
CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  introduction_markdown TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
INSERT INTO section (slug, title, position) VALUES ('la-mairie', 'La mairie', 1), ('vivre-ici', 'Vivre ici', 2);

-- Where a page that residents have read stood before: that address leads to it for ever.
CREATE TABLE content_former_address (
  section TEXT NOT NULL,
  slug TEXT NOT NULL,
  content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  PRIMARY KEY (section, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX content_former_address_content ON content_former_address (content_id);
