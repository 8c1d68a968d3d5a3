-- What the town hall is writing of a procedure and has not published: one working copy for each address.
CREATE TABLE procedure_working_copy (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  definition TEXT NOT NULL,  -- JSON; it may be unfinished, which a published revision never is
  version INTEGER NOT NULL CHECK (version > 0),  -- steps at each change
  base_revision INTEGER NOT NULL CHECK (base_revision >= 0),  -- published when it was begun; 0 for a procedure that never was
  updated_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
