// The rules one by one, without a socket.
#include "core/net/request_guard.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace clocher::tests {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string broken_rule(const Fields& fields, std::string_view method = "GET", std::string_view target = "/",
                        int version = 11) {
  http::Headers headers;
  for (const auto& [name, value] : fields) headers.add(name, value);
  return std::string(net::check_head({method, target, version, headers}, net::Limits()).rule);
}

std::string broken_by_host(const std::string& host) { return broken_rule({{"Host", host}}); }

const std::pair<std::string, std::string> host{"Host", "a.example"};

TEST_CASE("a plain head passes the guard", "[net]") { CHECK(broken_rule({host}).empty()); }

TEST_CASE("the guard knows one transfer coding, on HTTP/1.1 only", "[net]") {
  CHECK(broken_rule({host, {"transfer-encoding", "Chunked"}}, "POST").empty());
  CHECK(broken_rule({host, {"Transfer-Encoding", "gzip, chunked"}}, "POST") == "transfer-encoding.not-chunked");
  CHECK(broken_rule({host, {"Transfer-Encoding", ""}}, "POST") == "transfer-encoding.not-chunked");
  CHECK(broken_rule({host, {"Transfer-Encoding", "chunked"}}, "POST", "/", 10) == "transfer-encoding.http-1.0");
  CHECK(broken_rule({host, {"Transfer-Encoding", "chunked"}, {"Transfer-encoding", "chunked"}}, "POST") ==
        "transfer-encoding.repeated");
}

TEST_CASE("the guard wants one way to find the end of a body", "[net]") {
  CHECK(broken_rule({host, {"Content-Length", "12"}}, "POST").empty());
  CHECK(broken_rule({host, {"Content-Length", "5"}, {"content-length", "5"}}, "POST") == "content-length.repeated");
  CHECK(broken_rule({host, {"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}}, "POST") ==
        "content-length.with-transfer-encoding");
  for (const std::string length : {"", "+5", "-5", "5,5", "0x5", "5 ", "9999999999999999999"}) {
    CAPTURE(length);
    CHECK(broken_rule({host, {"Content-Length", length}}, "POST") == "content-length.not-a-number");
  }
}

TEST_CASE("the guard wants one Host that is host or host:port", "[net]") {
  for (const std::string good :
       {"a", "a.example", "a.example.", "a.example:1", "192.0.2.1:65535", "[2001:db8::1]", "[::1]:80"}) {
    CAPTURE(good);
    CHECK(broken_by_host(good).empty());
  }
  for (const std::string bad : {"", ":80", ".", ".a", "a..b", "a b", "a,b", "a:", "a:123456", "a:8x", "me@a", "a/b",
                                "[::1", "[]", "[::1]80", "[g::]", "a_b", "\xc3\xa9"}) {
    CAPTURE(bad);
    CHECK(broken_by_host(bad) == "host.form");
  }
  CHECK(broken_rule({}) == "host.not-single");
  CHECK(broken_rule({host, host}) == "host.not-single");
}

TEST_CASE("the guard refuses a target that names another host", "[net]") {
  CHECK(broken_rule({host}, "GET", "http://A.example/x").empty());
  CHECK(broken_rule({host}, "GET", "http://b.example/x") == "host.differs-from-target");
  CHECK(broken_rule({host}, "GET", "http://a.example:80/x") == "host.differs-from-target");
  CHECK(broken_rule({host}, "GET", "gopher://a.example/") == "target.form");
  CHECK(broken_rule({host}, "GET", "http:///x") == "target.form");
  CHECK(broken_rule({host}, "GET", "/go?to=http://b.example/").empty());
}

TEST_CASE("the guard limits the target and the number of fields", "[net]") {
  CHECK(broken_rule({host}, "GET", "/" + std::string(2047, 'a')).empty());
  CHECK(broken_rule({host}, "GET", "/" + std::string(2048, 'a')) == "target.long");
  CHECK(broken_rule({host}, "GET", "/\x7f") == "target.characters");
  CHECK(broken_rule({host}, "GET", "/\xe9") == "target.characters");
  Fields fields(64, {"X", "1"});
  fields.front() = host;
  CHECK(broken_rule(fields).empty());
  fields.emplace_back("X", "1");
  CHECK(broken_rule(fields) == "fields.many");
}

TEST_CASE("the guard tells methods it forbids from those it does not know", "[net]") {
  CHECK(broken_rule({host}, "TRACE") == "method.forbidden");
  CHECK(broken_rule({host}, "CONNECT") == "method.forbidden");
  CHECK(broken_rule({host}, "PURGE") == "method.unknown");
  CHECK(broken_rule({host}, "Get") == "method.unknown");
}

TEST_CASE("the guard accepts one expectation, and none is read on HTTP/1.0", "[net]") {
  CHECK(broken_rule({host, {"Expect", "100-Continue"}}, "POST").empty());
  CHECK(broken_rule({host, {"Expect", "200-ok"}}, "POST") == "expect.unknown");
  CHECK(broken_rule({host, {"Expect", "100-continue"}, {"Expect", "x"}}, "POST") == "expect.unknown");
  CHECK(broken_rule({host, {"Expect", "x"}}, "POST", "/", 10).empty());
}

TEST_CASE("lines end by CRLF and hold no control character", "[net]") {
  for (const std::string good : {"GET / HTTP/1.1\r\nA: b\tc\r\n\r\n", "GET / HTTP/1.1\r", "A: \xe9\r\n"}) {
    CAPTURE(good);
    CHECK(net::has_clean_lines(good, 0));
  }
  for (const std::string bad :
       {"A: b\n", "A: b\rc", "A: b\r\n c", "A: b\r\n\tc", " A: b", "\n", "A: \x01", "A: \x7f"}) {
    CAPTURE(bad);
    CHECK_FALSE(net::has_clean_lines(bad, 0));
  }
}

TEST_CASE("lines are found clean piece by piece", "[net]") {
  const std::string bad = "A: b\r\n c";
  for (std::size_t from = 0; from <= 6; ++from) CHECK_FALSE(net::has_clean_lines(bad, from));
  CHECK(net::has_clean_lines(bad, 7));
}

TEST_CASE("a host is named without case, port and trailing dot", "[net]") {
  CHECK(net::host_name("Mairie.Example.:8080") == "mairie.example");
  CHECK(net::host_name("[2001:DB8::1]:80") == "[2001:db8::1]");
  CHECK(net::host_name("a") == "a");
}

TEST_CASE("an absolute target is reduced to its path", "[net]") {
  CHECK(net::without_authority("http://a.example/x?y=http://b/") == "/x?y=http://b/");
  CHECK(net::without_authority("http://a.example") == "/");
  CHECK(net::without_authority("/x://y") == "/x://y");
}

}  // namespace
}  // namespace clocher::tests
