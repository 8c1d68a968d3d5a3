-- Contents that an intercommunality shares: ordinary contents whose text comes from its space, and what the commune decided.
CREATE TABLE shared_source (
  siren TEXT PRIMARY KEY CHECK (length(siren) = 9),
  name TEXT NOT NULL,
  -- ask: each content waits for a yes; accept: all appear but those declined; refuse: none appears.
  policy TEXT NOT NULL DEFAULT 'ask' CHECK (policy IN ('ask', 'accept', 'refuse')),
  digest TEXT NOT NULL DEFAULT '',  -- of all it offers: nothing is written while it is the same
  decided_at INTEGER,
  decided_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE shared_content (
  content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
  siren TEXT NOT NULL REFERENCES shared_source (siren) ON DELETE CASCADE,
  source_id INTEGER NOT NULL,  -- its number in the space it comes from
  digest TEXT NOT NULL,
  decision TEXT NOT NULL DEFAULT 'none' CHECK (decision IN ('none', 'accepted', 'declined')),
  UNIQUE (siren, source_id)
) STRICT;
