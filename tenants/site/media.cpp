// The verbs of the media library.
#include "tenants/site/media.hpp"

#include "core/base/text.hpp"
#include "core/media/image_kind.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/forms/upload_check.hpp"
#include "tenants/site/media_store.hpp"
#include "tenants/site/media_uses.hpp"
#include "tenants/site/media_variants.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_line = 300;

// Bytes that are in the store already, with the first size of a picture.
struct Kept {
  media_store::NewFile file;
  std::optional<MediaVariant> first;
};

bool is_picture(const http::UploadedFile& file) {
  const std::string name = fold(file.file_name);
  const auto ends_with = [&](std::string_view end) { return name.ends_with(end); };
  return media::image_kind(file.bytes) != media::ImageKind::unknown || ends_with(".svg") || ends_with(".jpg") ||
         ends_with(".jpeg") || ends_with(".png") || ends_with(".webp") || ends_with(".heic") || ends_with(".gif");
}

Failure quota_failure(const MediaLimits& limits) {
  return fail(ErrorKind::invalid, "media.quota",
              {{"quota", forms::size_in_words(static_cast<std::size_t>(limits.quota_bytes))}});
}

// Cleaned or checked, then kept: bytes come before rows (see FileStore).
Result<Kept> keep_picture(const Tenant& tenant, const http::UploadedFile& file, const MediaLimits& limits) {
  const auto image = media::clean_image(file.bytes, {.bytes = limits.file_bytes});
  if (!image) return fail(image.error());
  Kept kept{{MediaKind::image, forms::shown_name(file.file_name), std::string(media::content_type_of(image->encoding)),
             tenant.files().put(image->bytes), static_cast<std::int64_t>(image->bytes.size()), image->width,
             image->height},
            make_first_variant(tenant, *image)};
  return kept;
}

Result<Kept> keep_document(const Tenant& tenant, const http::UploadedFile& file, const MediaLimits& limits) {
  const auto checked = forms::check_upload(
      file, {.accept = {"pdf", "odt", "ods", "docx", "xlsx", "csv", "ics"}, .max_bytes = limits.file_bytes});
  if (!checked) return fail(checked.error());
  return Kept{{MediaKind::document, checked->name, checked->content_type, tenant.files().put(file.bytes),
               static_cast<std::int64_t>(file.bytes.size())},
              std::nullopt};
}

Result<Kept> keep(Tenant& tenant, const http::UploadedFile& file, const MediaLimits& limits) {
  const auto used = tenant.read([](db::ReadTx& tx) { return media_bytes(tx); });
  if (used + static_cast<std::int64_t>(file.bytes.size()) > limits.quota_bytes) return quota_failure(limits);
  return is_picture(file) ? keep_picture(tenant, file, limits) : keep_document(tenant, file, limits);
}

Failure not_found() { return fail(ErrorKind::not_found, "media.not_found"); }

std::optional<Media> find_live(db::ReadTx& tx, Id<Media> id) {
  auto media = find_media(tx, id);
  return media && !media->deleted_at && !media_store::is_shared(tx, id) ? std::move(media) : std::nullopt;
}

MediaText cleaned(const MediaText& text) {
  MediaText clean = text;
  clean.alt = text.is_decorative ? "" : forms::clean_line(text.alt);
  clean.caption = forms::clean_line(text.caption);
  clean.credit = forms::clean_line(text.credit);
  return clean;
}

Result<void> check_text(MediaKind kind, const MediaText& text) {
  if (kind == MediaKind::image && text.alt.empty() && !text.is_decorative)
    return fail_field("alt", "media.alt_missing");
  for (const auto& [field, value] :
       {std::pair("alt", &text.alt), std::pair("caption", &text.caption), std::pair("credit", &text.credit)}) {
    if (length_in_characters(*value) > longest_line)
      return fail_field(field, "media.too_long", {{"limit", std::to_string(longest_line)}});
  }
  const auto is_place = [](int at) { return at >= 0 && at <= 1000; };
  if (!is_place(text.focal.x)) return fail_field("focal_x", "media.focal");
  if (!is_place(text.focal.y)) return fail_field("focal_y", "media.focal");
  return {};
}

