// One row is one rule. A hidden request always asks for /smuggled, so that its arrival is seen.
#include "tests/core/net/raw_requests.hpp"

#include <utility>

namespace clocher::tests {
namespace {

using namespace std::string_literals;

const std::string hidden = "GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n";

std::string get(const std::string& fields) { return "GET /a HTTP/1.1\r\n" + fields + "\r\n"; }
std::string get_target(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: a.example\r\n\r\n"; }
std::string post(const std::string& fields, const std::string& body) {
  return "POST /a HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n" + body;
}
std::string post_chunked(const std::string& body) { return post("Transfer-Encoding: chunked\r\n", body); }
std::string fields(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "X-" + std::to_string(i) + ": 1\r\n";
  return text;
}

RawRequest good(std::string name, std::string bytes) {
  return {std::move(name), std::move(bytes), {200}, {"/a"}, After::open};
}
RawRequest good_last(std::string name, std::string bytes) {
  return {std::move(name), std::move(bytes), {200}, {"/a"}, After::closed};
}
RawRequest refused(std::string name, std::string bytes, int status = 400) {
  return {std::move(name), std::move(bytes), {status}, {}, After::closed};
}

std::vector<RawRequest> framing() {
  const std::string chunks = "5\r\nhello\r\n0\r\n\r\n";
  return {
      good("a length", post("Content-Length: 5\r\n", "hello")),
      good("a length of zero", post("Content-Length: 0\r\n", "")),
      good("chunks", post_chunked(chunks)),
      good("chunked in capitals", post("Transfer-Encoding: CHUNKED\r\n", chunks)),
      good("a chunk extension", post_chunked("5;name=value\r\nhello\r\n0\r\n\r\n")),
      good("no chunk but the last", post_chunked("0\r\n\r\n")),
      refused("xchunked", post("Transfer-Encoding: xchunked\r\n", hidden)),
      refused("chunked, identity", post("Transfer-Encoding: chunked, identity\r\n", hidden)),
      refused("identity, chunked", post("Transfer-Encoding: identity, chunked\r\n", chunks + hidden)),
      refused("chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", chunks + hidden)),
      refused("gzip", post("Transfer-Encoding: gzip\r\n", hidden)),
      refused("identity", post("Transfer-Encoding: identity\r\n", hidden)),
      refused("quoted chunked", post("Transfer-Encoding: \"chunked\"\r\n", hidden)),
      refused("chunked with a parameter", post("Transfer-Encoding: chunked;q=1\r\n", chunks + hidden)),
      refused("an empty coding", post("Transfer-Encoding:\r\n", hidden)),
      refused("a comma after chunked", post("Transfer-Encoding: chunked,\r\n", chunks + hidden)),
      refused("gzip beside a length", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "hello" + hidden)),
      refused("chunked before a length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", chunks + hidden)),
      refused("chunked after a length", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunks + hidden)),
      refused("xchunked after a length",
              post("Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n", "hello" + hidden)),
      refused("two codings in two lines",
              post("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks + hidden)),
      refused("chunked twice in two lines",
              post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks)),
      refused("chunked on HTTP/1.0",
              "POST /a HTTP/1.0\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks),
      refused("a space before the colon", post("Transfer-Encoding : chunked\r\n", chunks + hidden)),
      refused("a coding with a control character", post("Transfer-Encoding: \x0b"
                                                        "chunked\r\n",
                                                        chunks + hidden)),
      refused("a folded coding", post("Transfer-Encoding:\r\n chunked\r\n", chunks + hidden)),
      refused("two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")),
      refused("two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!" + hidden)),
      refused("lengths with a comma", post("Content-Length: 5, 5\r\n", "hello")),
      refused("a signed length", post("Content-Length: +5\r\n", "hello" + hidden)),
      refused("a negative length", post("Content-Length: -1\r\n", hidden)),
      refused("a hexadecimal length", post("Content-Length: 0x5\r\n", "hello" + hidden)),
      refused("an empty length", post("Content-Length:\r\n", hidden)),
      refused("a length over 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello" + hidden)),
      refused("a length over the limit", post("Content-Length: 100001\r\n", hidden), 413),
  };
}

