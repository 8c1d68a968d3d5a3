-- Pictures and documents that came with shared contents: which of the space became which of the commune's library.
CREATE TABLE shared_media (
  siren TEXT NOT NULL REFERENCES shared_source (siren) ON DELETE CASCADE,
  source_id INTEGER NOT NULL,  -- its number in the space it comes from
  media_id INTEGER NOT NULL UNIQUE REFERENCES media (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,        -- of what is said of it and of its bytes
  PRIMARY KEY (siren, source_id)
) STRICT, WITHOUT ROWID;
