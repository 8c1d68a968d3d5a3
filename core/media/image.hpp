// Pictures: read within limits, cleaned of what they say of their maker, made again in the sizes pages need. Hides libvips.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::media {

enum class Encoding { avif, webp, jpeg, png };

[[nodiscard]] std::string_view extension_of(Encoding encoding);  // "avif", "webp", "jpg", "png"
[[nodiscard]] std::string_view content_type_of(Encoding encoding);
[[nodiscard]] std::optional<Encoding> parse_extension(std::string_view extension);

struct ImageLimits {
  std::size_t bytes = 25 * 1024 * 1024;
  std::uint64_t pixels = 100'000'000;  // four times a phone's photo of 2026; looked at before anything is decoded
  int longest_side = 2560;             // of what is kept
};

struct Image {
  std::string bytes;
  Encoding encoding = Encoding::jpeg;
  int width = 0;
  int height = 0;
};

// What stands in the middle of a crop, in thousandths from the left and from the top.
struct FocalPoint {
  int x = 500;
  int y = 500;
};

// The picture as it is kept: turned the right way up, sRGB, without EXIF, GPS, comments or profiles, at most `longest_side`
// pixels wide and high; JPEG, or PNG when it was PNG or has transparent parts (a phone's HEIC becomes JPEG). Never enlarged. Fails with invalid:
//   image.empty, image.too_heavy {max}, image.svg, image.heic (HEIC or AVIF that libvips cannot read), image.unknown, image.animated, image.too_many_pixels,
//   image.damaged (cut short, corrupt, or its bytes are also something else: PDF, archive, web page)
[[nodiscard]] Result<Image> clean_image(std::string_view bytes, const ImageLimits& limits = {});

// The picture as clean_image keeps it, without transparency, as JPEG, with these words written aslant all over it, light enough
// to read through. Takes a tenth of a second. Fails as clean_image; throws std::runtime_error when no font can be found.
[[nodiscard]] Result<Image> mark_image(std::string_view bytes, const std::string& text,
                                       const ImageLimits& limits = {});

// Of a cleaned image; throws std::runtime_error when it cannot be read, which only a broken disk explains.
// At most `width` pixels wide, never wider than the image.
[[nodiscard]] Image resize_image(std::string_view clean, int width, Encoding encoding);
// The largest part of that ratio around the focal point, at most `width` pixels wide: 16:9, 1:1.
struct Ratio {
  int width = 1;
  int height = 1;
};
[[nodiscard]] Image crop_image(std::string_view clean, Ratio ratio, FocalPoint focal, int width, Encoding encoding);
// A square PNG that holds the whole image, transparent around it: 32, 180, 512 pixels of a logo. May enlarge.
[[nodiscard]] Image icon_of(std::string_view clean, int side);

// Tells libvips its rules (one thread, no cache, no reader that was not hardened). Called by the others; once is enough.
void start_images();

}  // namespace clocher::media
