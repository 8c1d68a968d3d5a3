-- The daily work of a régie: till days, counter receipts, bordereaux, statements compared, tariffs. Whole cents; days ISO.

-- One turn at the till; a day may have several, one after the other.
CREATE TABLE till_day (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  day TEXT NOT NULL CHECK (length(day) = 10),
  float_cents INTEGER NOT NULL CHECK (float_cents >= 0),  -- fonds de caisse, which belongs to the régisseur's advance
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at INTEGER,
  closed_by TEXT NOT NULL DEFAULT '',
  till TEXT NOT NULL DEFAULT '[]',  -- JSON: [{"cents":2000,"count":3}, ...] as counted
  counted_cents INTEGER CHECK (counted_cents >= 0),
  expected_cents INTEGER,
  remark TEXT NOT NULL DEFAULT '',
  UNIQUE (id, regie_id),
  CHECK ((closed_at IS NULL) = (counted_cents IS NULL) AND (closed_at IS NULL) = (expected_cents IS NULL)),
  CHECK (closed_at IS NULL OR counted_cents = expected_cents OR remark <> '')
) STRICT;
CREATE UNIQUE INDEX till_day_open ON till_day (regie_id) WHERE closed_at IS NULL;
CREATE INDEX till_day_by_day ON till_day (regie_id, id);
CREATE TRIGGER till_day_stays BEFORE DELETE ON till_day BEGIN SELECT RAISE(ABORT, 'a day at the till is kept'); END;
CREATE TRIGGER till_day_closed_once BEFORE UPDATE ON till_day WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a closed day does not change'); END;

-- Numbered without gaps per régie and year, as receipts are.
CREATE TABLE bordereau (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  means TEXT NOT NULL CHECK (means IN ('cash', 'cheque', 'cesu', 'holiday_voucher')),
  day TEXT NOT NULL CHECK (length(day) = 10),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  piece_count INTEGER NOT NULL CHECK (piece_count >= 0),  -- 0 for cash
  request_key TEXT NOT NULL CHECK (request_key <> ''),
  ledger_number INTEGER NOT NULL UNIQUE REFERENCES ledger_line (number),
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  UNIQUE (regie_id, year, number),
  UNIQUE (regie_id, request_key)
) STRICT;
CREATE TRIGGER bordereau_has_no_gap BEFORE INSERT ON bordereau
WHEN NEW.number <> COALESCE((SELECT MAX(number) FROM bordereau WHERE regie_id = NEW.regie_id AND year = NEW.year), 0) + 1
BEGIN SELECT RAISE(ABORT, 'a bordereau out of order'); END;
CREATE TRIGGER bordereau_is_immutable BEFORE UPDATE ON bordereau BEGIN SELECT RAISE(ABORT, 'a bordereau does not change'); END;
CREATE TRIGGER bordereau_stays BEFORE DELETE ON bordereau BEGIN SELECT RAISE(ABORT, 'a bordereau is kept'); END;

-- What a receipt at the counter says beyond its line of the ledger, which names nobody.
CREATE TABLE counter_receipt (
  ledger_number INTEGER PRIMARY KEY REFERENCES ledger_line (number),
  regie_id INTEGER NOT NULL,
  till_day_id INTEGER NOT NULL,
  means TEXT NOT NULL CHECK (means IN ('cash', 'cheque', 'card', 'cesu', 'holiday_voucher', 'transfer')),
  request_key TEXT NOT NULL CHECK (request_key <> ''),  -- a form sent twice makes one receipt
  payer TEXT NOT NULL,
  bank TEXT NOT NULL,      -- of a cheque
  document TEXT NOT NULL,  -- number of the cheque, of the card's ticket
  piece_count INTEGER NOT NULL CHECK (piece_count >= 0),  -- vouchers
  bordereau_id INTEGER REFERENCES bordereau (id),
  UNIQUE (regie_id, request_key),
  FOREIGN KEY (till_day_id, regie_id) REFERENCES till_day (id, regie_id)
) STRICT;
CREATE INDEX counter_receipt_of_day ON counter_receipt (till_day_id, ledger_number);
CREATE INDEX counter_receipt_to_remit ON counter_receipt (regie_id, means) WHERE bordereau_id IS NULL;
CREATE INDEX counter_receipt_of_bordereau ON counter_receipt (bordereau_id) WHERE bordereau_id IS NOT NULL;
CREATE TRIGGER counter_receipt_stays BEFORE DELETE ON counter_receipt BEGIN SELECT RAISE(ABORT, 'a receipt is kept'); END;
CREATE TRIGGER counter_receipt_remitted_once BEFORE UPDATE ON counter_receipt
WHEN OLD.bordereau_id IS NOT NULL OR NEW.ledger_number <> OLD.ledger_number OR NEW.means <> OLD.means OR NEW.till_day_id <> OLD.till_day_id
BEGIN SELECT RAISE(ABORT, 'a receipt is remitted once'); END;

