-- Official publication of acts (CGCT L2131-1, R2131-1): once online, an act is never changed nor removed, only withdrawn.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('deliberation', 'arrete', 'decision', 'proces_verbal', 'ordre_du_jour',
                                     'liste_deliberations', 'budget', 'autre')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  slug TEXT UNIQUE,                             -- its public address, given with the publication
  number TEXT NOT NULL DEFAULT '',
  object TEXT NOT NULL,
  decided_on TEXT,                              -- days are ISO dates
  meeting_on TEXT,                              -- of the council: joins agenda, list, deliberations and minutes
  approved_on TEXT,                             -- of minutes: the meeting that approved them (L2121-15)
  author_first_name TEXT NOT NULL DEFAULT '',   -- of a regulatory act (R2131-1)
  author_name TEXT NOT NULL DEFAULT '',
  author_quality TEXT NOT NULL DEFAULT '',
  subject_code TEXT NOT NULL DEFAULT '',        -- ACTES, level 2: "7.5"
  subject_label TEXT NOT NULL DEFAULT '',
  vote_members INTEGER,
  vote_present INTEGER,
  vote_for INTEGER,
  vote_against INTEGER,
  vote_abstained INTEGER,
  budget_year TEXT NOT NULL DEFAULT '',         -- "2026" or "2026/2027"
  budget_name TEXT NOT NULL DEFAULT '',
  prefecture_id TEXT NOT NULL DEFAULT '',
  prefecture_on TEXT,
  file_name TEXT,
  file_sha256 TEXT,                             -- of the PDF in the commune's file store
  file_bytes INTEGER,
  replaces_id INTEGER REFERENCES act (id),      -- the wrong act that this one corrects
  version INTEGER NOT NULL DEFAULT 1,           -- grows with each change
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  published_at INTEGER,
  withdrawn_at INTEGER,
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK (published_at IS NULL OR (slug IS NOT NULL AND decided_on IS NOT NULL AND object <> '' AND file_sha256 IS NOT NULL)),
  CHECK ((file_sha256 IS NULL) = (file_name IS NULL) AND (file_sha256 IS NULL) = (file_bytes IS NULL)),
  -- Two months are at least 59 days; the verb counts the months of the calendar.
  CHECK (withdrawn_at IS NULL OR withdrawn_at >= published_at + 59 * 86400),
  CHECK ((vote_members IS NULL) = (vote_present IS NULL) AND (vote_members IS NULL) = (vote_for IS NULL) AND
         (vote_members IS NULL) = (vote_against IS NULL) AND (vote_members IS NULL) = (vote_abstained IS NULL)),
  CHECK (vote_members IS NULL OR (vote_members >= vote_present AND vote_present = vote_for + vote_against + vote_abstained
                                  AND vote_for >= 0 AND vote_against >= 0 AND vote_abstained >= 0)),
  CHECK ((budget_year = '') = (budget_name = '')),
  CHECK (kind <> 'arrete' OR published_at IS NULL OR
         (author_first_name <> '' AND author_name <> '' AND author_quality <> ''))
) STRICT;
CREATE INDEX act_by_day ON act (state, decided_on);
CREATE INDEX act_by_meeting ON act (meeting_on) WHERE meeting_on IS NOT NULL;
CREATE INDEX act_of_file ON act (file_sha256) WHERE file_sha256 IS NOT NULL;
CREATE UNIQUE INDEX act_replaced_once ON act (replaces_id) WHERE replaces_id IS NOT NULL AND published_at IS NOT NULL;

-- What the prefecture answers comes later and is written down once; all else stands as it was posted.
CREATE TRIGGER act_stands BEFORE UPDATE ON act WHEN OLD.published_at IS NOT NULL AND (
  NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.slug IS NOT OLD.slug OR NEW.number IS NOT OLD.number OR
  NEW.object IS NOT OLD.object OR NEW.decided_on IS NOT OLD.decided_on OR NEW.meeting_on IS NOT OLD.meeting_on OR
  NEW.approved_on IS NOT OLD.approved_on OR NEW.author_first_name IS NOT OLD.author_first_name OR
  NEW.author_name IS NOT OLD.author_name OR NEW.author_quality IS NOT OLD.author_quality OR
  NEW.subject_code IS NOT OLD.subject_code OR NEW.subject_label IS NOT OLD.subject_label OR
  NEW.vote_members IS NOT OLD.vote_members OR NEW.vote_present IS NOT OLD.vote_present OR
  NEW.vote_for IS NOT OLD.vote_for OR NEW.vote_against IS NOT OLD.vote_against OR
  NEW.vote_abstained IS NOT OLD.vote_abstained OR NEW.budget_year IS NOT OLD.budget_year OR
  NEW.budget_name IS NOT OLD.budget_name OR NEW.file_name IS NOT OLD.file_name OR
  NEW.file_sha256 IS NOT OLD.file_sha256 OR NEW.file_bytes IS NOT OLD.file_bytes OR
  NEW.replaces_id IS NOT OLD.replaces_id OR NEW.created_at IS NOT OLD.created_at OR
  NEW.published_at IS NOT OLD.published_at OR
  (OLD.prefecture_id <> '' AND NEW.prefecture_id IS NOT OLD.prefecture_id) OR
  (OLD.prefecture_on IS NOT NULL AND NEW.prefecture_on IS NOT OLD.prefecture_on) OR
  (OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at IS NOT OLD.withdrawn_at OR
                                     NEW.withdrawn_reason IS NOT OLD.withdrawn_reason)))
