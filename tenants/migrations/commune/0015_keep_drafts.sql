-- Other ways into a draft than the browser that began it: a code to come back with, and the browsers that did.
CREATE TABLE draft_key (
  digest TEXT PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'browser')),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_key_of_draft ON draft_key (draft_id);

-- How often the code was mailed: nobody is written to at will.
ALTER TABLE draft ADD COLUMN mailed INTEGER NOT NULL DEFAULT 0;
