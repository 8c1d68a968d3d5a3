// The only file that includes libvips.
#include "core/media/image.hpp"

#include "core/base/text.hpp"
#include "core/media/image_kind.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>

#include <vips/vips.h>

namespace clocher::media {
namespace {

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Picture = std::unique_ptr<VipsImage, Unref>;

struct Format {
  Encoding encoding;
  std::string_view extension, content_type;
};
constexpr std::array<Format, 4> formats = {{{Encoding::avif, "avif", "image/avif"},
                                            {Encoding::webp, "webp", "image/webp"},
                                            {Encoding::jpeg, "jpg", "image/jpeg"},
                                            {Encoding::png, "png", "image/png"}}};

constexpr int kept_quality = 92;  // of the copy all variants are made from: looks like the photo, weighs a third
constexpr int no_limit = 100'000'000;

[[noreturn]] void broken() {
  const std::string reason = vips_error_buffer();
  vips_error_clear();
  throw std::runtime_error("libvips: " + reason);
}

// libvips reads through a pointer to non-const and never writes.
void* address(std::string_view bytes) { return const_cast<char*>(bytes.data()); }

bool has_alpha(const Picture& picture) { return vips_image_hasalpha(picture.get()) != 0; }

// Eight bits of sRGB, whatever it was: grey, sixteen bits.
Picture to_srgb(const Picture& picture) {
  VipsImage* out = nullptr;
  if (vips_colourspace(picture.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr) != 0) return nullptr;
  const Picture coloured(out);
  VipsImage* bytes = nullptr;
  if (vips_cast_uchar(coloured.get(), &bytes, nullptr) != 0) return nullptr;
  return Picture(bytes);
}

// Turned by its EXIF orientation and its profile applied; both are dropped when it is written.
Picture shrink(std::string_view bytes, int width, int height) {
  VipsImage* out = nullptr;
  if (vips_thumbnail_buffer(address(bytes), bytes.size(), &out, width, "height", height, "size", VIPS_SIZE_DOWN,
                            "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_ERROR, nullptr) != 0)
    return nullptr;
  return to_srgb(Picture(out));
}

std::string take(void* data, std::size_t size) {
  const std::unique_ptr<void, decltype(&g_free)> owner(data, g_free);
  return {static_cast<const char*>(data), size};
}

// `strip` leaves out EXIF, XMP, IPTC and profiles: without one, browsers read sRGB.
bool write(const Picture& picture, Encoding encoding, int quality, std::string& bytes) {
  void* data = nullptr;
  std::size_t size = 0;
  int failed = 0;
  switch (encoding) {
    case Encoding::avif:
      failed = vips_heifsave_buffer(picture.get(), &data, &size, "Q", 50, "compression",
                                    VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "effort", 1, "strip", TRUE, nullptr);
      break;
    case Encoding::webp:
      failed = vips_webpsave_buffer(picture.get(), &data, &size, "Q", 76, "effort", 3, "strip", TRUE, nullptr);
      break;
    case Encoding::jpeg: {
      const Picture flat = on_white(coloured);
  if (!flat) broken();
  const Picture mask = slanted_words(text, clean->width, clean->height);
  if (!mask) broken();
  constexpr std::array<double, 3> blue = {20, 40, 120};
  const Picture ink(vips_image_new_from_image(flat.get(), blue.data(), static_cast<int>(blue.size())));
  if (!ink || vips_ifthenelse(mask.get(), ink.get(), flat.get(), &out, "blend", TRUE, nullptr) != 0) broken();
  return written(to_srgb(Picture(out)), Encoding::jpeg);
}

Image resize_image(std::string_view clean, int width, Encoding encoding) {
  start_images();
  return written(shrink(clean, width, no_limit / 10), encoding);
}

Image crop_image(std::string_view clean, Ratio ratio, FocalPoint focal, int width, Encoding encoding) {
  start_images();
  const Picture whole(vips_image_new_from_buffer(clean.data(), clean.size(), "", nullptr));
  if (!whole) broken();
  const int all_width = vips_image_get_width(whole.get());
  const int all_height = vips_image_get_height(whole.get());
  const int wide = std::max(1, std::min(all_width, all_height * ratio.width / ratio.height));
  const int high = std::max(1, std::min(all_height, all_width * ratio.height / ratio.width));
  const int left = std::clamp(all_width * focal.x / 1000 - wide / 2, 0, all_width - wide);
  const int top = std::clamp(all_height * focal.y / 1000 - high / 2, 0, all_height - high);
  VipsImage* out = nullptr;
  if (vips_extract_area(whole.get(), &out, left, top, wide, high, nullptr) != 0) broken();
  const Picture part(out);
  VipsImage* small = nullptr;
  if (vips_thumbnail_image(part.get(), &small, width, "height", no_limit / 10, "size", VIPS_SIZE_DOWN, nullptr) != 0)
    broken();
  return written(to_srgb(Picture(small)), encoding);
}

Image icon_of(std::string_view clean, int side) {
  start_images();
  VipsImage* out = nullptr;
  if (vips_thumbnail_buffer(address(clean), clean.size(), &out, side, "height", side, nullptr) != 0) broken();
  Picture small = to_srgb(Picture(out));
  if (!small) broken();
  if (!has_alpha(small)) {
    if (vips_addalpha(small.get(), &out, nullptr) != 0) broken();
    small.reset(out);
  }
  if (vips_gravity(small.get(), &out, VIPS_COMPASS_DIRECTION_CENTRE, side, side, nullptr) != 0) broken();
  return written(Picture(out), Encoding::png);
}

}  // namespace clocher::media
