-- Contents become pages, news, events and alerts, with blocks, scheduling and a bin that says who filled it.
-- A CHECK cannot be altered: both tables are made anew. Revisions go first, for dropping their parent would cascade.
CREATE TABLE content_new (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'news', 'event', 'alert')),
  section TEXT NOT NULL,
  slug TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  latest_revision INTEGER NOT NULL DEFAULT 0,
  published_revision INTEGER,
  published_at INTEGER,
  scheduled_revision INTEGER,
  scheduled_at INTEGER,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT NOT NULL DEFAULT '',
  -- The case that proposed an event: asking twice makes one.
  dossier_id INTEGER UNIQUE REFERENCES dossier (id) ON DELETE SET NULL,
  CHECK ((scheduled_revision IS NULL) = (scheduled_at IS NULL))
) STRICT;

CREATE TABLE content_revision_new (
  content_id INTEGER NOT NULL REFERENCES content_new (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  body_markdown TEXT NOT NULL,
  blocks TEXT NOT NULL DEFAULT '[]',   -- JSON, see tenants/site/blocks
  details TEXT NOT NULL DEFAULT '{}',  -- JSON by kind, see tenants/site/details
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO content_new (id, kind, section, slug, position, latest_revision, published_revision, published_at,
                         expires_at, created_at, deleted_at)
SELECT id, kind, section, slug, position, latest_revision, published_revision, published_at, expires_at, created_at,
       deleted_at
FROM content ORDER BY id;

INSERT INTO content_revision_new (content_id, number, title, summary, body_markdown, author, created_at)
SELECT content_id, number, title, summary, body_markdown, author, created_at
FROM content_revision ORDER BY content_id, number;

DROP TABLE content_revision;
DROP TABLE content;
ALTER TABLE content_new RENAME TO content;
ALTER TABLE content_revision_new RENAME TO content_revision;

CREATE UNIQUE INDEX content_path ON content (kind, section, slug) WHERE deleted_at IS NULL;
CREATE INDEX content_bin ON content (deleted_at) WHERE deleted_at IS NOT NULL;