-- A month for which the comptable was given its statement; its figures are those of the ledger, whose past does not change.
CREATE TABLE month_statement (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  month TEXT NOT NULL CHECK (length(month) = 7),
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  UNIQUE (regie_id, month)
) STRICT;

CREATE TABLE bank_statement (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  line_count INTEGER NOT NULL CHECK (line_count > 0),
  new_count INTEGER NOT NULL CHECK (new_count >= 0),  -- not in an earlier statement
  total_cents INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  UNIQUE (id, regie_id)
) STRICT;
CREATE INDEX bank_statement_of_regie ON bank_statement (regie_id, id);

-- The same line in a daily and in a monthly file is one line: `copy` counts equal lines of one file.
CREATE TABLE bank_line (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,
  row INTEGER NOT NULL,
  day TEXT NOT NULL,
  reference TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  copy INTEGER NOT NULL CHECK (copy > 0),
  attempt_id INTEGER UNIQUE,  -- the payment that this line is
  UNIQUE (regie_id, day, reference, amount_cents, copy),
  FOREIGN KEY (statement_id, regie_id) REFERENCES bank_statement (id, regie_id),
  FOREIGN KEY (attempt_id, regie_id) REFERENCES payment_attempt (id, regie_id)
) STRICT;
CREATE INDEX bank_line_unmatched ON bank_line (regie_id, id) WHERE attempt_id IS NULL;
CREATE INDEX bank_line_of_statement ON bank_line (statement_id);

CREATE TABLE discrepancy (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL REFERENCES regie (id),
  finding TEXT NOT NULL CHECK (finding IN ('late', 'ours_only', 'theirs_only', 'amount_differs', 'doubled')),
  action TEXT NOT NULL CHECK (action IN ('check_month', 'ask_gateway', 'find_payer', 'ask_accountant', 'compare_amounts', 'refund_double')),
  attempt_id INTEGER,
  line_id INTEGER REFERENCES bank_line (id),
  found_at INTEGER NOT NULL,
  settled_at INTEGER,
  settled_by TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  CHECK (attempt_id IS NOT NULL OR line_id IS NOT NULL),
  CHECK (settled_at IS NULL OR settled_by <> ''),
  FOREIGN KEY (attempt_id, regie_id) REFERENCES payment_attempt (id, regie_id)
) STRICT;
CREATE UNIQUE INDEX discrepancy_of_line ON discrepancy (line_id) WHERE line_id IS NOT NULL;
CREATE UNIQUE INDEX discrepancy_of_payment ON discrepancy (attempt_id) WHERE line_id IS NULL;
CREATE INDEX discrepancy_open ON discrepancy (regie_id, id) WHERE settled_at IS NULL;

-- What a product of a régie costs; the grids are JSON (payments/tariff/tariff_json).
CREATE TABLE tariff (
  id INTEGER PRIMARY KEY,
  regie_id INTEGER NOT NULL,
  product TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL CHECK (unit <> ''),
  continuity TEXT NOT NULL CHECK (continuity IN ('all_year', 'by_season')),
  grids TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  FOREIGN KEY (regie_id, product) REFERENCES regie_product (regie_id, code)
) STRICT;
CREATE INDEX tariff_of_regie ON tariff (regie_id, id);
