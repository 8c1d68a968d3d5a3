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
  CHECK(serve_asset(style, Lifetime::revalidated, get()).payload() == "BR");
  CHECK(serve_asset(style, Lifetime::revalidated, get()).headers.get("Content-Encoding") == "br");
  CHECK(serve_asset(style, Lifetime::revalidated, get("gzip")).payload() == "GZ");
  CHECK(serve_asset(style, Lifetime::revalidated, get("")).payload() == "body{}");
  CHECK(serve_asset(style, Lifetime::revalidated, get("")).headers.get("Vary") == "Accept-Encoding");
  CHECK(serve_asset(style, Lifetime::revalidated, get()).headers.get("Content-Type") == "text/css; charset=utf-8");
  CHECK(serve_asset(picture, Lifetime::revalidated, get()).payload() == "PNG");
  CHECK_FALSE(serve_asset(picture, Lifetime::revalidated, get()).headers.has("Content-Encoding"));
  CHECK_FALSE(serve_asset(picture, Lifetime::revalidated, get()).headers.has("Vary"));
}

TEST_CASE("an address that names the bytes is kept for a year, any other is asked for again", "[asset]") {
  const auto control = [](Lifetime lifetime) {
    return std::string(serve_asset(style, lifetime, get()).headers.get("Cache-Control"));
  };
  CHECK(control(Lifetime::for_ever) == "public, max-age=31536000, immutable");
  CHECK(control(Lifetime::revalidated) == "no-cache");
}

TEST_CASE("a client that has the asset gets 304 without a body", "[asset]") {
  Request request = get();
  request.headers.set("If-None-Match", "\"0123456789abcdef-br\"");
  const Response response = serve_asset(style, Lifetime::revalidated, request);
  CHECK(response.status == 304);
  CHECK(response.payload().empty());
  CHECK(response.headers.get("ETag") == "\"0123456789abcdef-br\"");
  request.headers.set("Accept-Encoding", "gzip");
  CHECK(serve_asset(style, Lifetime::revalidated, request).status == 200);
}
