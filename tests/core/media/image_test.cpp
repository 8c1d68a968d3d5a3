// Pictures are cleaned, shrunk and cropped; what is no picture is refused in words.
#include "core/media/image.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"

using namespace clocher;
using namespace clocher::test;
using media::clean_image;
using media::Encoding;

namespace {

std::string refusal(std::string_view bytes, const media::ImageLimits& limits = {}) {
  const auto image = clean_image(bytes, limits);
  return image ? "accepted" : image.error().key;
}

bool is_of(Encoding encoding, std::string_view bytes) {
  switch (encoding) {
    case Encoding::avif: return bytes.substr(4, 8) == "ftypavif";
    case Encoding::webp: return bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
    case Encoding::jpeg: return bytes.starts_with("\xFF\xD8\xFF");
    case Encoding::png: return bytes.starts_with("\x89PNG");
  }
  return false;
}

}  // namespace

TEST_CASE("a cleaned photo says nothing of where and by whom it was taken") {
  const std::string photo = photo_with_exif(60, 40, 1);
  REQUIRE(photo.find("Exif") != std::string::npos);
  REQUIRE(photo.find("48.0000") != std::string::npos);
  const auto image = clean_image(photo);
  REQUIRE(image);
  for (const char* trace : {"Exif", "48.0000", "Canari", "ICC_PROFILE", "http://ns.adobe.com"})
    CHECK(image->bytes.find(trace) == std::string::npos);
}

TEST_CASE("a photo taken upright is turned, and its note to turn it is gone") {
  const auto image = clean_image(photo_with_exif(60, 40, 6));
  REQUIRE(image);
  CHECK(image->width == 40);
  CHECK(image->height == 60);
}

TEST_CASE("each format is really written, progressive where it is JPEG") {
  const std::string clean = clean_image(jpeg_image(640, 480)).value().bytes;
  for (const Encoding encoding : {Encoding::avif, Encoding::webp, Encoding::jpeg, Encoding::png}) {
    const auto small = media::resize_image(clean, 320, encoding);
    CAPTURE(media::extension_of(encoding));
    CHECK(is_of(encoding, small.bytes));
    CHECK(small.width == 320);
    CHECK(small.height == 240);
  }
  CHECK(media::resize_image(clean, 320, Encoding::jpeg).bytes.find("\xFF\xC2") != std::string::npos);
}

TEST_CASE("nothing is enlarged") {
  const std::string clean = clean_image(jpeg_image(100, 50)).value().bytes;
  CHECK(media::resize_image(clean, 800, Encoding::jpeg).width == 100);
  CHECK(media::crop_image(clean, {1, 1}, {}, 800, Encoding::jpeg).width == 50);
}

TEST_CASE("what is kept is no larger than the limit") {
  const auto image = clean_image(jpeg_image(900, 300), {.longest_side = 300});
  REQUIRE(image);
  CHECK(image->width == 300);
  CHECK(image->height == 100);
}

TEST_CASE("a crop has its ratio and keeps the point in focus") {
  const std::string clean = clean_image(two_colours(400, 200)).value().bytes;
  const auto left = media::crop_image(clean, {1, 1}, {0, 500}, 100, Encoding::png);
  const auto right = media::crop_image(clean, {1, 1}, {1000, 500}, 100, Encoding::png);
  CHECK(left.width == left.height);
  CHECK(is_red_in_the_middle(left.bytes));
  CHECK_FALSE(is_red_in_the_middle(right.bytes));
  const auto wide = media::crop_image(clean, {16, 9}, {1000, 1000}, 160, Encoding::jpeg);
  CHECK(wide.width == 160);
  CHECK(wide.height == 90);
}

TEST_CASE("an icon is square whatever the logo is") {
  const std::string clean = clean_image(png_image(300, 90)).value().bytes;
  for (const int side : {32, 180, 512}) {
    const auto icon = media::icon_of(clean, side);
    CHECK(is_of(Encoding::png, icon.bytes));
    CHECK(icon.width == side);
    CHECK(icon.height == side);
  }
}

