-- Money owed to the commune and money received: régies, debts, attempts to pay, the ledger. Whole cents; days ISO, '' is none.

CREATE TABLE regie (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 999),  -- of the commune; part of every receipt's number
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('recettes', 'recettes_avances')),
  act_reference TEXT NOT NULL,  -- acte constitutif (CGCT R1617-1)
  act_date TEXT NOT NULL,
  means TEXT NOT NULL,    -- JSON: how the act lets it be paid: online, cash, cheque, card, cesu, holiday_voucher, transfer
  members TEXT NOT NULL,  -- JSON: régisseur, mandataires suppléants and mandataires, with their acts
  cash_ceiling_cents INTEGER NOT NULL CHECK (cash_ceiling_cents >= 0),       -- montant maximum de l'encaisse; 0: none
  online_ceiling_cents INTEGER NOT NULL CHECK (online_ceiling_cents >= 0),   -- of one payment online; 0: the gateway's
  comptable TEXT NOT NULL,  -- who receives the statements, as an address block
  gateway TEXT NOT NULL CHECK (gateway IN ('none', 'payfip', 'systempay')),
  account TEXT NOT NULL,   -- client number or site id
  secret TEXT NOT NULL,    -- sealed with the platform's key; '' for PayFiP, which has none
  mode TEXT NOT NULL CHECK (mode IN ('test', 'activation', 'production')),
  checked_at INTEGER,      -- when the gateway last recognised the account as it stands
  checked_label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  closed_at INTEGER,
  CHECK ((gateway = 'none') = (account = ''))
) STRICT;
CREATE UNIQUE INDEX regie_account ON regie (gateway, account) WHERE account <> '';
CREATE TRIGGER regie_stays BEFORE DELETE ON regie BEGIN SELECT RAISE(ABORT, 'a regie is closed, never deleted'); END;
CREATE TRIGGER regie_number_stays BEFORE UPDATE OF id, number ON regie
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number BEGIN SELECT RAISE(ABORT, 'the number of a regie stays'); END;