Subject subject(Id<Media> id) { return {"media", id.value}; }

}  // namespace

std::string_view to_string(MediaKind kind) { return kind == MediaKind::image ? "image" : "document"; }

std::optional<MediaKind> parse_media_kind(std::string_view text) {
  if (text == "image") return MediaKind::image;
  if (text == "document") return MediaKind::document;
  return std::nullopt;
}

Result<Media> add_media(Tenant& tenant, const Actor& actor, const http::UploadedFile& file, const MediaLimits& limits,
                        Instant now) {
  const auto kept = keep(tenant, file, limits);
  if (!kept) return fail(kept.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<Media> {
    const auto id = media_store::insert(tx, kept->file, actor.name, now);
    if (kept->first) media_store::put_variant(tx, id, *kept->first);
    append_event(tx, actor, subject(id), "media.added", kept->file.name, now);
    return *find_media(tx, id);
  });
}

Result<Media> describe_media(Tenant& tenant, const Actor& actor, Id<Media> id, const MediaText& input,
                             std::int64_t base_version, Instant now) {
  const MediaText text = cleaned(input);
  return tenant.write([&](db::Tx& tx) -> Result<Media> {
    const auto media = find_live(tx, id);
    if (!media) return not_found();
    if (const auto valid = check_text(media->kind, text); !valid) return fail(valid.error());
    if (media->version != base_version) return fail(ErrorKind::conflict, "media.changed");
    media_store::set_text(tx, id, media->name, text, now);
    const bool moved = media->text.focal.x != text.focal.x || media->text.focal.y != text.focal.y;
    if (media->kind == MediaKind::image && moved) {
      media_store::drop_crops(tx, id);
      media_store::set_due(tx, id, now, 0);
    }
    append_event(tx, actor, subject(id), "media.described", media->name, now);
    return *find_media(tx, id);
  });
}

Result<Media> replace_media(Tenant& tenant, const Actor& actor, Id<Media> id, const http::UploadedFile& file,
                            const MediaLimits& limits, Instant now) {
  const auto before = tenant.read([&](db::ReadTx& tx) { return find_live(tx, id); });
  if (!before) return not_found();
  if (is_picture(file) != (before->kind == MediaKind::image)) return fail(ErrorKind::invalid, "media.other_kind");
  const auto kept = keep(tenant, file, limits);
  if (!kept) return fail(kept.error());
  return tenant.write([&](db::Tx& tx) -> Result<Media> {
    if (!find_live(tx, id)) return not_found();
    media_store::set_file(tx, id, kept->file, now);
    media_store::drop_variants(tx, id);
    if (kept->first) media_store::put_variant(tx, id, *kept->first);
    append_event(tx, actor, subject(id), "media.replaced", kept->file.name, now);
    return *find_media(tx, id);
  });
}

Result<void> bin_media(Tenant& tenant, const Actor& actor, Id<Media> id, InUse in_use, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    const auto media = find_live(tx, id);
    if (!media) return not_found();
    const auto uses = media_uses(tx, id).size();
    if (uses > 0 && in_use == InUse::refuse)
      return fail(ErrorKind::conflict, "media.in_use", {{"count", std::to_string(uses)}});
    media_store::set_deleted(tx, id, now);
    append_event(tx, actor, subject(id), "media.binned", media->name, now);
    return {};
  });
}

Result<Media> restore_media(Tenant& tenant, const Actor& actor, Id<Media> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Media> {
    const auto media = find_media(tx, id);
    if (!media) return not_found();
    if (!media->deleted_at) return *media;
    media_store::set_deleted(tx, id, std::nullopt);
    append_event(tx, actor, subject(id), "media.restored", media->name, now);
    return *find_media(tx, id);
  });
}

std::int64_t purge_media(Tenant& tenant, Instant now) {
  return tenant.write_private([&](db::Tx& tx) {
    std::int64_t forgotten = 0;
    for (const Id<Media> id : media_store::deleted_before(tx, now - media_bin_seconds)) {
      if (!media_uses(tx, id).empty()) continue;
      media_store::erase(tx, id);
      ++forgotten;
    }
    return forgotten;
  });
}

}  // namespace clocher::tenants
