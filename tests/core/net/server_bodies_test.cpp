// The memory for all bodies together: who is turned away when it is used up, and when it comes back.
#include "tests/core/net/test_server.hpp"
#include "tests/support/catch.hpp"

namespace clocher::tests {
namespace {

constexpr std::size_t for_large = 70'000;  // of the 80'000 below

struct BodyServer : TestServer {
  BodyServer() {
    options.limits.body_bytes_in_flight = 80'000;
    options.limits.small_body_bytes = 1'000;
  }
};

std::string head_of_post(const std::string& path, std::size_t announced, const std::string& fields = {}) {
  return "POST " + path + " HTTP/1.1\r\nHost: a.example\r\nContent-Length: " + std::to_string(announced) + "\r\n" +
         fields + "\r\n";
}

std::string post(const std::string& path, std::size_t size) {
  return head_of_post(path, size) + std::string(size, 'x');
}

int status_after(RawClient& client, const std::string& bytes) {
  client.send(bytes);
  return status_of(client.read_answer());
}

int status_of_request(const TestServer& test, const std::string& bytes) {
  RawClient client = test.client();
  return status_after(client, bytes);
}

// Its handler holds what is sent to /slow.
struct SlowServer : BodyServer {
  Gate gate;

  SlowServer() {
    handler.answer = [this](const http::Request& request) {
      if (request.path == "/slow") gate.pass();
      return http::no_content();
    };
  }
};

TEST_CASE("a body that exhausts the memory for bodies is answered by 503 before its end", "[net]") {
  BodyServer test;
  test.start();
  RawClient client = test.client();
  client.send(head_of_post("/a", 90'000) + std::string(for_large + 1, 'x'));
  const std::string answer = client.read_answer();
  CHECK(status_of(answer) == 503);
  CHECK(field_of(answer, "Retry-After") == "5");
  CHECK(field_of(answer, "Connection") == "close");
  CHECK(body_of(answer) == "refused 503");
  client.end_sending();
  CHECK(client.read_to_end().empty());
  CHECK(test.handler.seen().empty());
}

TEST_CASE("a refused body gives its memory back with the refusal", "[net]") {
  BodyServer test;
  test.start();
  RawClient refused = test.client();
  CHECK(status_after(refused, head_of_post("/a", 90'000) + std::string(for_large + 1, 'x')) == 503);
  CHECK(status_of_request(test, post("/b", for_large)) == 200);  // the other is still connected
}

TEST_CASE("an announced body takes nothing before it comes", "[net]") {
  BodyServer test;
  test.start();
  RawClient waiting = test.client();
  CHECK(status_after(waiting, head_of_post("/a", 70'000, "Expect: 100-continue\r\n")) == 100);
  CHECK(status_of_request(test, post("/b", for_large)) == 200);
}

TEST_CASE("a client that leaves in the middle of a body gives its memory back", "[net]") {
  BodyServer test;
  test.start();
  RawClient leaving = test.client();
  leaving.send(head_of_post("/a", for_large) + std::string(for_large - 1, 'x'));
  leaving.end_sending();
  CHECK(leaving.read_to_end().empty());
  CHECK(status_of_request(test, post("/b", for_large)) == 200);
}

TEST_CASE("a body holds its memory until its answer is made", "[net]") {
  SlowServer test;
  test.start();
  RawClient slow = test.client();
  slow.send(post("/slow", for_large));
  test.gate.reached.wait();
  CHECK(status_of_request(test, post("/b", 1'001)) == 503);
  test.gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
  CHECK(status_of_request(test, post("/c", for_large)) == 204);
  CHECK(test.handler.paths() == std::vector<std::string>{"/slow", "/c"});
}

TEST_CASE("small bodies, and requests without any, pass when large ones have used the memory up", "[net]") {
  SlowServer test;
  test.start();
  RawClient slow = test.client();
  slow.send(post("/slow", for_large));
  test.gate.reached.wait();
  CHECK(status_of_request(test, post("/b", 1'000)) == 204);
  CHECK(status_of_request(test, get("/c")) == 204);
  CHECK(status_of_request(test, post("/d", 1'001)) == 503);
  test.gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
}

TEST_CASE("a body that announces no length counts as the longest that it may have", "[net]") {
  const std::string chunked =
      " HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
  SlowServer test;
  test.start();
  RawClient slow = test.client();
  slow.send(post("/slow", for_large));
  test.gate.reached.wait();
  CHECK(status_of_request(test, "POST /long" + chunked) == 503);
  CHECK(status_of_request(test, "POST /small" + chunked) == 204);  // ten bytes at most, says the handler
  test.gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
}

TEST_CASE("each body of a connection begins anew", "[net]") {
  BodyServer test;
  const bool answers_at_once = GENERATE(false, true);
  if (answers_at_once) test.handler.at_once = [](const http::Request&) { return http::no_content(); };
  test.start();
  RawClient client = test.client();
  for (int i = 0; i < 3; ++i) {
    CHECK(status_after(client, post("/a", for_large)) == (answers_at_once ? 204 : 200));
  }
}

TEST_CASE("a request that finds no worker gives its memory back with the refusal", "[net]") {
  SlowServer test;
  test.options.worker_threads = 1;
  test.options.limits.waiting_requests = 0;
  test.start();
  RawClient slow = test.client();
  slow.send(post("/slow", 10'000));
  test.gate.reached.wait();
  RawClient first = test.client();
  RawClient second = test.client();
  CHECK(status_after(first, post("/b", 60'000)) == 503);
  CHECK(status_after(second, post("/c", 60'000)) == 503);
  CHECK(test.handler.refused().back().path == "/c");
  test.gate.opened.count_down();
  CHECK(status_of(slow.read_answer()) == 204);
  CHECK(status_of_request(test, post("/d", for_large)) == 204);  // while both are still connected
}

}  // namespace
}  // namespace clocher::tests
