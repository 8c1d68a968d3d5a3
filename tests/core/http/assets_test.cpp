// The table of embedded files: what is in it, how it is found, which variants it carries.
#include "core/http/assets.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher::http;

TEST_CASE("an embedded file is found by its path with its bytes and content type") {
  const auto* style = find_asset("/sample/style.css");
  REQUIRE(style != nullptr);
  CHECK(style->content_type == "text/css; charset=utf-8");
  CHECK(style->bytes.starts_with("/* Sample for assets_test"));
  CHECK(style->bytes.ends_with(".e { color: black; }\n"));
}

TEST_CASE("an embedded file's hash is the head of its SHA-256") {
  const auto* tiny = find_asset("/sample/nested/tiny.txt");
  REQUIRE(tiny != nullptr);
  CHECK(tiny->bytes == "x\n");
  CHECK(tiny->hash == "73cb3858a687a849");
}

TEST_CASE("a path that is not embedded finds nothing") {
  CHECK(find_asset("/sample/absent.css") == nullptr);
  CHECK(find_asset("/sample/style.cs") == nullptr);
  CHECK(find_asset("/sample") == nullptr);
  CHECK(find_asset("") == nullptr);
  CHECK(find_asset("~") == nullptr);
}

TEST_CASE("a hidden file is not embedded") {
  CHECK(find_asset("/sample/.hidden") == nullptr);
  CHECK(embedded_assets().size() == 2);
}

TEST_CASE("embedded files are sorted by path") { CHECK(std::ranges::is_sorted(embedded_assets(), {}, &Asset::path)); }

TEST_CASE("a compressed variant is there only when it is smaller than the file") {
  const auto* style = find_asset("/sample/style.css");
  REQUIRE(style != nullptr);
  CHECK_FALSE(style->brotli.empty());
  CHECK_FALSE(style->gzip.empty());
  CHECK(style->brotli.size() < style->bytes.size());
  CHECK(style->gzip.size() < style->bytes.size());
  CHECK(style->gzip.starts_with("\x1f\x8b"));

  const auto* tiny = find_asset("/sample/nested/tiny.txt");
  REQUIRE(tiny != nullptr);
  CHECK(tiny->brotli.empty());
  CHECK(tiny->gzip.empty());
}
