// A conversation over a real socket, when all goes well.
#include "tests/core/net/test_server.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <stdexcept>

namespace clocher::tests {
namespace {

TEST_CASE("one connection serves several requests", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  for (const std::string path : {"/one", "/two", "/three"}) {
    client.send(get(path));
    CHECK(body_of(client.read_answer()) == path + "|");
  }
}

TEST_CASE("pipelined requests are answered in their order", "[net]") {
  TestServer test;
  test.options.worker_threads = 4;
  test.start();
  RawClient client = test.client();
  std::string all;
  for (int i = 0; i < 50; ++i) all += get("/" + std::to_string(i));
  client.send(all);
  for (int i = 0; i < 50; ++i) CHECK(body_of(client.read_answer()) == "/" + std::to_string(i) + "|");
}

TEST_CASE("HEAD is answered by the length and no body", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  client.send("HEAD /x HTTP/1.1\r\nHost: a.example\r\n\r\n" + get("/y"));
  CHECK(field_of(client.read_answer(RawClient::Body::absent), "Content-Length") == "3");
  CHECK(body_of(client.read_answer()) == "/y|");
}

TEST_CASE("304 leaves the connection in order", "[net]") {
  TestServer test;
  test.handler.answer = [](const http::Request&) {
    http::Response response;
    response.status = 304;
    response.body = "never sent";
    return response;
  };
  test.start();
  RawClient client = test.client();
  client.send(get("/x", "Connection: close\r\n"));
  const std::string answer = client.read_to_end();
  CHECK(status_of(answer) == 304);
  CHECK(body_of(answer).empty());
}

TEST_CASE("every answer has a date and no product name", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  client.send(get("/"));
  const std::string answer = client.read_answer();
  CHECK(field_of(answer, "Date").ends_with(" GMT"));
  CHECK(field_of(answer, "Server").empty());
}

TEST_CASE("a body that was cached is sent whole", "[net]") {
  TestServer test;
  const auto page = std::make_shared<const std::string>(3'000'000, 'p');
  test.handler.at_once = [&](const http::Request&) {
    http::Response response;
    response.shared_body = page;
    return std::optional(response);
  };
  test.start();
  RawClient client = test.client();
  client.send(get("/cached"));
  CHECK(body_of(client.read_answer()) == *page);
}

TEST_CASE("an answer at once needs no worker", "[net]") {
  Gate gate;
  TestServer test;
  test.options.worker_threads = 1;
  test.handler.at_once = [](const http::Request& request) {
    return request.path == "/cached" ? std::optional(http::plain_text(200, "cached")) : std::nullopt;
  };
  test.handler.answer = [&](const http::Request&) {
    gate.pass();
    return http::no_content();
  };
  test.start();
  RawClient slow = test.client();
  slow.send(get("/slow"));
  gate.reached.wait();
  RawClient quick = test.client();
  quick.send(get("/cached"));
  CHECK(body_of(quick.read_answer()) == "cached");
  gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
}

TEST_CASE("a client that asks first is told to go on", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  client.send("POST /a HTTP/1.1\r\nHost: a.example\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  CHECK(status_of(client.read_answer()) == 100);
  client.send("hello");
  CHECK(body_of(client.read_answer()) == "/a|hello");
}

TEST_CASE("a client that asks first is told before it sends too much", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  client.send("POST /small HTTP/1.1\r\nHost: a.example\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
  CHECK(statuses_of(client.read_to_end()) == std::vector<int>{413});
}

TEST_CASE("a body too large is refused before it was sent, and the answer arrives", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  client.send("POST /small HTTP/1.1\r\nHost: a.example\r\nContent-Length: 4000000\r\n\r\n");
  client.send(std::string(4'000'000, 'x'));
  client.end_sending();
  CHECK(body_of(client.read_to_end()) == "refused 413");
  CHECK(test.handler.seen().empty());
  CHECK(test.handler.refused().at(0).path == "/small");
}

TEST_CASE("a large body in chunks arrives whole", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  std::string chunks;
  for (int i = 0; i < 1'000; ++i) chunks += "5\r\nhello\r\n";
  client.send("POST /a HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");
  CHECK(body_of(client.read_answer()).size() == 5'000 + 3);
}

TEST_CASE("each request has its own id of 16 hexadecimal digits", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  std::set<std::string> ids;
  for (int i = 0; i < 20; ++i) {
    client.send(get("/"));
    CHECK(status_of(client.read_answer()) == 200);
    ids.insert(test.handler.seen().back().id);
    CHECK(ids.rbegin()->find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(ids.rbegin()->size() == 16);
  }
  CHECK(ids.size() == 20);
}

TEST_CASE("forwarded fields are believed only from a trusted proxy", "[net]") {
  const bool trusted = GENERATE(false, true);
  TestServer test;
  if (trusted) test.options.trusted_proxies = {"127.0.0.0/8"};
  test.start();
  RawClient client = test.client();
  client.send(get("/", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: b.example\r\n"));
  CHECK(status_of(client.read_answer()) == 200);
  const http::Request seen = test.handler.seen().at(0);
  CHECK(seen.remote_address == (trusted ? "203.0.113.9" : "127.0.0.1"));
  CHECK(seen.headers.get("X-Forwarded-Proto") == (trusted ? "https" : ""));
  CHECK(seen.host == "a.example");
  CHECK_FALSE(seen.headers.has("X-Forwarded-For"));
  CHECK_FALSE(seen.headers.has("X-Forwarded-Host"));
}

TEST_CASE("a response that cannot be sent becomes 500 and is reported", "[net]") {
  TestServer test;
  std::string reported;
  test.options.report = [&](std::string_view text) { reported = text; };
  test.handler.answer = [](const http::Request&) {
    http::Response response = http::plain_text(200, "secret");
    response.headers.add("X-Name", "a\x0b");
    return response;
  };
  test.start();
  RawClient client = test.client();
  client.send(get("/", "Connection: close\r\n"));
  CHECK(body_of(client.read_to_end()) == "refused 500");
  test.server->stop(std::chrono::seconds(10));
  CHECK(reported.find(test.handler.seen().at(0).id) != std::string::npos);
}

TEST_CASE("a handler that throws is answered by 500", "[net]") {
  TestServer test;
  test.handler.answer = [](const http::Request&) -> http::Response { throw std::runtime_error("broken"); };
  test.start();
  RawClient client = test.client();
  client.send(get("/") + get("/"));
  CHECK(status_of(client.read_answer()) == 500);
  CHECK(status_of(client.read_answer()) == 500);
}

TEST_CASE("405 says which methods there are", "[net]") {
  TestServer test;
  test.start();
  RawClient client = test.client();
  client.send("TRACE / HTTP/1.1\r\nHost: a.example\r\n\r\n");
  CHECK(field_of(client.read_to_end(), "Allow") == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
}

}  // namespace
}  // namespace clocher::tests
