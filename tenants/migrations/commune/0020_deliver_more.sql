-- Signed callbacks of procedures beside mails in the outbox, files held until an antivirus has seen them, one digest of
-- failures a day.

CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  procedure_id INTEGER NOT NULL REFERENCES procedure (id),
  address TEXT NOT NULL CHECK (address <> ''),
  secret TEXT NOT NULL CHECK (secret <> ''),  -- needed as it is to sign; shown once
  events TEXT NOT NULL CHECK (events <> ''),  -- names, one space between two
  detail TEXT NOT NULL CHECK (detail IN ('reference', 'applicant', 'answers')),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_of_procedure ON webhook (procedure_id);

CREATE TABLE outbox_new (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'webhook')),
  webhook_id INTEGER REFERENCES webhook (id) ON DELETE CASCADE,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT '',
  next_attempt_at INTEGER NOT NULL,  -- of a failed row: when it was given up
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  CHECK ((kind = 'webhook') = (webhook_id IS NOT NULL))
) STRICT;
INSERT INTO outbox_new (id, kind, recipient, subject, body, state, attempts, last_error, next_attempt_at, created_at, sent_at)
SELECT id, kind, recipient, subject, body, state, attempts, last_error, next_attempt_at, created_at, sent_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (kind, next_attempt_at) WHERE state = 'pending';
CREATE INDEX outbox_of_webhook ON outbox (webhook_id, id) WHERE webhook_id IS NOT NULL;

-- What an antivirus said of each file of a resident. Every file waits from the start; where none is set up nobody asks.
CREATE TABLE file_check (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'clean', 'infected')),
  threat TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT '',
  next_attempt_at INTEGER NOT NULL,
  checked_at INTEGER
) STRICT;
CREATE INDEX file_check_due ON file_check (next_attempt_at) WHERE state = 'waiting';
INSERT INTO file_check (attachment_id, state, next_attempt_at) SELECT id, 'waiting', 0 FROM attachment;

-- The days on which agents were told what had failed.
CREATE TABLE failure_digest (
  day TEXT PRIMARY KEY,
  sent_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