-- What the act lets the régie collect: nothing else can be owed to it.
CREATE TABLE regie_product (
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  code TEXT NOT NULL CHECK (code <> ''),
  label TEXT NOT NULL CHECK (label <> ''),
  budget_account TEXT NOT NULL,  -- imputation, such as 7067; '' when not told
  withdrawn_at INTEGER,
  PRIMARY KEY (regie_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE debt_import (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  debt_count INTEGER NOT NULL,
  total_cents INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  undone_by TEXT NOT NULL DEFAULT '',
  undone_at INTEGER
) STRICT;

CREATE TABLE debt (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (length(reference) BETWEEN 6 AND 30 AND reference NOT GLOB '*[^0-9A-Z]*'),
  page_key TEXT NOT NULL UNIQUE CHECK (length(page_key) >= 26),  -- its address: who holds it may see and pay
  regie_id INTEGER NOT NULL,
  product TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('procedure', 'invoice', 'booking', 'top_up', 'trial')),
  origin_key TEXT NOT NULL,  -- what it comes from, in words of its origin; the same is never owed twice
  import_id INTEGER REFERENCES debt_import (id),
  debtor_name TEXT NOT NULL,
  debtor_email TEXT NOT NULL,
  debtor_address TEXT NOT NULL,
  object TEXT NOT NULL CHECK (object <> ''),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  due_on TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  cancelled_by TEXT NOT NULL DEFAULT '',
  cancelled_why TEXT NOT NULL DEFAULT '',
  received_cents INTEGER NOT NULL DEFAULT 0,  -- what the ledger says, kept by its trigger
  state TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN received_cents >= amount_cents THEN 'paid'
    WHEN cancelled_at IS NOT NULL THEN 'cancelled' WHEN received_cents > 0 THEN 'partly_paid' ELSE 'open' END) STORED,
  FOREIGN KEY (regie_id, product) REFERENCES regie_product (regie_id, code),
  UNIQUE (id, regie_id)
) STRICT;
CREATE UNIQUE INDEX debt_of_origin ON debt (origin, origin_key) WHERE origin_key <> '' AND cancelled_at IS NULL;
CREATE INDEX debt_by_state ON debt (regie_id, state, id);
CREATE INDEX debt_of_import ON debt (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER debt_stays BEFORE DELETE ON debt BEGIN SELECT RAISE(ABORT, 'a debt is cancelled, never deleted'); END;
CREATE TRIGGER debt_amount_stays BEFORE UPDATE OF id, reference, page_key, regie_id, product, origin, origin_key, amount_cents ON debt
WHEN NEW.id <> OLD.id OR NEW.reference <> OLD.reference OR NEW.page_key <> OLD.page_key OR NEW.regie_id <> OLD.regie_id
  OR NEW.product <> OLD.product OR NEW.origin <> OLD.origin OR NEW.origin_key <> OLD.origin_key OR NEW.amount_cents <> OLD.amount_cents
BEGIN SELECT RAISE(ABORT, 'what is owed does not change'); END;

-- The ways between states that payments/payment_state knows; a test compares both.
CREATE TABLE payment_way (before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (before, after)) STRICT, WITHOUT ROWID;
INSERT INTO payment_way (before, after) VALUES
  ('created', 'sent'), ('created', 'cancelled'), ('sent', 'pending'),
  ('sent', 'paid'), ('sent', 'refused'), ('sent', 'cancelled'), ('sent', 'expired'), ('sent', 'unknown'),
  ('pending', 'paid'), ('pending', 'refused'), ('pending', 'cancelled'), ('pending', 'expired'), ('pending', 'unknown'),
  ('unknown', 'paid'), ('unknown', 'refused'), ('unknown', 'cancelled'), ('unknown', 'expired'),
  ('refused', 'paid_late'), ('cancelled', 'refused'), ('cancelled', 'paid_late'),
  ('expired', 'cancelled'), ('expired', 'refused'), ('expired', 'paid_late'),
  ('paid', 'refund_requested'), ('paid_late', 'refund_requested'), ('refund_requested', 'refunded');

CREATE TABLE payment_attempt (
  id INTEGER PRIMARY KEY,
  debt_id INTEGER NOT NULL,
  regie_id INTEGER NOT NULL,
  gateway TEXT NOT NULL CHECK (gateway IN ('payfip', 'systempay')),
  account TEXT NOT NULL CHECK (account <> ''),  -- of the régie when it started
  mode TEXT NOT NULL CHECK (mode IN ('test', 'activation', 'production')),
  reference TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  email TEXT NOT NULL,
  return_key TEXT NOT NULL UNIQUE,  -- in the address where the browser comes back
  state TEXT NOT NULL DEFAULT 'created' CHECK (state IN ('created', 'sent', 'pending', 'paid', 'refused', 'cancelled',
    'expired', 'unknown', 'paid_late', 'refund_requested', 'refunded')),
  gateway_id TEXT,  -- idOp; written once, before the browser leaves
  redirection TEXT NOT NULL DEFAULT '',  -- JSON: how the browser goes to pay
  started_at INTEGER NOT NULL,
  opened_at INTEGER,
  settled_at INTEGER,  -- when our state first was an end
  next_question_at INTEGER,
  asked_at INTEGER,
  questions INTEGER NOT NULL DEFAULT 0,
  last_fault TEXT NOT NULL DEFAULT '',  -- code of the last question or start that had no answer; '' after an answer
  result TEXT NOT NULL DEFAULT '',      -- the gateway's own code
  means TEXT NOT NULL DEFAULT '',
  authorization TEXT NOT NULL DEFAULT '',
  paid_cents INTEGER CHECK (paid_cents > 0),  -- as the gateway says
  local_date TEXT NOT NULL DEFAULT '',  -- as received, Europe/Paris
  local_time TEXT NOT NULL DEFAULT '',
  paid_at INTEGER,
  mismatches TEXT NOT NULL DEFAULT '',  -- what the answer contradicts, separated by commas: quarantine
  evidence_sha256 TEXT NOT NULL DEFAULT '',  -- of the answer that ended it
  looked_at INTEGER,  -- when somebody of the régie dealt with what is flagged
  looked_by TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (debt_id, regie_id) REFERENCES debt (id, regie_id),
  UNIQUE (id, regie_id)
) STRICT;
CREATE UNIQUE INDEX payment_attempt_name ON payment_attempt (gateway, gateway_id) WHERE gateway_id IS NOT NULL;
-- Two tabs cannot pay one debt twice: a debt has one payment under way.
CREATE UNIQUE INDEX payment_attempt_alive ON payment_attempt (debt_id) WHERE state IN ('created', 'sent', 'pending');
CREATE INDEX payment_attempt_due ON payment_attempt (next_question_at) WHERE next_question_at IS NOT NULL;
CREATE INDEX payment_attempt_of_debt ON payment_attempt (debt_id, id);
CREATE INDEX payment_attempt_of_regie ON payment_attempt (regie_id, started_at);
CREATE TRIGGER payment_attempt_uses_own_account BEFORE INSERT ON payment_attempt
WHEN NOT EXISTS (SELECT 1 FROM regie r WHERE r.id = NEW.regie_id AND r.gateway = NEW.gateway AND r.account = NEW.account)
BEGIN SELECT RAISE(ABORT, 'the account of another regie'); END;
CREATE TRIGGER payment_attempt_goes_known_ways BEFORE UPDATE OF state ON payment_attempt
WHEN NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM payment_way w WHERE w.before = OLD.state AND w.after = NEW.state)
BEGIN SELECT RAISE(ABORT, 'a payment cannot go this way'); END;
CREATE TRIGGER payment_attempt_keeps_its_order BEFORE UPDATE ON payment_attempt
WHEN NEW.id <> OLD.id OR NEW.debt_id <> OLD.debt_id OR NEW.regie_id <> OLD.regie_id OR NEW.gateway <> OLD.gateway
  OR NEW.account <> OLD.account OR NEW.mode <> OLD.mode OR NEW.reference <> OLD.reference OR NEW.amount_cents <> OLD.amount_cents
  OR NEW.return_key <> OLD.return_key OR NEW.started_at <> OLD.started_at OR (OLD.gateway_id IS NOT NULL AND NEW.gateway_id IS NOT OLD.gateway_id)
