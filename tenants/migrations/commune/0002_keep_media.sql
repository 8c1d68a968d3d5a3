-- The media library: pictures and documents, and the sizes of each picture that pages use.
CREATE TABLE media (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('image', 'document')),
  name TEXT NOT NULL,                             -- of the file as it was sent
  name_key TEXT NOT NULL,                         -- name, texts: folded, what the search looks into
  content_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,                           -- of the cleaned picture, or of the document as it was sent
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  width INTEGER CHECK (width > 0),
  height INTEGER CHECK (height > 0),
  alt TEXT NOT NULL DEFAULT '',
  is_decorative INTEGER NOT NULL DEFAULT 0 CHECK (is_decorative IN (0, 1)),
  caption TEXT NOT NULL DEFAULT '',
  credit TEXT NOT NULL DEFAULT '',
  focal_x INTEGER NOT NULL DEFAULT 500 CHECK (focal_x BETWEEN 0 AND 1000),  -- thousandths from the left
  focal_y INTEGER NOT NULL DEFAULT 500 CHECK (focal_y BETWEEN 0 AND 1000),  -- thousandths from the top
  version INTEGER NOT NULL DEFAULT 1,             -- grows with each change
  variants_due_at INTEGER,                        -- when the missing sizes are to be made; NULL when none is missing
  variants_attempts INTEGER NOT NULL DEFAULT 0,
  uploaded_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL)),
  CHECK (is_decorative = 0 OR alt = '')
) STRICT;
CREATE INDEX media_shelf ON media (deleted_at, created_at);
CREATE INDEX media_sha256 ON media (sha256);
CREATE INDEX media_due ON media (variants_due_at) WHERE variants_due_at IS NOT NULL;

CREATE TABLE media_variant (
  media_id INTEGER NOT NULL REFERENCES media (id) ON DELETE CASCADE,
  shape TEXT NOT NULL CHECK (shape IN ('plain', 'wide', 'square')),
  size INTEGER NOT NULL CHECK (size > 0),         -- the width it stands for
  extension TEXT NOT NULL CHECK (extension IN ('avif', 'webp', 'jpg')),
  width INTEGER NOT NULL CHECK (width > 0),       -- its real width: less when the picture is smaller
  height INTEGER NOT NULL CHECK (height > 0),
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  PRIMARY KEY (media_id, shape, size, extension)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_variant_sha256 ON media_variant (sha256);
