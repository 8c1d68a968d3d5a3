-- Where a revision of a procedure comes from, whether residents see the procedure, and how its own tests went.
-- Every revision so far came with the program.
ALTER TABLE procedure_revision ADD COLUMN source TEXT NOT NULL DEFAULT 'catalogue' CHECK (source IN ('catalogue', 'commune'));
ALTER TABLE procedure_revision ADD COLUMN theme TEXT NOT NULL DEFAULT 'mairie';

-- NULL: a model, which residents do not see until an agent opens it.
ALTER TABLE procedure ADD COLUMN offered_at INTEGER;
UPDATE procedure SET offered_at = created_at;

CREATE TABLE procedure_test_run (
  procedure_id INTEGER PRIMARY KEY REFERENCES procedure (id),
  revision INTEGER NOT NULL,
  program TEXT NOT NULL,  -- version that played them
  tests INTEGER NOT NULL CHECK (tests >= 0),
  failed INTEGER NOT NULL CHECK (failed BETWEEN 0 AND tests),
  failures TEXT NOT NULL,  -- a line for each
  ran_at INTEGER NOT NULL
) STRICT;
