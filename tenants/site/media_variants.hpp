// The sizes of a picture that pages use, made once after its upload and kept beside it.
#pragma once

#include "tenants/site/media.hpp"

#include <functional>

namespace clocher::tenants {

enum class MediaShape {
  plain,   // the whole picture
  wide,    // 16:9 around the focal point: cards
  square,  // 1:1 around the focal point: portraits
};
[[nodiscard]] std::string_view to_string(MediaShape shape);
[[nodiscard]] std::optional<MediaShape> parse_media_shape(std::string_view text);

struct MediaVariant {
  MediaShape shape = MediaShape::plain;
  int size = 0;  // the width it stands for, in its address
  media::Encoding encoding = media::Encoding::jpeg;
  int width = 0;
  int height = 0;
  std::string sha256;
  std::int64_t size_bytes = 0;
};

// "wide-800-0123456789abcdef.avif"; "800-0123456789abcdef.avif" for plain ones. The digits are those of its bytes: another
// picture has another address, so that browsers keep each for ever.
[[nodiscard]] std::string variant_name(const MediaVariant& variant);

struct VariantName {
  MediaShape shape = MediaShape::plain;
  int size = 0;
  media::Encoding encoding = media::Encoding::jpeg;
  std::string digits;  // "" when the address has none: "800.jpg", as people write it in a text
};
[[nodiscard]] std::optional<VariantName> parse_variant_name(std::string_view name);

// Those that are made: by shape, then width, then AVIF, WebP, JPEG.
[[nodiscard]] std::vector<MediaVariant> variants_of(db::ReadTx& tx, Id<Media> id);
[[nodiscard]] std::optional<MediaVariant> find_variant(db::ReadTx& tx, Id<Media> id, const VariantName& name);

// The one made within the upload, so that the picture shows at once.
[[nodiscard]] MediaVariant make_first_variant(const Tenant& tenant, const media::Image& image);

// Makes what is missing of the pictures that are due, one after the other; true when something was made. A picture that fails
// is tried again after an hour, five times in all, and holds up no other. `stopping` is asked between two sizes.
bool make_due_variants(Tenant& tenant, Instant now, const std::function<bool()>& stopping);

}  // namespace clocher::tenants
