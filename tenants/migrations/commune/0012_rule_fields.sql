-- Identity documents are told apart, so that they can be deleted when the case is decided.
ALTER TABLE attachment ADD COLUMN is_identity INTEGER NOT NULL DEFAULT 0 CHECK (is_identity IN (0, 1));
