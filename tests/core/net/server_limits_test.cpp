// The deadlines and the caps: each test waits for what the server does, never for time to pass.
#include "tests/core/net/test_server.hpp"
#include "tests/support/catch.hpp"

namespace clocher::tests {
namespace {

TEST_CASE("a connection that says nothing is closed without an answer", "[net]") {
  TestServer test;
  test.options.limits.idle_deadline = soon;
  test.start();
  CHECK(test.client().read_to_end().empty());
}

TEST_CASE("a connection is closed when no other request comes", "[net]") {
  TestServer test;
  test.options.limits.idle_deadline = soon;
  test.start();
  RawClient client = test.client();
  client.send(get("/"));
  CHECK(statuses_of(client.read_to_end()) == std::vector<int>{200});
}

TEST_CASE("a head that does not end is answered by 408", "[net]") {
  TestServer test;
  test.options.limits.header_deadline = soon;
  test.options.limits.drain_deadline = soon;
  test.start();
  RawClient client = test.client();
  client.send("GET / HTTP/1.1\r\nHost: a.exam");
  CHECK(statuses_of(client.read_to_end()) == std::vector<int>{408});
  CHECK(test.handler.seen().empty());
}

TEST_CASE("a head that comes byte by byte gains no time by it", "[net]") {
  TestServer test;
  test.options.limits.header_deadline = soon;
  test.options.limits.drain_deadline = soon;
  test.start();
  RawClient client = test.client();
  client.send("GET / HTTP/1.1\r\n");
  int bytes = 0;
  for (; bytes < 1'000 && !client.can_read(std::chrono::milliseconds(2)); ++bytes) client.send("X");
  CHECK(bytes < 1'000);  // a deadline that each byte renews would never come
  CHECK(statuses_of(client.read_to_end()) == std::vector<int>{408});
}

TEST_CASE("a second head that does not end is answered by 408 too", "[net]") {
  TestServer test;
  test.options.limits.header_deadline = soon;
  test.options.limits.drain_deadline = soon;
  test.start();
  RawClient client = test.client();
  client.send(get("/a") + "GET /b");
  CHECK(statuses_of(client.read_to_end()) == std::vector<int>{200, 408});
}

TEST_CASE("a body that does not end is answered by 408", "[net]") {
  TestServer test;
  test.options.limits.body_deadline = soon;
  test.options.limits.drain_deadline = soon;
  test.start();
  RawClient client = test.client();
  client.send("POST /a HTTP/1.1\r\nHost: a.example\r\nContent-Length: 10\r\n\r\nhello");
  CHECK(statuses_of(client.read_to_end()) == std::vector<int>{408});
  CHECK(test.handler.seen().empty());
}

TEST_CASE("a client that does not read its answer is let go", "[net]") {
  TestServer test;
  test.options.limits.body_deadline = soon;
  test.options.limits.body_deadline_per_64_kb = std::chrono::milliseconds(0);
  test.handler.answer = [](const http::Request&) { return http::plain_text(200, std::string(50'000'000, 'x')); };
  test.start();
  RawClient client = test.client();
  client.send(get("/"));
  REQUIRE(client.can_read(std::chrono::seconds(10)));
  // Returns only because the connection has ended although its answer was not read.
  test.server->stop(std::chrono::seconds(30));
  CHECK(client.read_to_end().size() < 50'000'000);
}

TEST_CASE("a handler may take longer than any deadline of the client", "[net]") {
  Gate gate;
  TestServer test;
  test.options.limits.idle_deadline = soon;
  test.options.limits.header_deadline = soon;
  test.handler.answer = [&](const http::Request& request) {
    if (request.path == "/slow") gate.pass();
    return http::no_content();
  };
  test.start();
  RawClient slow = test.client();
  slow.send(get("/slow"));
  gate.reached.wait();
  CHECK(test.client().read_to_end().empty());  // began later with the same deadline, which is over now
  gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
}

TEST_CASE("a connection ends after its share of requests", "[net]") {
  TestServer test;
  test.options.limits.requests_per_connection = 3;
  test.options.limits.drain_deadline = soon;
  test.start();
  RawClient client = test.client();
  client.send(get("/1") + get("/2") + get("/3") + get("/4"));
  CHECK_FALSE(field_of(client.read_answer(), "Connection") == "close");
  CHECK_FALSE(field_of(client.read_answer(), "Connection") == "close");
  CHECK(field_of(client.read_answer(), "Connection") == "close");
  CHECK(client.read_to_end().empty());
  CHECK(test.handler.paths() == std::vector<std::string>{"/1", "/2", "/3"});
}

TEST_CASE("a full queue is answered by 503 and when to come back", "[net]") {
  Gate gate;
  TestServer test;
  test.options.worker_threads = 1;
  test.options.limits.waiting_requests = 0;
  test.handler.answer = [&](const http::Request&) {
    gate.pass();
    return http::no_content();
  };
  test.start();
  RawClient slow = test.client();
  slow.send(get("/slow"));
  gate.reached.wait();
  RawClient refused = test.client();
  refused.send(get("/refused"));
  const std::string answer = refused.read_answer();
  CHECK(status_of(answer) == 503);
  CHECK(field_of(answer, "Retry-After") == "5");
  gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
  CHECK(test.handler.paths() == std::vector<std::string>{"/slow"});
}

TEST_CASE("an address has a share of the connections", "[net]") {
  TestServer test;
  test.options.limits.connections_per_address = 2;
  test.start();
  RawClient first = test.client();
  RawClient second = test.client();
  for (RawClient* client : {&first, &second}) {
    client->send(get("/"));
    CHECK(status_of(client->read_answer()) == 200);
  }
  CHECK(test.client().read_to_end().empty());
  first.send(get("/"));
  CHECK(status_of(first.read_answer()) == 200);
}

TEST_CASE("the share of an address is given back", "[net]") {
  TestServer test;
  test.options.limits.connections_per_address = 1;
  test.start();
  int served = 0;
  // One that comes before the last has quite gone is turned away, hence the attempts.
  for (int attempt = 0; attempt < 10'000 && served < 5; ++attempt) {
    RawClient client = test.client();
    client.send(get("/", "Connection: close\r\n"));
    if (status_of(client.read_to_end()) == 200) ++served;
  }
  CHECK(served == 5);
}

TEST_CASE("a trusted proxy has no share of its own", "[net]") {
  TestServer test;
  test.options.limits.connections_per_address = 1;
  test.options.trusted_proxies = {"127.0.0.1"};
  test.start();
  RawClient first = test.client();
  RawClient second = test.client();
  for (RawClient* client : {&first, &second}) {
    client->send(get("/"));
    CHECK(status_of(client->read_answer()) == 200);
  }
}

TEST_CASE("when all places are taken the connection idle for longest gives way", "[net]") {
  TestServer test;
  test.options.limits.connections = 2;
  test.start();
  RawClient first = test.client();
  RawClient second = test.client();
  for (RawClient* client : {&first, &second, &first}) {  // first is now the younger idle one
    client->send(get("/"));
    CHECK(status_of(client->read_answer()) == 200);
  }
  RawClient third = test.client();
  third.send(get("/third"));
  CHECK(body_of(third.read_answer()) == "/third|");
  CHECK(second.read_to_end().empty());
  first.send(get("/first"));
  CHECK(body_of(first.read_answer()) == "/first|");
}

TEST_CASE("a head that trickles gives way, a request in flight does not", "[net]") {
  Gate gate;
  TestServer test;
  test.options.limits.connections = 2;
  test.handler.answer = [&](const http::Request& request) {
    if (request.path == "/slow") gate.pass();
    return http::no_content();
  };
  test.start();
  RawClient slow = test.client();
  slow.send(get("/slow"));
  gate.reached.wait();
  RawClient trickle = test.client();
  trickle.send("GET / HT");
  RawClient third = test.client();
  third.send(get("/third"));
  CHECK(status_of(third.read_answer()) == 204);
  CHECK(trickle.read_to_end().empty());
  gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
}

}  // namespace
}  // namespace clocher::tests
