// Rules of answers with embedded files.
#include "core/http/serve_asset.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace clocher::http;

namespace {

constexpr Asset style{"/static/site.css", "text/css; charset=utf-8", "0123456789abcdef", "body{}", "BR", "GZ"};
constexpr Asset picture{"/static/a.png", "image/png", "fedcba9876543210", "PNG", "", ""};

Request get(std::string accept_encoding = "gzip, br") {
  Request request;
  request.headers.set("Accept-Encoding", std::move(accept_encoding));
  return request;
}

}  // namespace

TEST_CASE("an asset is sent in the encoding that the client prefers and that exists", "[asset]") {
  CHECK(serve_asset(style, get()).payload() == "BR");
  CHECK(serve_asset(style, get()).headers.get("Content-Encoding") == "br");
  CHECK(serve_asset(style, get("gzip")).payload() == "GZ");
  CHECK(serve_asset(style, get("")).payload() == "body{}");
  CHECK(serve_asset(style, get("")).headers.get("Vary") == "Accept-Encoding");
  CHECK(serve_asset(style, get()).headers.get("Content-Type") == "text/css; charset=utf-8");
  CHECK(serve_asset(picture, get()).payload() == "PNG");
  CHECK_FALSE(serve_asset(picture, get()).headers.has("Content-Encoding"));
  CHECK_FALSE(serve_asset(picture, get()).headers.has("Vary"));
}

TEST_CASE("an address that names the bytes is kept for a year", "[asset]") {
  CHECK(asset_address(style) == "/static/site.css?v=0123456789abcdef");
  Request request = get();
  request.query = "v=0123456789abcdef";
  CHECK(serve_asset(style, request).headers.get("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(serve_asset(style, get(), AssetNaming::hashed_by_bundler).headers.get("Cache-Control") ==
        "public, max-age=31536000, immutable");
}

TEST_CASE("any other address is asked for again each time", "[asset]") {
  for (const char* query : {"", "v=fedcba9876543210", "v=", "x=0123456789abcdef"}) {
    CAPTURE(query);
    Request request = get();
    request.query = query;
    CHECK(serve_asset(style, request).headers.get("Cache-Control") == "no-cache");
  }
}

TEST_CASE("a client that has the asset gets 304 without a body", "[asset]") {
  Request request = get();
  request.headers.set("If-None-Match", "\"0123456789abcdef-br\"");
  const Response response = serve_asset(style, request);
  CHECK(response.status == 304);
  CHECK(response.payload().empty());
  CHECK(response.headers.get("ETag") == "\"0123456789abcdef-br\"");
  request.headers.set("Accept-Encoding", "gzip");
  CHECK(serve_asset(style, request).status == 200);
}