BEGIN SELECT RAISE(ABORT, 'a published act does not change'); END;
CREATE TRIGGER act_stays BEFORE DELETE ON act WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published act is kept'); END;
-- REPLACE would remove the row without asking act_stays.
CREATE TRIGGER act_is_not_overwritten BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM act WHERE (id = NEW.id OR slug = NEW.slug) AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a published act is kept'); END;
CREATE TRIGGER act_keeps_its_address BEFORE UPDATE OF id, slug ON act
WHEN EXISTS (SELECT 1 FROM act WHERE (id = NEW.id OR slug = NEW.slug) AND id <> OLD.id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a published act is kept'); END;

-- The proof of continuous publication: one row per round over all acts online, chained by hashes; what was wrong stands apart.
CREATE TABLE act_check (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  act_count INTEGER NOT NULL,
  digest TEXT NOT NULL,                         -- BLAKE2b of what was found, act by act
  chain TEXT NOT NULL                           -- BLAKE2b of the row before and of this one
) STRICT;
CREATE TABLE act_check_fault (
  check_id INTEGER NOT NULL REFERENCES act_check (id),
  act_id INTEGER NOT NULL REFERENCES act (id),
  fault TEXT NOT NULL CHECK (fault IN ('missing', 'altered')),
  PRIMARY KEY (act_id, check_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER act_check_is_immutable BEFORE UPDATE ON act_check
BEGIN SELECT RAISE(ABORT, 'checks only grow'); END;
CREATE TRIGGER act_check_stays BEFORE DELETE ON act_check
BEGIN SELECT RAISE(ABORT, 'checks only grow'); END;
CREATE TRIGGER act_check_follows BEFORE INSERT ON act_check
WHEN EXISTS (SELECT 1 FROM act_check WHERE id >= NEW.id OR at >= NEW.at)
BEGIN SELECT RAISE(ABORT, 'checks only grow'); END;
CREATE TRIGGER act_check_fault_is_immutable BEFORE UPDATE ON act_check_fault
BEGIN SELECT RAISE(ABORT, 'checks only grow'); END;
CREATE TRIGGER act_check_fault_stays BEFORE DELETE ON act_check_fault
BEGIN SELECT RAISE(ABORT, 'checks only grow'); END;

-- How acts are made public, and what open data needs to know.
CREATE TABLE act_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  publicity TEXT NOT NULL CHECK (publicity IN ('electronique', 'affichage', 'papier')),
  chosen_by TEXT NOT NULL DEFAULT '',           -- number of the deliberation that chose (L2131-1 IV)
  chosen_on TEXT,
  place TEXT NOT NULL DEFAULT '',               -- where acts are posted or can be read on paper
  nic TEXT NOT NULL DEFAULT '',                 -- last five digits of the SIRET; "" while unknown
  updated_at INTEGER NOT NULL,
  CHECK (publicity = 'electronique' OR (chosen_by <> '' AND chosen_on IS NOT NULL AND place <> ''))
) STRICT;
INSERT INTO act_settings (id, publicity, updated_at) VALUES (1, 'electronique', 0);

-- Documents that are made in the background from our own templates: asked for, made, or failed with its reason.
CREATE TABLE document_job (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                           -- which template: see tenants/documents
  subject_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'made', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',              -- a message key
  requested_by TEXT NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  file_name TEXT,
  file_sha256 TEXT,
  file_bytes INTEGER,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  CHECK ((state = 'made') = (file_sha256 IS NOT NULL))
) STRICT;
CREATE INDEX document_job_due ON document_job (next_attempt_at) WHERE state = 'queued';
CREATE INDEX document_job_of ON document_job (kind, subject_id);
CREATE INDEX document_job_file ON document_job (file_sha256) WHERE file_sha256 IS NOT NULL;
