// A link that is dead is seen, and no link makes the service reach into its own network.
#include "core/outbound/link_probe.hpp"

#include "tests/core/outbound/http_peer.hpp"
#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/support/catch.hpp"

using namespace clocher::outbound;

namespace {

const ProbeOptions on_loopback{.connect_timeout = std::chrono::seconds(2),
                               .timeout = std::chrono::seconds(5),
                               .may_connect = [](const std::string& address) { return address == "127.0.0.1"; }};

}  // namespace

TEST_CASE("a page that answers is found, also when it refuses us or has a passing fault") {
  for (const char* status : {"200 OK", "401 No", "403 No", "429 Later", "500 Oops", "503 Oops"}) {
    HttpPeer peer(HttpScript{{"HEAD /a", status}, {"GET /a", status}});
    CAPTURE(status);
    CHECK(probe_link(peer.url("/a"), on_loopback) == LinkAnswer::found);
  }
}

TEST_CASE("a page that was removed is gone") {
  HttpPeer peer(HttpScript{{"HEAD /a", "410 Gone"}, {"GET /a", "410 Gone"}});
  CHECK(probe_link(peer.url("/a"), on_loopback) == LinkAnswer::gone);
  CHECK(probe_link(peer.url("/b"), on_loopback) == LinkAnswer::gone);
}

TEST_CASE("a server that knows no HEAD is asked again with GET") {
  HttpPeer peer(HttpScript{{"HEAD /a", "404 Not Found"}, {"GET /a", "200 OK"}});
  CHECK(probe_link(peer.url("/a"), on_loopback) == LinkAnswer::found);
  CHECK(peer.asked() == std::vector<std::string>{"HEAD /a", "GET /a"});
}

TEST_CASE("redirections are followed to their end, but not for ever") {
  HttpPeer peer(HttpScript{{"HEAD /a", "302 Found\r\nLocation: /b"},
                           {"HEAD /b", "200 OK"},
                           {"HEAD /round", "302 Found\r\nLocation: /round"},
                           {"GET /round", "302 Found\r\nLocation: /round"}});
  CHECK(probe_link(peer.url("/a"), on_loopback) == LinkAnswer::found);
  CHECK(probe_link(peer.url("/round"), on_loopback) == LinkAnswer::unreachable);
}

TEST_CASE("a redirection to another scheme is not followed") {
  HttpPeer peer(HttpScript{{"HEAD /a", "302 Found\r\nLocation: file:///etc/passwd"}});
  CHECK(probe_link(peer.url("/a"), on_loopback) == LinkAnswer::unreachable);
}

TEST_CASE("nobody at the other end is unreachable, not gone") {
  const std::string url = "http://127.0.0.1:" + std::to_string(closed_port()) + "/";
  CHECK(probe_link(url, on_loopback) == LinkAnswer::unreachable);
}

TEST_CASE("our own machine is never asked, whatever its name") {
  HttpPeer peer(HttpScript{{"HEAD /", "200 OK"}});
  std::string named = peer.url("/");
  named.replace(named.find("127.0.0.1"), 9, "localhost");
  CHECK(probe_link(peer.url("/")) == LinkAnswer::forbidden);
  CHECK(probe_link(named) == LinkAnswer::forbidden);
  CHECK(peer.asked().empty());
}

TEST_CASE("only the web is asked") {
  for (const char* url : {"file:///etc/passwd", "ftp://a.fr/", "gopher://a.fr/", "javascript:alert(1)", "//a.fr", ""})
    CHECK(probe_link(url) == LinkAnswer::forbidden);
}

TEST_CASE("private, local, shared and reserved addresses are not public") {
  for (const char* address : {"0.0.0.0",
                              "10.1.2.3",
                              "100.64.0.1",
                              "127.0.0.1",
                              "127.255.255.254",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "192.0.2.1",
                              "198.18.0.1",
                              "198.51.100.9",
                              "203.0.113.7",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "fe80::1",
                              "fc00::1",
                              "fd12:3456::1",
                              "ff02::1",
                              "::ffff:127.0.0.1",
                              "::ffff:10.0.0.1",
                              "64:ff9b::7f00:1",
                              "2001:db8::1",
                              "2002:7f00:1::",
                              "2001::1",
                              "not an address",
                              ""}) {
    CAPTURE(address);
    CHECK_FALSE(is_public_address(address));
  }
}

TEST_CASE("addresses of the internet are public") {
  for (const char* address : {"1.1.1.1", "100.63.255.255", "172.15.0.1", "172.32.0.1", "192.167.0.1", "223.255.255.255",
                              "::ffff:1.1.1.1", "2606:4700::1111", "2a00:1450:4007::200e", "2001:41d0:1::1"}) {
    CAPTURE(address);
    CHECK(is_public_address(address));
  }
}
