// Picks what a page needs out of the sizes that are made.
#include "tenants/site/media_picture.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

std::string path_of(Id<Media> id, const MediaVariant& variant) {
  return "/images/" + std::to_string(id.value) + "/" + variant_name(variant);
}

std::string srcset_of(Id<Media> id, const std::vector<MediaVariant>& variants, media::Encoding encoding) {
  std::string set;
  for (const MediaVariant& variant : variants) {
    if (variant.encoding != encoding) continue;
    set += (set.empty() ? "" : ", ") + path_of(id, variant) + " " + std::to_string(variant.width) + "w";
  }
  return set;
}

// Until the crops are made, the whole picture stands in.
std::vector<MediaVariant> of_shape(std::vector<MediaVariant> variants, MediaShape shape) {
  const auto is_jpeg_of_shape = [&](const MediaVariant& each) {
    return each.shape == shape && each.encoding == media::Encoding::jpeg;
  };
  const MediaShape shown = std::ranges::any_of(variants, is_jpeg_of_shape) ? shape : MediaShape::plain;
  std::erase_if(variants, [&](const MediaVariant& each) { return each.shape != shown; });
  return variants;
}

// The smallest JPEG at least that wide, else the widest.
const MediaVariant* jpeg_near(const std::vector<MediaVariant>& variants, int width) {
  const MediaVariant* found = nullptr;
  for (const MediaVariant& variant : variants) {
    if (variant.encoding != media::Encoding::jpeg) continue;
    if (found == nullptr || found->width < width) found = &variant;
  }
  return found;
}

json::Value text_or_false(const std::string& text) { return text.empty() ? json::Value(false) : json::Value(text); }

std::optional<Media> find_image(db::ReadTx& tx, Id<Media> id) {
  auto media = find_media(tx, id);
  const bool is_shown = media && !media->deleted_at && media->kind == MediaKind::image;
  return is_shown ? std::move(media) : std::nullopt;
}

}  // namespace

std::optional<json::Object> media_picture(db::ReadTx& tx, Id<Media> id, const PictureUse& use) {
  const auto media = find_image(tx, id);
  if (!media) return std::nullopt;
  const auto variants = of_shape(variants_of(tx, id), use.shape);
  const MediaVariant* middle = jpeg_near(variants, 800);
  if (middle == nullptr) return std::nullopt;
  json::Array sources;
  for (const media::Encoding encoding : {media::Encoding::avif, media::Encoding::webp}) {
    const std::string set = srcset_of(id, variants, encoding);
    if (!set.empty())
      sources.push_back(json::Object{{"type", std::string(media::content_type_of(encoding))}, {"srcset", set}});
  }
  return json::Object{{"sources", std::move(sources)},
                      {"src", path_of(id, *middle)},
                      {"srcset", srcset_of(id, variants, media::Encoding::jpeg)},
                      {"sizes", use.sizes},
                      {"width", std::to_string(middle->width)},
                      {"height", std::to_string(middle->height)},
                      {"alt", use.alt.value_or(media->text.alt)},
                      {"caption", text_or_false(media->text.caption)},
                      {"credit", text_or_false(media->text.credit)},
                      {"is_lazy", use.loading == PictureUse::Loading::lazy}};
}

json::Value picture_or_false(db::ReadTx& tx, std::optional<std::int64_t> id, const PictureUse& use) {
  if (!id) return false;
  auto picture = media_picture(tx, Id<Media>{*id}, use);
  return picture ? json::Value(std::move(*picture)) : json::Value(false);
}

std::optional<std::string> image_path(db::ReadTx& tx, Id<Media> id, MediaShape shape, int width) {
  if (!find_image(tx, id)) return std::nullopt;
  const auto variants = of_shape(variants_of(tx, id), shape);
  const MediaVariant* found = jpeg_near(variants, width);
  return found == nullptr ? std::nullopt : std::optional(path_of(id, *found));
}

std::string document_path(const Media& media) {
  const std::size_t dot = media.name.rfind('.');
  const std::string_view name = media.name;
  std::string stem = slug(name.substr(0, dot));
  if (stem.empty()) stem = "document";
  const std::string extension = dot == std::string::npos ? "" : "." + slug(name.substr(dot + 1));
  return "/documents/" + std::to_string(media.id.value) + "/" + stem + extension;
}

}  // namespace clocher::tenants
