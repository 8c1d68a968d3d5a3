-- What every page of a form counts, what every submission counts, and what the daily sweep asks for each file: without these
-- each of them reads the whole table.
CREATE INDEX dossier_of_procedure ON dossier (procedure_id);
CREATE INDEX dossier_unread ON dossier (id) WHERE read_at IS NULL;
CREATE INDEX attachment_of_file ON attachment (sha256);
