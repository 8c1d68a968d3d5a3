// One exchange with a partner, and everything that can go wrong on the way.
#include "core/outbound/http_client.hpp"

#include "tests/core/net/test_server.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace clocher;
using outbound::HttpCall;
using outbound::HttpLimits;

namespace {

struct Partner {
  tests::TestServer server;

  explicit Partner(std::function<http::Response(const http::Request&)> answer) {
    server.handler.answer = std::move(answer);
    server.start();
  }
  [[nodiscard]] std::string url(const std::string& path = "/a") const {
    return "http://127.0.0.1:" + std::to_string(server.server->port()) + path;
  }
};

std::string refusal(const HttpCall& call, const HttpLimits& limits = {}) {
  const auto answer = outbound::http_post(call, limits);
  return answer ? "" : answer.error().key;
}

}  // namespace

TEST_CASE("a post carries its headers and its body, and brings the answer back") {
  const Partner partner([](const http::Request& request) {
    return http::plain_text(200, std::string(request.headers.get("SOAPAction")) + "|" + request.body);
  });
  const auto answer = outbound::http_post({.url = partner.url(), .headers = {{"SOAPAction", "\"\""}}, .body = "<a/>"});
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->body == "\"\"|<a/>");
  CHECK(answer->content_type.starts_with("text/plain"));
  CHECK(partner.server.handler.seen().at(0).method == http::Method::post);
}

TEST_CASE("an error of the partner is an answer, with its body") {
  const Partner partner([](const http::Request&) { return http::plain_text(500, "why"); });
  const auto answer = outbound::http_post({.url = partner.url()});
  REQUIRE(answer);
  CHECK(answer->status == 500);
  CHECK(answer->body == "why");
}

TEST_CASE("a redirection is an answer and is not followed") {
  const Partner partner([](const http::Request&) { return http::see_other("/b"); });
  const auto answer = outbound::http_post({.url = partner.url()});
  REQUIRE(answer);
  CHECK(answer->status == 303);
  CHECK(partner.server.handler.paths() == std::vector<std::string>{"/a"});
}

TEST_CASE("a partner that does not answer in time is given up") {
  tests::Gate gate;
  const Partner partner([&](const http::Request&) {
    gate.pass();
    return http::plain_text(200, "late");
  });
  CHECK(refusal({.url = partner.url()}, {.timeout = std::chrono::milliseconds(100)}) == "http.timed_out");
  gate.opened.count_down();
}

TEST_CASE("nobody at the other end is told from a partner that fell silent") {
  std::string url;
  {
    const Partner gone([](const http::Request&) { return http::plain_text(200, ""); });
    url = gone.url();
  }
  CHECK(refusal({.url = url}) == "http.unreachable");
  CHECK(refusal({.url = "http://nobody.invalid/"}) == "http.unreachable");
}

TEST_CASE("an answer beyond the limit is not kept") {
  const Partner partner([](const http::Request&) { return http::plain_text(200, std::string(2000, 'a')); });
  CHECK(refusal({.url = partner.url()}, {.answer_bytes = 1999}) == "http.too_large");
  CHECK(refusal({.url = partner.url()}, {.answer_bytes = 2000}).empty());
}

TEST_CASE("neither another scheme nor a header with a line end is sent") {
  CHECK_THROWS_AS(outbound::http_post({.url = "file:///etc/passwd"}), std::invalid_argument);
  CHECK_THROWS_AS(outbound::http_post({.url = "http://127.0.0.1:1/", .headers = {{"A", "b\r\nC: d"}}}), std::invalid_argument);
}
