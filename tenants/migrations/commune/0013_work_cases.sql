-- The agents' side of cases: legal clocks, work, corrections, opinions, models, exports, retention. Days are ISO, '' is none.
ALTER TABLE dossier ADD COLUMN silence_on TEXT;  -- the day on which silence decides; NULL: not yet worked out
ALTER TABLE dossier ADD COLUMN unacknowledged_by TEXT NOT NULL DEFAULT '';  -- the receipt failed and is owed by that day
ALTER TABLE dossier ADD COLUMN decided_at INTEGER;  -- first decision, silence or withdrawal: no clock runs after it
ALTER TABLE dossier ADD COLUMN silence TEXT NOT NULL DEFAULT '' CHECK (silence IN ('', 'acceptance', 'rejection'));
ALTER TABLE dossier ADD COLUMN due_on TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN assignee_id INTEGER REFERENCES agent (id);
ALTER TABLE dossier ADD COLUMN status TEXT NOT NULL DEFAULT '';  -- a named step of the procedure, while in progress
ALTER TABLE dossier ADD COLUMN retention_warned_at INTEGER;
ALTER TABLE dossier ADD COLUMN kept_until TEXT NOT NULL DEFAULT '';  -- an agent keeps it longer than the procedure says
ALTER TABLE dossier ADD COLUMN forgotten_at INTEGER;  -- who asked is no longer known
-- What the inbox is ordered by. '9999' follows every day, '99999' what is over.
ALTER TABLE dossier ADD COLUMN urgent_on TEXT GENERATED ALWAYS AS (
  CASE WHEN state IN ('submitted', 'in_progress', 'waiting_for_resident') THEN min(
    CASE WHEN decided_at IS NULL AND COALESCE(silence_on, '') <> '' THEN silence_on ELSE '9999' END,
    CASE WHEN due_on <> '' THEN due_on ELSE '9999' END,
    CASE WHEN unacknowledged_by <> '' THEN unacknowledged_by ELSE '9999' END)
  ELSE '99999' END) VIRTUAL;
CREATE INDEX dossier_urgency ON dossier (urgent_on, submitted_at, id);

UPDATE dossier SET decided_at = (
  SELECT MIN(e.at) FROM journal_event e
  WHERE e.subject = 'dossier' AND e.subject_id = dossier.id AND e.verb = 'dossier.state_changed'
    AND e.details IN ('accepted', 'refused', 'closed', 'withdrawn'));

-- The electronic receipt as it was sent (CRPA R112-11-1): its text outlives the outbox.
CREATE TABLE receipt (
  dossier_id INTEGER PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE,
  recipient TEXT NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  outbox_id INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;

-- What the town hall asked the resident to complete or correct (CRPA L114-5), and the answers as they were before.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  fields TEXT NOT NULL DEFAULT '[]',  -- ids; none: a message is enough
  answer_before TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  ended_at INTEGER,  -- answered, or no longer needed
  answers_before TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX correction_of_dossier ON correction (dossier_id, id);
INSERT INTO correction (dossier_id, answer_before, asked_by, asked_at, ended_at)
SELECT e.subject_id, date(e.at, 'unixepoch', '+30 days'), e.actor_name, e.at,
  (SELECT MIN(n.at) FROM journal_event n WHERE n.subject = 'dossier' AND n.subject_id = e.subject_id AND n.id > e.id
     AND n.verb = 'dossier.state_changed')
FROM journal_event e JOIN dossier d ON d.id = e.subject_id
WHERE e.subject = 'dossier' AND e.verb = 'dossier.state_changed' AND e.details = 'waiting_for_resident' ORDER BY e.id;

-- Never shown to the resident.
CREATE TABLE case_note (
  id INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX case_note_of_dossier ON case_note (dossier_id, id);

CREATE TABLE case_label (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  PRIMARY KEY (dossier_id, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_label_by_name ON case_label (label);

-- Filters of the inbox that agents keep, for everybody in the town hall.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL,  -- the query of the inbox's address
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE answer_model (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  procedure_slug TEXT NOT NULL DEFAULT '',  -- '' for every procedure
  updated_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- An elected member is asked by mail and answers by a link that opens this one case.
CREATE TABLE opinion (
  id INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  token_digest TEXT NOT NULL UNIQUE,
  recipient_name TEXT NOT NULL,
  recipient_email TEXT NOT NULL,
  question TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'favourable', 'unfavourable', 'reserved')),
  answer TEXT NOT NULL DEFAULT '',
  answered_at INTEGER,
  cancelled_at INTEGER
) STRICT;
CREATE INDEX opinion_of_dossier ON opinion (dossier_id, id);

-- Many cases at once: each is done in a transaction of its own, so that a stop loses none and repeats none.
CREATE TABLE bulk_job (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,     -- JSON
  waiting TEXT NOT NULL,    -- JSON: ids to do
  total INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  refused TEXT NOT NULL DEFAULT '[]',  -- JSON: reference and reason
  requested_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE TABLE case_export (
  id INTEGER PRIMARY KEY,
  format TEXT NOT NULL CHECK (format IN ('csv', 'ods', 'json')),
  query TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'made', 'failed')),
  row_count INTEGER NOT NULL DEFAULT 0,
  file_sha256 TEXT NOT NULL DEFAULT '',
  file_bytes INTEGER NOT NULL DEFAULT 0,
  requested_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX case_export_file ON case_export (file_sha256) WHERE file_sha256 <> '';

-- What remains of cases that were deleted: counts without anybody in them.
CREATE TABLE case_statistic (
  procedure_slug TEXT NOT NULL,
  month TEXT NOT NULL,  -- of submission, "2026-11"
  outcome TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (procedure_slug, month, outcome)
) STRICT, WITHOUT ROWID;

-- Full text of cases, accents folded: tenants/dossiers/case_text.
CREATE VIRTUAL TABLE case_text USING fts5(body, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO case_text (rowid, body)
SELECT d.id, d.reference || ' ' || d.applicant_name || ' ' || d.applicant_email || ' '
  || COALESCE((SELECT group_concat(t.atom, ' ') FROM json_tree(d.answers) t WHERE t.type = 'text'), '') || ' '
  || COALESCE((SELECT group_concat(m.body, ' ') FROM message m WHERE m.dossier_id = d.id), '')
FROM dossier d ORDER BY d.id;

-- The journal only grows, but the name of a resident is forgotten when the retention of the case ends (RGPD, art. 5).
DROP TRIGGER journal_event_is_immutable;
CREATE TRIGGER journal_event_is_immutable BEFORE UPDATE ON journal_event
WHEN NOT (OLD.actor_kind = 'resident' AND NEW.actor_kind = 'resident' AND NEW.actor_name = 'habitant'
  AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.subject = OLD.subject AND NEW.subject_id = OLD.subject_id
  AND NEW.verb = OLD.verb AND NEW.details = OLD.details)
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
