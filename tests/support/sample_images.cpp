// Makes pictures of one or two colours.
#include "tests/support/sample_images.hpp"

#include "core/media/image.hpp"

#include <array>
#include <stdexcept>

#include <vips/vips.h>

namespace clocher::test {
namespace {

VipsImage* checked(VipsImage* image, int failed) {
  if (failed != 0) throw std::runtime_error(vips_error_buffer());
  return image;
}

VipsImage* canvas(int width, int height, int bands, int value) {
  media::start_images();
  VipsImage* black = nullptr;
  checked(black, vips_black(&black, width, height, "bands", bands, nullptr));
  VipsImage* lit = nullptr;
  checked(lit, vips_linear1(black, &lit, 1.0, value, "uchar", TRUE, nullptr));
  g_object_unref(black);
  VipsImage* out = nullptr;
  const auto space = bands < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
  checked(out, vips_copy(lit, &out, "interpretation", space, nullptr));
  g_object_unref(lit);
  return out;
}

// Owns the image from here.
std::string written(VipsImage* image, const char* suffix) {
  void* data = nullptr;
  std::size_t size = 0;
  const int failed = vips_image_write_to_buffer(image, suffix, &data, &size, nullptr);
  g_object_unref(image);
  if (failed != 0) throw std::runtime_error(vips_error_buffer());
  std::string bytes(static_cast<const char*>(data), size);
  g_free(data);
  return bytes;
}

std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U),
          static_cast<char>(value)};
}

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

std::string chunk(const std::string& name, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size())) + name + data + big_endian(crc(name + data));
}

}  // namespace

std::string jpeg_image(int width, int height) { return written(canvas(width, height, 3, 120), ".jpg"); }
std::string grey_jpeg(int width, int height) { return written(canvas(width, height, 1, 120), ".jpg"); }
std::string png_image(int width, int height) { return written(canvas(width, height, 3, 120), ".png"); }
std::string transparent_png(int width, int height) { return written(canvas(width, height, 4, 120), ".png"); }
std::string webp_image(int width, int height) { return written(canvas(width, height, 3, 120), ".webp"); }
std::string avif_image(int width, int height) { return written(canvas(width, height, 3, 120), ".avif[effort=0]"); }

std::string heic_image(int width, int height) {
  try {
    return written(canvas(width, height, 3, 120), ".heic[compression=hevc]");
  } catch (const std::runtime_error&) {
    vips_error_clear();
    return "";
  }
}

std::pair<int, int> image_size(std::string_view bytes) {
  media::start_images();
  VipsImage* image = vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr);
  if (image == nullptr) throw std::runtime_error(vips_error_buffer());
  const std::pair size{vips_image_get_width(image), vips_image_get_height(image)};
  g_object_unref(image);
  return size;
}

std::string sixteen_bit_png(int width, int height) {
  VipsImage* image = canvas(width, height, 3, 120);
  VipsImage* deep = nullptr;
  checked(deep, vips_colourspace(image, &deep, VIPS_INTERPRETATION_RGB16, nullptr));
  g_object_unref(image);
  return written(deep, ".png");
}

std::string animated_webp(int width, int height) {
  VipsImage* image = canvas(width, height * 2, 3, 120);
  VipsImage* drawn = vips_image_copy_memory(image);
  g_object_unref(image);
  std::array<double, 3> red = {255, 0, 0};  // the second picture differs: the writer merges equal ones
  const int failed = vips_draw_rect(drawn, red.data(), 3, 0, height, width, height, "fill", TRUE, nullptr);
  vips_image_set_int(drawn, "page-height", height);
  return written(checked(drawn, failed), ".webp");
}

std::string photo_with_exif(int width, int height, int orientation) {
  VipsImage* image = canvas(width, height, 3, 120);
  vips_image_set_int(image, "orientation", orientation);
  vips_image_set_string(image, "exif-ifd0-Artist", "Canari (Canari, ASCII, 7 components, 7 bytes)");
  vips_image_set_string(image, "exif-ifd0-ImageDescription", "48.0000 (48.0000, ASCII, 8 components, 8 bytes)");
  return written(image, ".jpg");
}

std::string two_colours(int width, int height) {
  VipsImage* image = canvas(width, height, 3, 0);
  std::array<double, 3> red = {255, 0, 0};
  std::array<double, 3> blue = {0, 0, 255};
  VipsImage* drawn = vips_image_copy_memory(image);
  g_object_unref(image);
  const int left = vips_draw_rect(drawn, red.data(), 3, 0, 0, width / 2, height, "fill", TRUE, nullptr);
  const int right = vips_draw_rect(drawn, blue.data(), 3, width / 2, 0, width / 2, height, "fill", TRUE, nullptr);
  return written(checked(drawn, left + right), ".png");
}

bool is_red_in_the_middle(std::string_view bytes) {
  VipsImage* image = vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr);
  double* colours = nullptr;
  int count = 0;
  checked(image, vips_getpoint(image, &colours, &count, vips_image_get_width(image) / 2,
                               vips_image_get_height(image) / 2, nullptr));
  const bool is_red = colours[0] > 200 && colours[2] < 60;
  g_free(colours);
  g_object_unref(image);
  return is_red;
}

std::string png_claiming(std::uint32_t width, std::uint32_t height) {
  const std::string head = big_endian(width) + big_endian(height) + std::string("\x08\x02\0\0\0", 5);
  const std::string packed("\x78\x9C\x63\0\0\0\1\0\1", 9);
  return std::string("\x89PNG\r\n\x1A\n") + chunk("IHDR", head) + chunk("IDAT", packed) + chunk("IEND", "");
}

std::string with_animation_chunk(std::string png) {
  constexpr std::size_t after_head = 8 + 25;
  return png.insert(after_head, chunk("acTL", big_endian(2) + big_endian(0)));
}

}  // namespace clocher::test