std::vector<RawRequest> chunks() {
  return {
      refused("a trailer", post_chunked("5\r\nhello\r\n0\r\nX-Late: 1\r\n\r\n" + hidden)),
      refused("a second Host as trailer", post_chunked("0\r\nHost: b.example\r\n\r\n")),
      refused("a trailer that repeats a field", post_chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n")),
      refused("a trailer of 20 kB", post_chunked("0\r\nX-Late: " + std::string(20'000, 'x') + "\r\n\r\n")),
      refused("a chunk size that is no number", post_chunked("zz\r\nhello\r\n0\r\n\r\n" + hidden)),
      refused("a chunk size with 0x", post_chunked("0x5\r\nhello\r\n0\r\n\r\n" + hidden)),
      refused("a negative chunk size", post_chunked("-5\r\nhello\r\n0\r\n\r\n" + hidden)),
      refused("a chunk size over 64 bits", post_chunked("10000000000000005\r\nhello\r\n0\r\n\r\n" + hidden)),
      refused("a chunk longer than its size", post_chunked("4\r\nhello\r\n0\r\n\r\n" + hidden)),
      refused("a chunk line ended by a bare LF", post_chunked("5\nhello\r\n0\r\n\r\n" + hidden)),
      refused("a chunk extension of 20 kB", post_chunked("5;x=" + std::string(20'000, 'x') + "\r\nhello\r\n0\r\n\r\n")),
      refused("a chunk over the limit", post_chunked("186a1\r\n" + hidden), 413),
      refused("chunks that together exceed the limit",
              post_chunked("fde8\r\n" + std::string(0xfde8, 'x') + "\r\n88b9\r\n"), 413),
  };
}

std::vector<RawRequest> heads() {
  const std::string host = "Host: a.example\r\n";
  return {
      good("a request", get(host)),
      good("an empty line first", "\r\n" + get(host)),
      good("64 fields", get(host + fields(63))),
      good("Latin-1 in a value", get(host + "X-Name: caf\xe9\r\n")),
      good_last("HTTP/1.0", "GET /a HTTP/1.0\r\nHost: a.example\r\n\r\n"),
      good_last("HTTP/1.0 that would stay", "GET /a HTTP/1.0\r\nHost: a.example\r\nConnection: keep-alive\r\n\r\n"),
      good_last("a client that ends", get(host + "Connection: close\r\n")),
      good_last("a client that ends in a list", get(host + "Connection: foo, Close\r\n")),
      refused("65 fields", get(host + fields(64)), 431),
      refused("a head of 9 kB", get(host + "X-Long: " + std::string(9'000, 'x') + "\r\n"), 431),
      refused("a head of 9 kB in many fields", get(host + fields(1'000)), 431),
      refused("a folded field", get(host + "X-Folded: one\r\n two\r\n")),
      refused("a first field that is folded", "GET /a HTTP/1.1\r\n X: 1\r\n" + host + "\r\n"),
      refused("bare LF", "GET /a HTTP/1.1\nHost: a.example\n\n"),
      refused("bare CR in a value", get(host + "X-Name: a\rb\r\n")),
      refused("NUL in a value", get(host + "X-Name: a\0b\r\n"s)),
      refused("NUL in a name", get(host + "X-\0Name: a\r\n"s)),
      refused("no colon", get(host + "X-Name\r\n")),
      refused("an empty name", get(host + ": a\r\n")),
      refused("a space in a name", get(host + "X Name: a\r\n")),
      refused("HTTP/2.0", "GET /a HTTP/2.0\r\nHost: a.example\r\n\r\n"),
      refused("HTTP/1.2", "GET /a HTTP/1.2\r\nHost: a.example\r\n\r\n"),
      refused("lower case http", "GET /a http/1.1\r\nHost: a.example\r\n\r\n"),
      refused("HTTP/0.9", "GET /a\r\n\r\n"),
      refused("a TLS hello", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"s),
      refused("an unknown method", "BREW /a HTTP/1.1\r\n" + host + "\r\n", 501),
      refused("a method in lower case", "get /a HTTP/1.1\r\n" + host + "\r\n", 501),
      refused("TRACE", "TRACE /a HTTP/1.1\r\n" + host + "\r\n", 405),
      refused("CONNECT", "CONNECT a.example:443 HTTP/1.1\r\n" + host + "\r\n", 405),
      refused("an unknown expectation", post("Expect: miracle\r\nContent-Length: 5\r\n", "hello"), 417),
  };
}

std::vector<RawRequest> hosts_and_targets() {
  const std::string host = "Host: a.example\r\n";
  return {
      good("a host with a port", get("Host: a.example:8080\r\n")),
      good("a host in capitals with a dot", get("Host: A.Example.\r\n")),
      good("an IPv6 host", get("Host: [::1]:8080\r\n")),
      good("an absolute target", get_target("http://a.example/a")),
      refused("no Host", get("")),
      refused("no Host on HTTP/1.0", "GET /a HTTP/1.0\r\n\r\n"),
      refused("an empty Host", get("Host:\r\n")),
      refused("two Hosts", get(host + "Host: b.example\r\n")),
      refused("two equal Hosts", get(host + host)),
      refused("two Hosts in a list", get("Host: a.example, b.example\r\n")),
      refused("a Host with a user", get("Host: me@a.example\r\n")),
      refused("a Host with a path", get("Host: a.example/b\r\n")),
      refused("a Host with a wrong port", get("Host: a.example:80a\r\n")),
      refused("a Host with an empty label", get("Host: a..example\r\n")),
      refused("a Host with an accent", get("Host: \xc3\xa9.example\r\n")),
      refused("a target of another host", get_target("http://b.example/a")),
      refused("a target of another port", get_target("http://a.example:81/a")),
      refused("a target of another scheme", get_target("ftp://a.example/a")),
      refused("a target with a user", get_target("http://me@a.example/a")),
      refused("a target without slash", get_target("a")),
      refused("a target in UTF-8", get_target("/\xc3\xa9")),
      refused("a target with a control character", get_target("/a\x01")),
      refused("a target with a space", get_target("/a b")),
      refused("a target with a fragment", get_target("/a#b")),
      refused("a target that climbs", get_target("/a/../b")),
      refused("a target with an encoded NUL", get_target("/a%00")),
      refused("a target of 3 kB", get_target("/" + std::string(3'000, 'a')), 414),
      refused("a target of 9 kB", get_target("/" + std::string(9'000, 'a')), 414),
  };
}

std::vector<RawRequest> sequences() {
  const std::string host = "Host: a.example\r\n";
  return {
      {"two requests at once", get(host) + get_target("/b"), {200, 200}, {"/a", "/b"}, After::open},
      {"a body that looks like a request",
       post("Content-Length: " + std::to_string(hidden.size()) + "\r\n", hidden),
       {200},
       {"/a"},
       After::open},
      {"chunks, then another request",
       post_chunked("5\r\nhello\r\n0\r\n\r\n") + get_target("/b"),
       {200, 200},
       {"/a", "/b"},
       After::open},
      {"a good request, then a bad one",
       get(host) + post("Transfer-Encoding: xchunked\r\n", hidden),
       {200, 400},
       {"/a"},
       After::closed},
      {"a request after the end", get(host + "Connection: close\r\n") + hidden, {200}, {"/a"}, After::closed},
      {"an upgrade that is not taken",
       get(host + "Connection: Upgrade\r\nUpgrade: h2c\r\n") + get_target("/b"),
       {200, 200},
       {"/a", "/b"},
       After::open},
      {"a refused body", post("Content-Length: 100001\r\n", hidden + hidden), {413}, {}, After::closed},
  };
}

}  // namespace

const std::vector<RawRequest>& raw_requests() {
  static const std::vector<RawRequest> all = [] {
    std::vector<RawRequest> rows;
    for (const auto& part : {framing(), chunks(), heads(), hosts_and_targets(), sequences()}) {
      rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
  }();
  return all;
}

}  // namespace clocher::tests
