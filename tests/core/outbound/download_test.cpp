// A file fetched from a real server on the loopback.
#include "core/outbound/download.hpp"

#include "tests/core/net/test_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zip_maker.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;

namespace {

http::Response feed(const http::Request& request) {
  if (request.path == "/moved") {
    http::Response moved = http::see_other("/feed.zip");
    moved.headers.set("ETag", "\"of-the-redirect\"");
    return moved;
  }
  if (request.path == "/away") return http::see_other("file:///etc/passwd");
  if (request.path == "/loop") return http::see_other("/loop");
  if (request.path != "/feed.zip") return http::plain_text(404, "no");
  http::Response response = http::plain_text(200, std::string(1000, 'z'));
  response.headers.set("ETag", "\"v1\"");
  response.headers.set("Last-Modified", "Tue, 24 Nov 2026 09:32:00 GMT");
  if (request.headers.get("If-None-Match") == "\"v1\"") {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

struct Fetch {
  tests::TestServer server;
  TemporaryFolder folder;
  std::string path = folder.path() + "/feed.zip";

  Fetch() {
    server.handler.answer = feed;
    server.start();
  }
  [[nodiscard]] std::string url(const std::string& target) const {
    return "http://127.0.0.1:" + std::to_string(server.server->port()) + target;
  }
  [[nodiscard]] std::string refusal(const std::string& address, const outbound::DownloadLimits& limits = {}) const {
    const auto fetched = outbound::download(address, path, {}, limits);
    return fetched ? "" : fetched.error().key;
  }
};

}  // namespace

TEST_CASE("a download gives the file and the version to ask with the next time") {
  const Fetch fetch;
  const auto first = outbound::download(fetch.url("/feed.zip"), fetch.path, {});
  REQUIRE(first);
  CHECK(first->state == outbound::DownloadState::fetched);
  CHECK(first->version.etag == "\"v1\"");
  CHECK(first->version.last_modified == "Tue, 24 Nov 2026 09:32:00 GMT");
  CHECK(read_whole(fetch.path).size() == 1000);
  std::filesystem::remove(fetch.path);
  const auto second = outbound::download(fetch.url("/feed.zip"), fetch.path, first->version);
  REQUIRE(second);
  CHECK(second->state == outbound::DownloadState::unchanged);
  CHECK(second->version.etag == "\"v1\"");
  CHECK_FALSE(std::filesystem::exists(fetch.path));
  CHECK(fetch.server.handler.seen()[1].headers.get("If-Modified-Since") == "Tue, 24 Nov 2026 09:32:00 GMT");
}

TEST_CASE("a redirect is followed on the web, and its own version is not the file's") {
  const Fetch fetch;
  const auto moved = outbound::download(fetch.url("/moved"), fetch.path, {});
  REQUIRE(moved);
  CHECK(moved->version.etag == "\"v1\"");
  CHECK_FALSE(fetch.refusal(fetch.url("/away")).empty());
  CHECK(fetch.refusal(fetch.url("/loop")) == "download.failed");
  CHECK(fetch.refusal("file:///etc/passwd") == "download.failed");
}

TEST_CASE("what is too large, refused or unreachable leaves the file as it was") {
  const Fetch fetch;
  write_file(fetch.path, "ancien");
  outbound::DownloadLimits limits;
  limits.size_bytes = 999;
  CHECK(fetch.refusal(fetch.url("/feed.zip"), limits) == "download.too_large");
  CHECK(fetch.refusal(fetch.url("/absent")) == "download.refused");
  CHECK(fetch.refusal("http://127.0.0.1:1/feed.zip") == "download.failed");
  CHECK(read_whole(fetch.path) == "ancien");
  CHECK_FALSE(std::filesystem::exists(fetch.path + ".part"));
}
