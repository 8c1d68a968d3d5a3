// Rules of Accept-Encoding and If-None-Match.
#include "core/http/negotiate.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace clocher::http;

namespace {

constexpr std::array both = {Encoding::brotli, Encoding::gzip};

std::string chosen(std::string_view header, std::span<const Encoding> available = both) {
  return std::string(content_coding(choose_encoding(header, available)));
}

}  // namespace

TEST_CASE("the client's weights decide, then our preference", "[negotiate]") {
  const std::vector<std::pair<std::string, std::string>> cases = {{"", ""},
                                                                  {"gzip, deflate, br", "br"},
                                                                  {"gzip, deflate", "gzip"},
                                                                  {"GZIP", "gzip"},
                                                                  {"x-gzip", "gzip"},
                                                                  {"br;q=0.5, gzip;q=0.8", "gzip"},
                                                                  {"br ; q=0.5 , gzip", "gzip"},
                                                                  {"br;q=0, gzip;q=0", ""},
                                                                  {"br;q=0.000, gzip", "gzip"},
                                                                  {"br;Q=0.001", "br"},
                                                                  {"*", "br"},
                                                                  {"*;q=0", ""},
                                                                  {"br;q=0, *", "gzip"},
                                                                  {"identity", ""},
                                                                  {"identity, gzip;q=0.5", ""},
                                                                  {"identity;q=0.5, gzip", "gzip"},
                                                                  {"identity;q=0, gzip;q=0.1", "gzip"},
                                                                  {"identity;q=0", ""},
                                                                  {"*;q=0, gzip", "gzip"},
                                                                  {"zstd, deflate", ""},
                                                                  {",, gzip ,", "gzip"}};
  for (const auto& [header, expected] : cases) {
    CAPTURE(header);
    CHECK(chosen(header) == expected);
  }
}

TEST_CASE("a header that cannot be read gets plain bytes", "[negotiate]") {
  for (const char* header : {"br;q=2", "br;q=", "br;q=1.001", "br;q=0.1234", "br;q=-1", "br;q=.5", "br;level=5", "br;",
                             "br;q=0,5x", "br;q=0.x"}) {
    CAPTURE(header);
    CHECK(chosen(header).empty());
  }
}

TEST_CASE("only what is available is chosen", "[negotiate]") {
  constexpr std::array gzip_only = {Encoding::gzip};
  CHECK(chosen("br, gzip;q=0.1", gzip_only) == "gzip");
  CHECK(chosen("br", gzip_only).empty());
  CHECK(chosen("br, gzip", {}).empty());
}

TEST_CASE("each encoding has its own strong tag", "[negotiate]") {
  CHECK(make_etag("ab", Encoding::identity) == "\"ab\"");
  CHECK(make_etag("ab", Encoding::brotli) == "\"ab-br\"");
  CHECK(make_etag("ab", Encoding::gzip) == "\"ab-gzip\"");
}

TEST_CASE("tags are compared weakly and whole", "[negotiate]") {
  for (const char* header : {"\"ab\"", "W/\"ab\"", "\"x\", \"ab\"", "\"x\",W/\"ab\" , \"y\"", "*", " * "}) {
    CAPTURE(header);
    CHECK(matches_etag(header, "\"ab\""));
  }
  for (const char* header : {"", "ab", "\"ab", "\"abc\"", "\"AB\"", "w/\"ab\"", "\"ab-br\"", "\"x\"", "**", "\"*\""}) {
    CAPTURE(header);
    CHECK_FALSE(matches_etag(header, "\"ab\""));
  }
}
