// Pictures made in memory by libvips. Its own include stays in sample_images.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace clocher::test {

[[nodiscard]] std::string jpeg_image(int width, int height);
[[nodiscard]] std::string grey_jpeg(int width, int height);
[[nodiscard]] std::string png_image(int width, int height);
[[nodiscard]] std::string sixteen_bit_png(int width, int height);
[[nodiscard]] std::string transparent_png(int width, int height);
[[nodiscard]] std::string webp_image(int width, int height);
[[nodiscard]] std::string avif_image(int width, int height);
[[nodiscard]] std::string heic_image(int width, int height);  // "" when this machine cannot write HEVC
[[nodiscard]] std::pair<int, int> image_size(std::string_view bytes);
[[nodiscard]] std::string animated_webp(int width, int height);
// With an orientation, a place ("48.0000") and an author ("Canari").
[[nodiscard]] std::string photo_with_exif(int width, int height, int orientation);
// PNG: the left half red, the right half blue.
[[nodiscard]] std::string two_colours(int width, int height);
[[nodiscard]] bool is_red_in_the_middle(std::string_view bytes);
// A head that claims that size, with hardly any pixels behind.
[[nodiscard]] std::string png_claiming(std::uint32_t width, std::uint32_t height);
[[nodiscard]] std::string with_animation_chunk(std::string png);

}  // namespace clocher::test
