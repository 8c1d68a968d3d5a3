// The real WeasyPrint: a tagged PDF, and what is said when it cannot make one.
#include "core/view/pdf.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;

namespace {

constexpr const char* page =
    "<!doctype html><html lang=\"fr\"><head><title>Attestation</title></head><body><h1>Bonjour</h1></body></html>";

}  // namespace

TEST_CASE("a page becomes a tagged PDF that says so") {
  const auto pdf = view::make_pdf(page, "h1 { color: #123 }");
  REQUIRE(pdf);
  CHECK(pdf->starts_with("%PDF-"));
  CHECK(pdf->find("pdfuaid") != std::string::npos);
  CHECK(pdf->find("/StructTreeRoot") != std::string::npos);
}

TEST_CASE("a program that is not installed is said to be missing") {
  const auto pdf = view::make_pdf(page, "", {.program = "clocher-no-such-program"});
  REQUIRE_FALSE(pdf);
  CHECK(pdf.error().key == "pdf.missing");
}

TEST_CASE("a program that takes too long is ended") {
  const auto pdf = view::make_pdf(page, "", {.time = std::chrono::milliseconds(1)});
  REQUIRE_FALSE(pdf);
  CHECK(pdf.error().key == "pdf.too_slow");
}

TEST_CASE("a program that needs more memory than it may have fails") {
  const auto pdf = view::make_pdf(page, "", {.memory_bytes = 64 << 20});
  REQUIRE_FALSE(pdf);
  CHECK(pdf.error().key == "pdf.failed");
}