TEST_CASE("good pictures are accepted") {
  CHECK(refusal(jpeg_image(1, 1)) == "accepted");
  CHECK(refusal(jpeg_image(3000, 20)) == "accepted");
  CHECK(refusal(png_image(20, 20)) == "accepted");
  CHECK(refusal(grey_jpeg(30, 20)) == "accepted");
  CHECK(refusal(sixteen_bit_png(30, 20)) == "accepted");
  CHECK(refusal(webp_image(40, 20)) == "accepted");
  CHECK(refusal(transparent_png(40, 20)) == "accepted");
  CHECK(refusal(avif_image(40, 20)) == "accepted");
  for (int orientation = 1; orientation <= 8; ++orientation)
    CHECK(refusal(photo_with_exif(30, 20, orientation)) == "accepted");
  CHECK(refusal(jpeg_image(30, 20) + std::string(500, '\0')) == "accepted");  // phones append data
}

TEST_CASE("transparent parts stay transparent") {
  const auto image = clean_image(transparent_png(40, 20));
  REQUIRE(image);
  CHECK(image->encoding == Encoding::png);
}

TEST_CASE("what is no picture, or more than one, is refused in words") {
  const std::string jpeg = jpeg_image(200, 200);
  const std::string png = png_image(200, 200);
  const std::string webp = webp_image(200, 200);
  CHECK(refusal("") == "image.empty");
  CHECK(refusal("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") == "image.svg");
  CHECK(refusal("<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>") == "image.svg");
  CHECK(refusal(std::string_view("\x1F\x8B\x08\0", 4)) == "image.svg");
  CHECK(refusal(std::string_view("\0\0\0\x18" "ftypheic\0\0\0\0", 16)) == "image.damaged");
  CHECK(refusal(std::string_view("\0\0\0\x18" "ftypheic\0\0\0\0heicmif1" "\0\0\0\x08" "meta" "\0\0\0\x08" "mdat", 40)) == "image.heic");
  CHECK(refusal("GIF89a\x01") == "image.animated");
  CHECK(refusal(animated_webp(20, 20)) == "image.animated");
  CHECK(refusal(with_animation_chunk(png)) == "image.animated");
  CHECK(refusal("bonjour") == "image.unknown");
  CHECK(refusal("%PDF-1.4") == "image.unknown");
  CHECK(refusal("BM      ") == "image.unknown");
  CHECK(refusal(std::string_view("II*\0", 4)) == "image.unknown");
  CHECK(refusal(std::string_view("\0\0\1\0", 4)) == "image.unknown");
}

TEST_CASE("damaged pictures and those that are also something else are refused") {
  const std::string jpeg = jpeg_image(200, 200);
  const std::string png = png_image(200, 200);
  const std::string webp = webp_image(200, 200);
  CHECK(refusal(jpeg.substr(0, jpeg.size() / 2)) == "image.damaged");
  CHECK(refusal(png.substr(0, png.size() / 2)) == "image.damaged");
  CHECK(refusal(webp.substr(0, webp.size() / 2)) == "image.damaged");
  CHECK(refusal(jpeg.substr(0, 20)) == "image.damaged");
  CHECK(refusal("\xFF\xD8\xFF") == "image.damaged");
  CHECK(refusal("\x89PNG\r\n\x1A\n") == "image.damaged");
  CHECK(refusal(jpeg + "<?php system($_GET[0]);") == "image.damaged");
  CHECK(refusal(jpeg + "<SCRIPT>alert(1)</SCRIPT>") == "image.damaged");
  CHECK(refusal(png + "%PDF-1.7") == "image.damaged");
  CHECK(refusal(jpeg + std::string("PK\x05\x06", 4) + std::string(18, '\0')) == "image.damaged");
  CHECK(refusal(jpeg + "Rar!\x1a\x07") == "image.damaged");
}

TEST_CASE("a bomb is refused by its head, before a pixel is unpacked") {
  CHECK(refusal(png_claiming(60'000, 60'000)) == "image.too_many_pixels");
  CHECK(refusal(jpeg_image(200, 200), {.pixels = 10'000}) == "image.too_many_pixels");
  CHECK(refusal(jpeg_image(200, 200), {.bytes = 100}) == "image.too_heavy");
}
