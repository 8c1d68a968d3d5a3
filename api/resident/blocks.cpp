// Gives blocks what other nouns keep.
#include "api/resident/blocks.hpp"

#include "api/frame.hpp"
#include "api/resident/directory_data.hpp"
#include "core/view/markdown.hpp"
#include "tenants/forms/upload_check.hpp"
#include "tenants/site/block.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/media.hpp"

namespace clocher::api::resident {
namespace {

// What it says in this place, "" where it is decorative: never the library's own words.
json::Value picture_data(db::ReadTx& tx, std::int64_t media_id, std::string_view alt) {
  return tenants::picture_or_false(tx, media_id, {.alt = std::string(alt)});
}

// "PDF, 320 Ko"
std::string file_words(const tenants::Media& media) {
  const auto dot = media.name.rfind('.');
  std::string words;
  if (dot != std::string::npos) {
    for (const char c : media.name.substr(dot + 1)) words += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    words += ", ";
  }
  return words + forms::size_in_words(static_cast<std::size_t>(media.size_bytes));
}

json::Value document_data(db::ReadTx& tx, std::int64_t media_id) {
  const auto media = tenants::find_media(tx, Id<tenants::Media>{media_id});
  if (!media || media->deleted_at || media->kind != tenants::MediaKind::document) return false;
  return json::Object{
      {"label", media->name}, {"file_url", tenants::document_path(*media)}, {"file_words", file_words(*media)}};
}

json::Value entry_data(db::ReadTx& tx, std::int64_t entry_id, Instant now) {
  const auto entry = tenants::find_public_entry(tx, Id<tenants::DirectoryEntry>{entry_id});
  if (!entry) return false;
  json::Object item = directory_item(*entry, false);
  return json::Object{{"heading", entry->text.name},
                      {"url", path_of(*entry)},
                      {"what", std::move(item["what"])},
                      {"contact", directory_contact(*entry, now)}};
}

tenants::BlockSources sources_of(db::ReadTx& tx, Instant now) {
  return {[&tx](std::int64_t media_id, std::string_view alt) { return picture_data(tx, media_id, alt); },
          [&tx](std::int64_t media_id) { return document_data(tx, media_id); },
          [&tx, now](std::int64_t entry_id) { return entry_data(tx, entry_id, now); }};
}

}  // namespace

void add_written(json::Object& data, db::ReadTx& tx, const tenants::ContentText& text, Instant now) {
  data["body_html"] = or_false(view::render_markdown(text.body_markdown));
  data["blocks"] = tenants::block_views(text.blocks, sources_of(tx, now));
}

json::Value picture_of(db::ReadTx& tx, const json::Object& details, tenants::PictureUse use) {
  const json::Value* image = details.if_contains("image");
  if (image == nullptr || !image->is_object()) return false;
  const auto media_id = json::find_integer(image->get_object(), "media_id");
  if (!media_id) return false;
  use.alt = json::string_or(image->get_object(), "alt");
  return tenants::picture_or_false(tx, media_id, use);
}

std::string shared_image(db::ReadTx& tx, const json::Object& details, const std::string& site_url) {
  const json::Object* image = json::find_object(details, "image");
  const auto media_id = image == nullptr ? std::nullopt : json::find_integer(*image, "media_id");
  const auto path = media_id ? tenants::image_path(tx, Id<tenants::Media>{*media_id}, tenants::MediaShape::wide, 1200)
                             : std::nullopt;
  return path ? site_url + *path : std::string();
}

}  // namespace clocher::api::resident
