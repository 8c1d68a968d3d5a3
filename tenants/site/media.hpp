// The media library: pictures and documents of a commune, from upload to bin. One record, shown wherever its id is named.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/http/form.hpp"
#include "core/media/image.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class MediaKind { image, document };
[[nodiscard]] std::string_view to_string(MediaKind kind);
[[nodiscard]] std::optional<MediaKind> parse_media_kind(std::string_view text);

// What is said of a file. An image that is shown needs `alt`, unless it is decorative.
struct MediaText {
  std::string alt = {};
  bool is_decorative = false;
  std::string caption = {};
  std::string credit = {};
  media::FocalPoint focal = {};
};

struct Media {
  Id<Media> id;
  MediaKind kind = MediaKind::image;
  std::string name;
  std::string content_type;
  std::string sha256;
  std::int64_t size_bytes = 0;
  int width = 0;  // 0 for documents
  int height = 0;
  MediaText text;
  std::int64_t version = 1;
  bool is_ready = true;  // every size is made
  std::string uploaded_by;
  Instant created_at, updated_at;
  std::optional<Instant> deleted_at;

  [[nodiscard]] bool lacks_alt() const { return kind == MediaKind::image && text.alt.empty() && !text.is_decorative; }
};

struct MediaLimits {
  std::size_t file_bytes = 25 * 1024 * 1024;
  std::int64_t quota_bytes = std::int64_t{2} << 30U;  // of one commune: files and their sizes
};

inline constexpr std::int64_t media_bin_seconds = 30 * one_day;

// Images are cleaned (see clean_image) and their first size is made at once; documents are kept as they are.
// Fails with image.* and form.file.* (invalid), media.quota {quota} (invalid). Throws DiskFull.
[[nodiscard]] Result<Media> add_media(Tenant& tenant, const Actor& actor, const http::UploadedFile& file,
                                      const MediaLimits& limits, Instant now);

// invalid: media.alt_missing, media.too_long {limit}, media.focal; conflict media.changed when `base_version` is not the
// present one; not_found media.not_found, also when in the bin.
[[nodiscard]] Result<Media> describe_media(Tenant& tenant, const Actor& actor, Id<Media> id, const MediaText& text,
                                           std::int64_t base_version, Instant now);

// Other bytes under the same id, wherever it is shown; an image stays an image. As add_media, and media.other_kind.
[[nodiscard]] Result<Media> replace_media(Tenant& tenant, const Actor& actor, Id<Media> id,
                                          const http::UploadedFile& file, const MediaLimits& limits, Instant now);

enum class InUse { refuse, allow };
// Into the bin: from then on nothing shows it. conflict media.in_use {count}; not_found.
[[nodiscard]] Result<void> bin_media(Tenant& tenant, const Actor& actor, Id<Media> id, InUse in_use, Instant now);
[[nodiscard]] Result<Media> restore_media(Tenant& tenant, const Actor& actor, Id<Media> id, Instant now);
// Forgets what lay in the bin for 30 days and is named nowhere. The number forgotten.
std::int64_t purge_media(Tenant& tenant, Instant now);

enum class MediaShelf { live, bin };
struct MediaQuery {
  std::string words = {};
  std::optional<MediaKind> kind = {};
  MediaShelf shelf = MediaShelf::live;
  bool lacks_alt = false;  // images only that still need one
  std::int64_t offset = 0;
  std::int64_t count = 48;
};
struct MediaPage {
  std::vector<Media> items;  // newest first
  std::int64_t total = 0;
};
[[nodiscard]] MediaPage list_media(db::ReadTx& tx, const MediaQuery& query);
[[nodiscard]] std::optional<Media> find_media(db::ReadTx& tx, Id<Media> id);  // also in the bin
[[nodiscard]] std::int64_t media_bytes(db::ReadTx& tx);                       // what the quota counts: without what is shared with it
// Whether a row of the library names these bytes: such files are not swept.
[[nodiscard]] bool media_names_file(db::ReadTx& tx, std::string_view sha256);

}  // namespace clocher::tenants