BEGIN SELECT RAISE(ABORT, 'what was asked of the gateway does not change'); END;
CREATE TRIGGER payment_attempt_stays BEFORE DELETE ON payment_attempt
BEGIN SELECT RAISE(ABORT, 'an attempt to pay is kept'); END;

-- What a gateway said, byte for byte; the same answer is kept once per attempt.
CREATE TABLE payment_answer (
  id INTEGER PRIMARY KEY,
  attempt_id INTEGER NOT NULL REFERENCES payment_attempt (id),
  kind TEXT NOT NULL CHECK (kind IN ('start', 'answer', 'fault', 'notification')),
  outcome TEXT NOT NULL,  -- what we understood
  raw BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (attempt_id, kind, sha256)
) STRICT;
CREATE TRIGGER payment_answer_is_immutable BEFORE UPDATE ON payment_answer
BEGIN SELECT RAISE(ABORT, 'what a gateway said does not change'); END;
CREATE TRIGGER payment_answer_stays BEFORE DELETE ON payment_answer
BEGIN SELECT RAISE(ABORT, 'what a gateway said is kept'); END;

-- What a request waits for. Who collects it names it and says when it is paid.
CREATE TABLE case_payment (
  dossier_id INTEGER PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE,
  product TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  reference TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  asked_at INTEGER NOT NULL,
  paid_at INTEGER
) STRICT;
CREATE INDEX case_payment_awaited ON case_payment (dossier_id) WHERE paid_at IS NULL;

CREATE TABLE ledger_account (name TEXT PRIMARY KEY, nature TEXT NOT NULL CHECK (nature IN ('money', 'owed', 'income', 'waiting'))) STRICT, WITHOUT ROWID;
INSERT INTO ledger_account (name, nature) VALUES
  ('online', 'money'),  -- on its way to the régie's compte de dépôt de fonds
  ('cash', 'money'), ('cheque', 'money'), ('card', 'money'), ('cesu', 'money'), ('holiday_voucher', 'money'), ('transfer', 'money'),
  ('comptable', 'money'),  -- poured to the comptable
  ('debtor', 'owed'),      -- what debts were paid
  ('sales', 'income'),     -- paid at the counter without a debt
  ('suspense', 'waiting'); -- money whose payment contradicts what was asked

