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

bool has_profile(std::string_view bytes) {
  const Picture head(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr));
  return head && vips_image_get_typeof(head.get(), VIPS_META_ICC_NAME) != 0;
}

// Turned by its EXIF orientation and its profile applied; both are dropped when it is written. Without a profile the points are
// sRGB already: to convert them all the same would tint greys.
Picture shrink(std::string_view bytes, int width, int height) {
  VipsImage* out = nullptr;
  const char* profile = has_profile(bytes) ? "srgb" : nullptr;
  if (vips_thumbnail_buffer(address(bytes), bytes.size(), &out, width, "height", height, "size", VIPS_SIZE_DOWN,
                            "export_profile", profile, "fail_on", VIPS_FAIL_ON_ERROR, nullptr) != 0)
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
      VipsArrayDouble* white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
      failed = vips_jpegsave_buffer(picture.get(), &data, &size, "Q", quality, "interlace", TRUE, "optimize_coding",
                                    TRUE, "background", white, "strip", TRUE, nullptr);
      vips_area_unref(VIPS_AREA(white));
      break;
    }
    case Encoding::png:
      failed = vips_pngsave_buffer(picture.get(), &data, &size, "compression", 8, "strip", TRUE, nullptr);
      break;
  }
  if (failed == 0) bytes = take(data, size);
  return failed == 0;
}

Image written(const Picture& picture, Encoding encoding) {
  if (!picture) broken();
  Image image{{}, encoding, vips_image_get_width(picture.get()), vips_image_get_height(picture.get())};
  if (!write(picture, encoding, 78, image.bytes)) broken();
  return image;
}

Failure refuse(std::string key, Arguments arguments = {}) {
  vips_error_clear();
  return fail(ErrorKind::invalid, std::move(key), std::move(arguments));
}

// Reads the head alone: size and number of frames are known before a pixel is decoded.
std::optional<Failure> look_at_head(std::string_view bytes, const ImageLimits& limits, std::string_view unreadable) {
  const Picture head(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", "access", VIPS_ACCESS_SEQUENTIAL,
                                                nullptr));
  if (!head) return refuse(std::string(unreadable));
  const auto width = static_cast<std::uint64_t>(vips_image_get_width(head.get()));
  const auto height = static_cast<std::uint64_t>(vips_image_get_height(head.get()));
  if (width * height > limits.pixels) return refuse("image.too_many_pixels");
  if (vips_image_get_n_pages(head.get()) > 1) return refuse("image.animated");
  return std::nullopt;
}

// vips_flatten takes the last band for transparency even where there is none.
Picture on_white(const Picture& picture) {
  VipsImage* out = nullptr;
  if (!has_alpha(picture)) return vips_copy(picture.get(), &out, nullptr) == 0 ? Picture(out) : nullptr;
  VipsArrayDouble* white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
  const int failed = vips_flatten(picture.get(), &out, "background", white, nullptr);
  vips_area_unref(VIPS_AREA(white));
  return failed == 0 ? Picture(out) : nullptr;
}

// The words again and again across the picture, aslant; a mask of the picture's size, light enough to read through.
Picture slanted_words(const std::string& text, int width, int height) {
  VipsImage* out = nullptr;
  const std::string escaped = escape_html(text);  // libvips reads Pango's markup
  const int dpi = std::max(72, width / 6);
  if (vips_text(&out, escaped.c_str(), "font", "sans bold 12", "dpi", dpi, nullptr) != 0) return nullptr;
  const Picture words(out);
  const int gap = dpi / 3;
  if (vips_embed(words.get(), &out, gap, gap, vips_image_get_width(words.get()) + 2 * gap,
                 vips_image_get_height(words.get()) + 2 * gap, nullptr) != 0)
    return nullptr;
  const Picture apart(out);
  // Twice as much as needed, so that the turned square still covers the picture.
  const int side = 2 * std::max(width, height);
  if (vips_replicate(apart.get(), &out, side / vips_image_get_width(apart.get()) + 1,
                     side / vips_image_get_height(apart.get()) + 1, nullptr) != 0)
    return nullptr;
  const Picture sheet(out);
  if (vips_similarity(sheet.get(), &out, "angle", -30.0, nullptr) != 0) return nullptr;
  const Picture turned(out);
  if (vips_extract_area(turned.get(), &out, (vips_image_get_width(turned.get()) - width) / 2,
                        (vips_image_get_height(turned.get()) - height) / 2, width, height, nullptr) != 0)
    return nullptr;
  const Picture part(out);
  if (vips_linear1(part.get(), &out, 0.45, 0.0, "uchar", TRUE, nullptr) != 0) return nullptr;
  return Picture(out);
}

}  // namespace

std::string_view extension_of(Encoding encoding) {
  return std::ranges::find(formats, encoding, &Format::encoding)->extension;
}

std::string_view content_type_of(Encoding encoding) {
  return std::ranges::find(formats, encoding, &Format::encoding)->content_type;
}

std::optional<Encoding> parse_extension(std::string_view extension) {
  const auto found = std::ranges::find(formats, extension, &Format::extension);
  return found == formats.end() ? std::nullopt : std::optional(found->encoding);
}

void start_images() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (VIPS_INIT("clocher") != 0) broken();
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    // Its remarks on a resident's broken file are no news; faults come back as errors.
    g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING, [](const char*, GLogLevelFlags, const char*, void*) {}, nullptr);
  });
}

Result<Image> clean_image(std::string_view bytes, const ImageLimits& limits) {
  start_images();
  if (bytes.empty()) return refuse("image.empty");
  if (bytes.size() > limits.bytes) return refuse("image.too_heavy", {{"max", std::to_string(limits.bytes >> 20U)}});
  const ImageKind kind = image_kind(bytes);
  switch (kind) {
    case ImageKind::svg: return refuse("image.svg");
    case ImageKind::gif:
    case ImageKind::animated: return refuse("image.animated");
    case ImageKind::unknown: return refuse("image.unknown");
    case ImageKind::jpeg:
    case ImageKind::png:
    case ImageKind::webp:
    case ImageKind::heic: break;
  }
  if (!is_whole(bytes, kind) || is_also_something_else(bytes)) return refuse("image.damaged");
  // Whole, yet unreadable: this machine's libheif lacks the decoder (HEVC is patented, some systems leave it out).
  const std::string_view unreadable = kind == ImageKind::heic ? "image.heic" : "image.damaged";
  if (auto failure = look_at_head(bytes, limits, unreadable)) return std::move(*failure);
  const Picture picture = shrink(bytes, limits.longest_side, limits.longest_side);
  if (!picture) return refuse(std::string(unreadable));
  Image image;
  image.encoding = kind == ImageKind::png || has_alpha(picture) ? Encoding::png : Encoding::jpeg;
  image.width = vips_image_get_width(picture.get());
  image.height = vips_image_get_height(picture.get());
  if (!write(picture, image.encoding, kept_quality, image.bytes)) return refuse("image.damaged");
  return image;
}

Result<Image> mark_image(std::string_view bytes, const std::string& text, const ImageLimits& limits) {
  const Result<Image> clean = clean_image(bytes, limits);
  if (!clean) return fail(clean.error());
  VipsImage* out = nullptr;
  const Picture whole(vips_image_new_from_buffer(clean->bytes.data(), clean->bytes.size(), "", nullptr));
  if (!whole) broken();
  const Picture coloured = to_srgb(whole);
  if (!coloured) broken();
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
