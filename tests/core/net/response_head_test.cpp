// What stands before a body, and what may never stand there.
#include "core/net/response_head.hpp"
#include "tests/support/catch.hpp"

namespace clocher::tests {
namespace {

using net::Persistence;

std::string head_of(const http::Response& response, Persistence persistence = Persistence::keep_alive) {
  return net::response_head(response, persistence, "Tue, 24 Nov 2026 09:32:00 GMT");
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a response head has status, date, own fields and length", "[net]") {
  CHECK(head_of(http::plain_text(404, "no")) ==
        "HTTP/1.1 404 Not Found\r\nDate: Tue, 24 Nov 2026 09:32:00 GMT\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Length: 2\r\n\r\n");
}

TEST_CASE("an empty body is announced", "[net]") { CHECK(holds(head_of({}), "Content-Length: 0\r\n")); }

TEST_CASE("the length is that of the shared body", "[net]") {
  http::Response response;
  response.body = "ignored";
  response.shared_body = std::make_shared<const std::string>(12'345, 'x');
  CHECK(holds(head_of(response), "Content-Length: 12345\r\n"));
}

TEST_CASE("204 and 304 have no length", "[net]") {
  http::Response response;
  for (const int status : {204, 304}) {
    response.status = status;
    CHECK_FALSE(holds(head_of(response), "Content-Length"));
    CHECK_FALSE(net::sends_body(http::Method::get, status));
  }
}

TEST_CASE("HEAD has the length but no body", "[net]") {
  CHECK_FALSE(net::sends_body(http::Method::head, 200));
  CHECK(net::sends_body(http::Method::get, 200));
}

TEST_CASE("the last answer of a connection says so", "[net]") {
  CHECK(holds(head_of({}, Persistence::close), "Connection: close\r\n"));
  CHECK_FALSE(holds(head_of({}), "Connection"));
}

TEST_CASE("a handler cannot set what belongs to the server", "[net]") {
  http::Response response;
  for (const std::string name : {"content-length", "Transfer-Encoding", "connection", "Date", "Server"}) {
    response.headers.add(name, "evil");
  }
  CHECK_FALSE(holds(head_of(response), "evil"));
}

TEST_CASE("several cookies stay several lines", "[net]") {
  http::Response response;
  response.headers.add("Set-Cookie", "a=1");
  response.headers.add("Set-Cookie", "b=2");
  CHECK(holds(head_of(response), "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"));
}

TEST_CASE("a control character in a field is never sent", "[net]") {
  http::Response response;
  response.headers.add("X-Name", "a\x0b");
  CHECK_THROWS_AS(head_of(response), std::invalid_argument);
}

TEST_CASE("a status that is not final is never sent", "[net]") {
  http::Response response;
  for (const int status : {0, 100, 199, 600}) {
    response.status = status;
    CHECK_THROWS_AS(head_of(response), std::invalid_argument);
  }
}

}  // namespace
}  // namespace clocher::tests
