// QR codes as SVG.
#include "core/media/qr.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <stdexcept>

using namespace clocher::media;

TEST_CASE("a QR code is a square of black modules with its quiet zone") {
  const std::string svg = qr_svg("HELLO");  // version 1: 21 modules, and four on each side
  CHECK(svg.find("viewBox=\"0 0 29 29\"") != std::string::npos);
  CHECK(svg.find("M4 4h1v1h-1z") != std::string::npos);         // the corner of the first finder pattern
  CHECK(svg.find("M3 ") == std::string::npos);                  // nothing in the quiet zone
  CHECK(svg.find("M5 5h1v1h-1z") == std::string::npos);         // the white ring of the pattern
  CHECK(svg.find("<script") == std::string::npos);
}

TEST_CASE("another text is another code, the same text the same") {
  CHECK(qr_svg("https://exemple.fr/suivi?code=A") == qr_svg("https://exemple.fr/suivi?code=A"));
  CHECK(qr_svg("https://exemple.fr/suivi?code=A") != qr_svg("https://exemple.fr/suivi?code=B"));
}

TEST_CASE("what does not fit is said") {
  CHECK_THROWS_AS(qr_svg(std::string(3000, 'x')), std::length_error);
}
