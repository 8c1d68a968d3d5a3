// One page, as it was answered: its status, its headers, and no more of its body than was asked for.
#include "core/outbound/page_fetch.hpp"

#include "tests/core/outbound/http_peer.hpp"
#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::outbound;

TEST_CASE("status and headers are read, names in lower case, and a redirection is not followed") {
  HttpPeer peer(HttpScript{{"GET /a", "302 Found\r\nLocation: /b\r\nX-Content-Type-Options:  nosniff "}, {"GET /b", "200 OK"}});
  const auto page = fetch_page(peer.url("/a"));
  REQUIRE(page);
  CHECK(page->status == 302);
  CHECK(page->headers.at("location") == "/b");
  CHECK(page->headers.at("x-content-type-options") == "nosniff");
  CHECK(peer.asked() == std::vector<std::string>{"GET /a"});
}

TEST_CASE("nobody there, and addresses that are no web, are failures that say why") {
  const auto nobody = fetch_page("http://127.0.0.1:" + std::to_string(closed_port()) + "/");
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().key == "fetch.failed");
  CHECK_FALSE(nobody.error().arguments.at("reason").empty());
  for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/", "mairie"}) CHECK_FALSE(fetch_page(url));
}
