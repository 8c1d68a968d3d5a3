// What is kept of a resident's image: the picture, and nothing of who took it where.
#include "tenants/forms/upload_accept.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::test;

namespace {

const UploadRules photos{{"pdf", "jpeg", "png", "webp"}, 10 << 20};

http::UploadedFile upload(const std::string& name, std::string bytes) { return {"it", name, "", std::move(bytes)}; }

std::string refusal(const http::UploadedFile& file) {
  const auto accepted = accept_upload(file, photos);
  return accepted ? "accepted" : accepted.error().key;
}

}  // namespace

TEST_CASE("a photo keeps no trace of its place, camera and author, and stands upright") {
  const auto photo = upload("jardin.JPG", photo_with_exif(60, 40, 6));
  REQUIRE(photo.bytes.find("48.0000") != std::string::npos);
  const auto accepted = accept_upload(photo, photos);
  REQUIRE(accepted);
  for (const char* trace : {"Exif", "48.0000", "Canari"}) CHECK(accepted->bytes().find(trace) == std::string::npos);
  CHECK(accepted->name == "jardin.jpg");
  CHECK(accepted->content_type == "image/jpeg");
  CHECK(accepted->size_bytes() == static_cast<std::int64_t>(accepted->bytes().size()));
  const auto size = image_size(accepted->bytes());
  CHECK(size.first == 40);
  CHECK(size.second == 60);
}

TEST_CASE("a picture larger than a scanned page is made that large") {
  const auto wide = upload("plan.png", png_image(5000, 100));
  const auto accepted = accept_upload(wide, photos);
  REQUIRE(accepted);
  CHECK(image_size(accepted->bytes()).first == 3508);
}

TEST_CASE("a phone's own format and WebP are kept as what everybody can open") {
  const auto phone = upload("IMG_0042.avif", avif_image(64, 48));
  const auto photo = accept_upload(phone, photos);
  REQUIRE(photo);
  CHECK(photo->name == "IMG_0042.jpg");
  CHECK(photo->content_type == "image/jpeg");
  CHECK(photo->bytes().starts_with("\xFF\xD8\xFF"));
  const auto web = upload("photo.webp", webp_image(64, 48));
  CHECK(accept_upload(web, photos)->name == "photo.jpg");
}

TEST_CASE("HEIC is read when this machine has its decoder, and otherwise refused in words that say what to do") {
  const std::string heic = heic_image(64, 48);
  if (heic.empty()) return;  // no encoder here to make one
  const auto file = upload("IMG_0042.HEIC", heic);
  const std::string outcome = refusal(file);
  CHECK((outcome == "accepted" || outcome == "form.file.unreadable_photo"));
}

TEST_CASE("a phone's format that cannot be decoded is a format, not a damage") {
  // Whole by its boxes, without anything a decoder knows.
  const std::string box("\0\0\0\x18" "ftypheic\0\0\0\0heicmif1" "\0\0\0\x08" "meta" "\0\0\0\x08" "mdat", 40);
  CHECK(refusal(upload("IMG_1.heic", box)) == "form.file.unreadable_photo");
  CHECK(refusal(upload("IMG_1.heic", box.substr(0, 30))) == "form.file.damaged");
  CHECK(refusal(upload("IMG_1.heic", box + "<script>")) == "form.file.dangerous");
}

TEST_CASE("an image that only looks like one is refused") {
  CHECK(refusal(upload("photo.jpg", forms::test::sample_jpeg())) == "form.file.damaged");
  CHECK(refusal(upload("photo.webp", animated_webp(20, 20))) == "form.file.animated");
  CHECK(refusal(upload("photo.png", png_claiming(50'000, 50'000))) == "form.file.dangerous");
}

TEST_CASE("HEIC comes with JPEG only") {
  const UploadRules papers{{"pdf"}, 10 << 20};
  const auto phone = upload("IMG_0042.avif", avif_image(64, 48));
  const auto refused = accept_upload(phone, papers);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "form.file.wrong_type");
  CHECK(accept_attribute({"pdf"}) == ".pdf");
  CHECK(accept_attribute({"jpeg"}) == ".jpg,.jpeg,.jfif,.heic,.heif,.avif");
}

TEST_CASE("other files are kept byte for byte") {
  const auto pdf = upload("acte.pdf", forms::test::sample_pdf());
  const auto accepted = accept_upload(pdf, photos);
  REQUIRE(accepted);
  CHECK(accepted->bytes() == pdf.bytes);
  CHECK_FALSE(accepted->remade);
}
