-- Everything that one commune owns. Times are seconds UTC, sizes bytes, documents JSON.

CREATE TABLE profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  insee TEXT NOT NULL,
  siren TEXT NOT NULL,
  name TEXT NOT NULL,
  department_code TEXT NOT NULL,
  department_name TEXT NOT NULL,
  epci_siren TEXT NOT NULL,
  epci_name TEXT NOT NULL,
  population INTEGER NOT NULL,
  address TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  hours TEXT NOT NULL,
  hours_confirmed_at INTEGER,
  mayor_name TEXT NOT NULL DEFAULT '',
  publication_director TEXT NOT NULL DEFAULT '',
  dpo_contact TEXT NOT NULL DEFAULT '',
  theme TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE agent (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('secretaire', 'elu', 'regisseur', 'administrateur')),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT;

CREATE TABLE agent_session (
  token_digest TEXT PRIMARY KEY,
  agent_id INTEGER NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- Pages and news. Every save is a revision; what residents read is the published one.
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'news')),
  section TEXT NOT NULL,
  slug TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  latest_revision INTEGER NOT NULL DEFAULT 0,
  published_revision INTEGER,
  published_at INTEGER,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX content_path ON content (kind, section, slug) WHERE deleted_at IS NULL;

CREATE TABLE content_revision (
  content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  body_markdown TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, number)
) STRICT, WITHOUT ROWID;

-- A procedure is a row of immutable revisions; an open case keeps the one it was filled with.
CREATE TABLE procedure (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  current_revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE procedure_revision (
  procedure_id INTEGER NOT NULL REFERENCES procedure (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  definition TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (procedure_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER procedure_revision_is_immutable BEFORE UPDATE ON procedure_revision
BEGIN SELECT RAISE(ABORT, 'a published revision does not change'); END;
CREATE TRIGGER procedure_revision_stays BEFORE DELETE ON procedure_revision
BEGIN SELECT RAISE(ABORT, 'a published revision is kept'); END;

-- What a resident has typed so far. The digest of the browser's token is the only way in.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  token_digest TEXT NOT NULL UNIQUE,
  procedure_id INTEGER NOT NULL,
  procedure_revision INTEGER NOT NULL,
  answers TEXT NOT NULL,
  attempt TEXT NOT NULL DEFAULT '',  -- the last step that was refused, as it was sent
  dossier_id INTEGER REFERENCES dossier (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  FOREIGN KEY (procedure_id, procedure_revision) REFERENCES procedure_revision (procedure_id, number)
) STRICT;

CREATE TABLE dossier (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  tracking_code TEXT NOT NULL UNIQUE,
  procedure_id INTEGER NOT NULL,
  procedure_revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  applicant_email TEXT NOT NULL,
  search_text TEXT NOT NULL,
  answers TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  read_at INTEGER,
  FOREIGN KEY (procedure_id, procedure_revision) REFERENCES procedure_revision (procedure_id, number)
) STRICT;
CREATE INDEX dossier_inbox ON dossier (state, updated_at);
CREATE INDEX dossier_of_procedure ON dossier (procedure_id);
CREATE INDEX dossier_unread ON dossier (id) WHERE read_at IS NULL;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  author_kind TEXT NOT NULL CHECK (author_kind IN ('resident', 'agent')),
  author_name TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_of_dossier ON message (dossier_id, id);

-- Files given by residents. Bytes lie in the content-addressed store, named by their SHA-256.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  draft_id INTEGER REFERENCES draft (id) ON DELETE CASCADE,
  dossier_id INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
  message_id INTEGER REFERENCES message (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK (draft_id IS NOT NULL OR dossier_id IS NOT NULL)
) STRICT;
CREATE INDEX attachment_of_draft ON attachment (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX attachment_of_dossier ON attachment (dossier_id) WHERE dossier_id IS NOT NULL;
-- What the daily sweep asks for each file of the store.
CREATE INDEX attachment_of_file ON attachment (sha256);

-- Numbers without gaps, e.g. dossier references per year.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who did what, when. It only grows.
CREATE TABLE journal_event (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('resident', 'agent', 'operator', 'system')),
  actor_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  verb TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX journal_event_subject ON journal_event (subject, subject_id);
CREATE TRIGGER journal_event_is_immutable BEFORE UPDATE ON journal_event
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_event_stays BEFORE DELETE ON journal_event
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

-- What must leave the house: written with the fact that causes it, sent after the commit, tried again until it works.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('mail')),
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT '',
  next_attempt_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';
