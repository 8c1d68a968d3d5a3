// How the server starts, refuses to start, and ends without breaking an answer.
#include "tests/core/net/test_server.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <stdexcept>
#include <system_error>

#include <sys/resource.h>
#include <unistd.h>

namespace clocher::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds long_time{60};

TEST_CASE("stopping lets a request in flight end and says so in its answer", "[net]") {
  Gate gate;
  TestServer test;
  test.options.limits.drain_deadline = soon;
  test.handler.answer = [&](const http::Request&) {
    gate.pass();
    return http::plain_text(200, "done");
  };
  test.start();
  RawClient idle = test.client();
  RawClient slow = test.client();
  slow.send(get("/slow") + get("/after"));
  gate.reached.wait();
  auto stopped = std::async(std::launch::async, [&] { test.server->stop(long_time); });
  CHECK(idle.read_to_end().empty());  // the drain has begun, and closes idle connections at once
  gate.opened.count_down();
  const std::string answer = slow.read_answer();
  CHECK(body_of(answer) == "done");
  CHECK(field_of(answer, "Connection") == "close");
  CHECK(slow.read_to_end().empty());
  stopped.get();
  CHECK(test.handler.paths() == std::vector<std::string>{"/slow"});
}

TEST_CASE("a stopped server accepts nobody", "[net]") {
  TestServer test;
  test.start();
  const std::uint16_t port = test.server->port();
  test.server->stop(long_time);
  CHECK_THROWS_AS(RawClient(port), std::system_error);
}

TEST_CASE("stopping does not wait for a handler beyond its time", "[net]") {
  Gate gate;
  TestServer test;
  test.handler.answer = [&](const http::Request&) {
    gate.pass();
    return http::no_content();
  };
  test.start();
  RawClient slow = test.client();
  slow.send(get("/slow"));
  gate.reached.wait();
  test.server->stop(std::chrono::seconds(0));  // returns though the handler has not
  gate.opened.count_down();
  test.server.reset();
  CHECK(slow.read_to_end().empty());
}

TEST_CASE("what waits for a worker when the time is over is dropped", "[net]") {
  Gate gate;
  TestServer test;
  test.options.worker_threads = 1;
  test.handler.answer = [&](const http::Request&) {
    gate.pass();
    return http::no_content();
  };
  test.start();
  RawClient slow = test.client();
  slow.send(get("/slow"));
  gate.reached.wait();
  RawClient waiting = test.client();
  waiting.send("POST /waiting HTTP/1.1\r\nHost: a.example\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
  CHECK(status_of(waiting.read_answer()) == 100);
  waiting.send("x");
  test.server->stop(std::chrono::seconds(0));
  gate.opened.count_down();
  test.server.reset();
  CHECK(waiting.read_to_end().empty());
  CHECK(test.handler.paths() == std::vector<std::string>{"/slow"});
}

TEST_CASE("a server may be stopped twice, or never started", "[net]") {
  TestServer test;
  test.start();
  test.server->stop(long_time);
  test.server->stop(long_time);
  RecordingHandler handler;
  const net::Server never_started({}, handler);
  CHECK(never_started.port() == 0);
}

TEST_CASE("many clients are served on several threads", "[net]") {
  TestServer test;
  test.options.io_threads = 2;
  test.start();
  std::vector<std::future<int>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::async(std::launch::async, [&] {
      RawClient client = test.client();
      int good = 0;
      for (int n = 0; n < 50; ++n) {
        client.send(get("/x"));
        good += status_of(client.read_answer()) == 200 ? 1 : 0;
      }
      return good;
    }));
  }
  for (auto& client : clients) CHECK(client.get() == 50);
}

TEST_CASE("a port that is taken stops the start", "[net]") {
  TestServer first;
  first.start();
  TestServer second;
  second.options.port = first.server->port();
  CHECK_THROWS_AS(second.start(), std::system_error);
}

