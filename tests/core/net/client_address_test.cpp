// Whose address is believed.
#include "core/net/client_address.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

namespace clocher::tests {
namespace {

using net::TrustedProxies;

std::string client(const TrustedProxies& proxies, const std::string& peer, const std::vector<std::string>& forwarded) {
  http::Headers headers;
  for (const std::string& value : forwarded) headers.add("x-forwarded-for", value);
  return proxies.client_address(peer, headers);
}

TEST_CASE("an unknown peer cannot speak for another", "[net]") {
  CHECK(client(TrustedProxies({"10.0.0.1"}), "192.0.2.7", {"203.0.113.9"}) == "192.0.2.7");
  CHECK(client(TrustedProxies({}), "127.0.0.1", {"203.0.113.9"}) == "127.0.0.1");
}

TEST_CASE("behind a trusted proxy the rightmost foreign address is the client", "[net]") {
  const TrustedProxies proxies({"127.0.0.1", "10.0.0.0/8"});
  CHECK(client(proxies, "127.0.0.1", {"203.0.113.9"}) == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", {"1.2.3.4, 203.0.113.9"}) == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", {"1.2.3.4, 203.0.113.9 , 10.1.2.3"}) == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", {"1.2.3.4", "203.0.113.9,10.1.2.3"}) == "203.0.113.9");
}

TEST_CASE("a proxy that says nothing readable is the client itself", "[net]") {
  const TrustedProxies proxies({"127.0.0.1"});
  for (const std::string value : {"", "unknown", "203.0.113.9, _hidden", "203.0.113.9:80"}) {
    CAPTURE(value);
    CHECK(client(proxies, "127.0.0.1", {value}) == "127.0.0.1");
  }
  CHECK(client(proxies, "127.0.0.1", {}) == "127.0.0.1");
}

TEST_CASE("networks are matched by their prefix, IPv6 too", "[net]") {
  const TrustedProxies proxies({"10.1.0.0/16", "2001:db8::/32", "::1"});
  CHECK(proxies.contains("10.1.255.255"));
  CHECK_FALSE(proxies.contains("10.2.0.0"));
  CHECK(proxies.contains("::ffff:10.1.0.1"));
  CHECK(proxies.contains("2001:db8:1::"));
  CHECK_FALSE(proxies.contains("2001:db9::"));
  CHECK(proxies.contains("::1"));
  CHECK_FALSE(proxies.contains("local"));
}

TEST_CASE("a proxy that is no address stops the start", "[net]") {
  for (const std::string text : {"", "proxy.example", "10.0.0.0/33", "10.0.0/8", "::/129"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(TrustedProxies({text}), std::invalid_argument);
  }
}

TEST_CASE("addresses have one form", "[net]") {
  CHECK(net::plain_address("::ffff:192.0.2.1") == "192.0.2.1");
  CHECK(net::plain_address("2001:DB8:0::1") == "2001:db8::1");
  CHECK(net::plain_address("192.0.2.256").empty());
}

TEST_CASE("a network of 64 bits counts as one client, an IPv4 address for itself", "[net]") {
  CHECK(net::counted_network("2001:db8:1:2:3:4:5:6") == net::counted_network("2001:db8:1:2:ffff::1"));
  CHECK(net::counted_network("2001:db8:1:2::1") != net::counted_network("2001:db8:1:3::1"));
  CHECK(net::counted_network("192.0.2.1") == "192.0.2.1");
  CHECK(net::counted_network("::ffff:192.0.2.1") == "192.0.2.1");
  CHECK(net::counted_network("::ffff:192.0.2.1") != net::counted_network("::ffff:192.0.2.2"));
  CHECK(net::counted_network("").empty());
}

}  // namespace
}  // namespace clocher::tests