-- Double entry: each line takes an amount from one account to another, so that debits and credits are equal by construction.
-- It only grows; what was wrong is corrected by a new line. hash chains the lines: payments/ledger_hash.
CREATE TABLE ledger_line (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),  -- accounting day, local
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'correction', 'transfer', 'refund', 'deposit', 'consumption')),
  debit TEXT NOT NULL REFERENCES ledger_account (name),
  credit TEXT NOT NULL REFERENCES ledger_account (name),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  product TEXT NOT NULL,
  debt_id INTEGER,
  attempt_id INTEGER,
  receipt_year INTEGER,
  receipt_number INTEGER CHECK (receipt_number > 0),
  corrects INTEGER REFERENCES ledger_line (number),
  label TEXT NOT NULL,   -- no name of a person: the ledger outlives them
  author TEXT NOT NULL,
  evidence_sha256 TEXT NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  FOREIGN KEY (debt_id, regie_id) REFERENCES debt (id, regie_id),
  FOREIGN KEY (attempt_id, regie_id) REFERENCES payment_attempt (id, regie_id),
  CHECK (debit <> credit),
  CHECK ((kind = 'receipt') = (receipt_number IS NOT NULL) AND (receipt_number IS NULL) = (receipt_year IS NULL)),
  CHECK ((kind = 'correction') = (corrects IS NOT NULL)),
  CHECK (debt_id IS NOT NULL OR (debit <> 'debtor' AND credit <> 'debtor')),
  CHECK (attempt_id IS NULL OR kind <> 'receipt' OR evidence_sha256 <> '')
) STRICT;
CREATE UNIQUE INDEX ledger_receipt ON ledger_line (regie_id, receipt_year, receipt_number) WHERE receipt_number IS NOT NULL;
CREATE UNIQUE INDEX ledger_receipt_of_attempt ON ledger_line (attempt_id) WHERE attempt_id IS NOT NULL AND kind = 'receipt';
CREATE UNIQUE INDEX ledger_correction ON ledger_line (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX ledger_by_day ON ledger_line (regie_id, day, number);
CREATE INDEX ledger_of_debt ON ledger_line (debt_id, number) WHERE debt_id IS NOT NULL;
CREATE TRIGGER ledger_is_immutable BEFORE UPDATE ON ledger_line BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger_line BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER ledger_is_chained BEFORE INSERT ON ledger_line
WHEN NEW.number <> COALESCE((SELECT MAX(number) FROM ledger_line), 0) + 1
  OR (NEW.number > 1 AND NEW.previous_hash <> (SELECT hash FROM ledger_line WHERE number = NEW.number - 1))
BEGIN SELECT RAISE(ABORT, 'a line that does not follow the last'); END;
CREATE TRIGGER ledger_receipts_have_no_gap BEFORE INSERT ON ledger_line
WHEN NEW.receipt_number IS NOT NULL AND NEW.receipt_number <> COALESCE((SELECT MAX(receipt_number) FROM ledger_line
  WHERE regie_id = NEW.regie_id AND receipt_year = NEW.receipt_year), 0) + 1
BEGIN SELECT RAISE(ABORT, 'a receipt out of order'); END;
-- No credit without a stored answer of the gateway that paid it.
CREATE TRIGGER ledger_receipts_rest_on_answers BEFORE INSERT ON ledger_line
WHEN NEW.kind = 'receipt' AND (NEW.debit = 'online' OR NEW.attempt_id IS NOT NULL) AND NOT EXISTS (
  SELECT 1 FROM payment_answer a JOIN payment_attempt p ON p.id = a.attempt_id WHERE a.attempt_id = NEW.attempt_id
    AND a.kind = 'answer' AND a.outcome = 'paid' AND a.sha256 = NEW.evidence_sha256 AND p.debt_id = NEW.debt_id AND p.mode <> 'test')
BEGIN SELECT RAISE(ABORT, 'a receipt without the answer that proves it'); END;
CREATE TRIGGER ledger_corrects_as_it_was BEFORE INSERT ON ledger_line
WHEN NEW.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_line l WHERE l.number = NEW.corrects AND l.regie_id = NEW.regie_id
  AND l.debit = NEW.credit AND l.credit = NEW.debit AND l.amount_cents = NEW.amount_cents AND l.debt_id IS NEW.debt_id)
BEGIN SELECT RAISE(ABORT, 'a correction undoes one whole line of its regie'); END;
CREATE TRIGGER ledger_pays_debts AFTER INSERT ON ledger_line
WHEN NEW.debt_id IS NOT NULL AND (NEW.credit = 'debtor' OR NEW.debit = 'debtor')
BEGIN
  UPDATE debt SET received_cents = received_cents + CASE WHEN NEW.credit = 'debtor' THEN NEW.amount_cents ELSE -NEW.amount_cents END
  WHERE id = NEW.debt_id;
END;