TEST_CASE("options that cannot work stop the start", "[net]") {
  TestServer test;
  SECTION("no threads") { test.options.worker_threads = 0; }
  SECTION("an unreadable proxy") { test.options.trusted_proxies = {"proxy"}; }
  CHECK_THROWS_AS(test.start(), std::invalid_argument);
}

TEST_CASE("an address that is none stops the start", "[net]") {
  TestServer test;
  test.options.address = "localhost.example";
  CHECK_THROWS_AS(test.start(), std::system_error);
}

// A folder of its own, gone afterwards.
struct SocketFolder {
  fs::path path = fs::temp_directory_path() / ("clocher-net-" + std::to_string(::getpid()));
  SocketFolder() { fs::create_directory(path); }
  ~SocketFolder() { fs::remove_all(path); }
  [[nodiscard]] std::string socket() const { return path / "s"; }
};

TEST_CASE("the Unix socket has a handler of its own and belongs to its owner", "[net]") {
  const SocketFolder folder;
  RecordingHandler tcp;
  RecordingHandler local;
  net::ServerOptions options;
  options.local_socket_path = folder.socket();
  options.trusted_proxies = {"127.0.0.1"};
  net::Server server(options, tcp, &local);
  server.start();
  CHECK(fs::status(folder.socket()).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  RawClient client(folder.socket());
  client.send(get("/local", "X-Forwarded-For: 203.0.113.9\r\n"));
  CHECK(body_of(client.read_answer()) == "/local|");
  CHECK(local.seen().at(0).remote_address == "local");
  CHECK(tcp.seen().empty());
  server.stop(long_time);
  CHECK_FALSE(fs::exists(folder.socket()));
}

TEST_CASE("a Unix socket left by a dead process is replaced, a live one is not", "[net]") {
  const SocketFolder folder;
  RecordingHandler handler;
  net::ServerOptions options;
  options.local_socket_path = folder.socket();
  net::Server server(options, handler);
  server.start();
  net::Server intruder(options, handler);
  CHECK_THROWS_AS(intruder.start(), std::system_error);
  fs::rename(folder.socket(), folder.path / "stale");
  server.stop(long_time);
  options.local_socket_path = folder.path / "stale";
  net::Server successor(options, handler);
  successor.start();
  RawClient client(options.local_socket_path);
  client.send(get("/"));
  CHECK(status_of(client.read_answer()) == 200);
}

TEST_CASE("a file in the place of the Unix socket is not destroyed", "[net]") {
  const SocketFolder folder;
  std::ofstream(folder.socket()) << "precious";
  TestServer test;
  test.options.local_socket_path = folder.socket();
  CHECK_THROWS_AS(test.start(), std::system_error);
  CHECK(fs::file_size(folder.socket()) == 8);
}

TEST_CASE("a path too long for a Unix socket stops the start", "[net]") {
  TestServer test;
  test.options.local_socket_path = "/tmp/" + std::string(120, 's');
  CHECK_THROWS_AS(test.start(), std::system_error);
}

// For a while, one descriptor more may be opened, and no other.
struct OneDescriptorLeft {
  rlimit before{};
  OneDescriptorLeft() {
    const int lowest_free = ::dup(0);
    ::close(lowest_free);
    ::getrlimit(RLIMIT_NOFILE, &before);
    const rlimit lower{static_cast<rlim_t>(lowest_free) + 1, before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &lower);
  }
  ~OneDescriptorLeft() { ::setrlimit(RLIMIT_NOFILE, &before); }
};

TEST_CASE("a server out of descriptors goes on when there are some again", "[net]") {
  TestServer test;
  std::promise<void> failed;
  std::atomic<bool> told = false;
  test.options.report = [&](std::string_view) {
    if (!told.exchange(true)) failed.set_value();
  };
  test.start();
  auto limit = std::make_unique<OneDescriptorLeft>();
  RawClient client = test.client();  // takes the last one: the server has none to accept it with
  client.send(get("/"));
  failed.get_future().wait();
  limit.reset();
  CHECK(status_of(client.read_answer()) == 200);
}

}  // namespace
}  // namespace clocher::tests
