// QR codes: a square of the size that the standard gives, with its three corner marks.
#include "core/view/qr.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace clocher;

TEST_CASE("a QR code has a quiet zone and its corner marks") {
  const std::string svg = view::qr_svg("https://saint-maixent.example/payer?reference=26K7QXM29RTA&montant=42,50");
  CHECK(svg.find("viewBox=\"0 0 45 45\"") != std::string::npos);  // version 5: 37 modules and twice 4
  for (const char* corner : {"M4 4h1", "M40 4h1", "M4 40h1"}) CHECK(svg.find(corner) != std::string::npos);
  CHECK(svg.find("M40 40h1v1h-1zM41") == std::string::npos);
  CHECK(svg.find("M3 ") == std::string::npos);
}

TEST_CASE("a QR code differs when its text does, and is the same when it is not") {
  CHECK(view::qr_svg("a") == view::qr_svg("a"));
  CHECK(view::qr_svg("a") != view::qr_svg("b"));
  CHECK(view::qr_image_url("a").starts_with("data:image/svg+xml;base64,"));
}

TEST_CASE("a QR code of nothing or of a book is refused") {
  CHECK_THROWS_AS(view::qr_svg(""), std::invalid_argument);
  CHECK_THROWS_AS(view::qr_svg(std::string(1001, 'a')), std::invalid_argument);
}
