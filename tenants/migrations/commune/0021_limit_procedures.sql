-- Days, quota and one request for each person, of the current revision: beside it, so that lists and submission need not
-- read the whole definition. '' and 0: no limit.
ALTER TABLE procedure ADD COLUMN opens_on TEXT NOT NULL DEFAULT '';
ALTER TABLE procedure ADD COLUMN closes_on TEXT NOT NULL DEFAULT '';
ALTER TABLE procedure ADD COLUMN quota INTEGER NOT NULL DEFAULT 0 CHECK (quota >= 0);
ALTER TABLE procedure ADD COLUMN once_per_person INTEGER NOT NULL DEFAULT 0 CHECK (once_per_person IN (0, 1));
CREATE INDEX dossier_of_applicant ON dossier (procedure_id, applicant_email);
