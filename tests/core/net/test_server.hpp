// A server on a port of the system, with a handler that records.
#pragma once

#include "core/net/server.hpp"
#include "tests/core/net/raw_client.hpp"
#include "tests/core/net/recording_handler.hpp"

#include <latch>
#include <string>
#include <utility>

namespace clocher::tests {

// Far away for phases that a test must not end, so that nothing depends on the speed of the machine.
inline constexpr std::chrono::milliseconds soon{50};

struct TestServer {
  RecordingHandler handler;
  net::ServerOptions options;
  std::unique_ptr<net::Server> server;

  void start() {
    server = std::make_unique<net::Server>(options, handler);
    server->start();
  }
  [[nodiscard]] RawClient client() const { return RawClient(server->port()); }
};

// Holds a handler until the test lets it go.
struct Gate {
  std::latch reached{1};
  std::latch opened{1};

  void pass() {
    reached.count_down();
    opened.wait();
  }
};

inline std::string get(const std::string& path, const std::string& fields = {}) {
  return "GET " + path + " HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n";
}

}  // namespace clocher::tests
