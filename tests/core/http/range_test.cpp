// Parts of a file, as RFC 9110 §14 has them.
#include "core/http/range.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;

namespace {

http::Response file(const std::string& range, const std::string& if_range = "",
                    http::Method method = http::Method::get) {
  http::Request request;
  request.method = method;
  if (!range.empty()) request.headers.set("Range", range);
  if (!if_range.empty()) request.headers.set("If-Range", if_range);
  http::Response response;
  response.body = "0123456789";
  response.headers.set("ETag", "\"abc\"");
  response.headers.set("Content-Type", "application/pdf");
  http::apply_range(request, response);
  return response;
}

std::string part(const std::string& range) {
  const auto response = file(range);
  return std::to_string(response.status) + " " + std::string(response.headers.get("Content-Range")) + " " +
         response.body;
}

}  // namespace

TEST_CASE("a range of bytes is that part, and says where it lies") {
  CHECK(part("bytes=0-3") == "206 bytes 0-3/10 0123");
  CHECK(part("bytes=5-5") == "206 bytes 5-5/10 5");
  CHECK(part("bytes=7-") == "206 bytes 7-9/10 789");
  CHECK(part("bytes=-2") == "206 bytes 8-9/10 89");
  CHECK(part("bytes=-999") == "206 bytes 0-9/10 0123456789");
  CHECK(part("bytes=8-4000") == "206 bytes 8-9/10 89");
  CHECK(part("bytes=8-99999999999999999999999") == "206 bytes 8-9/10 89");
  CHECK(part("BYTES=0-0") == "206 bytes 0-0/10 0");
}

TEST_CASE("a range beyond the file is refused with the file's size, and holds no byte of it") {
  CHECK(part("bytes=10-") == "416 bytes */10 ");
  CHECK(part("bytes=99999999999999999999999-") == "416 bytes */10 ");
  CHECK(part("bytes=-0") == "416 bytes */10 ");
}

TEST_CASE("what is no single range of bytes gets the whole file") {
  for (const char* range : {"bytes=", "bytes=-", "bytes=3", "bytes=5-2", "bytes=a-b", "bytes=1-2,4-5", "items=0-1",
                            "bytes=0x1-2", "bytes=+1-2", "bytes 0-1", "bytes=1--2"}) {
    INFO(range);
    const auto response = file(range);
    CHECK(response.status == 200);
    CHECK(response.body.size() == 10);
    CHECK_FALSE(response.headers.has("Content-Range"));
    CHECK(response.headers.get("Accept-Ranges") == "bytes");
  }
}

TEST_CASE("a part is only given of the version that the client has") {
  CHECK(file("bytes=0-1", "\"abc\"").status == 206);
  CHECK(file("bytes=0-1", "\"old\"").status == 200);
  CHECK(file("bytes=0-1", "W/\"abc\"").status == 200);
  CHECK(file("bytes=0-1", "Tue, 24 Nov 2026 10:00:00 GMT").status == 200);
}

TEST_CASE("a range counts for GET alone, and changes no other answer") {
  CHECK(file("bytes=0-1", "", http::Method::head).status == 200);
  http::Request request;
  request.headers.set("Range", "bytes=0-1");
  http::Response unchanged;
  unchanged.status = 304;
  http::apply_range(request, unchanged);
  CHECK(unchanged.status == 304);
  CHECK_FALSE(unchanged.headers.has("Accept-Ranges"));
}
