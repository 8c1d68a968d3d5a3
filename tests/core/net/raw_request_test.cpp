// The suite of raw requests: what each one is answered, and that nothing hidden in it ever becomes a request.
#include "core/net/server.hpp"
#include "tests/core/net/raw_client.hpp"
#include "tests/core/net/raw_requests.hpp"
#include "tests/core/net/recording_handler.hpp"
#include "tests/support/catch.hpp"

namespace clocher::tests {
namespace {

struct Outcome {
  std::vector<int> statuses;
  std::vector<std::string> paths;
  bool closed_by_server = false;
};

Outcome play(const std::string& bytes) {
  RecordingHandler handler;
  net::ServerOptions options;
  options.worker_threads = 1;
  net::Server server(options, handler);
  server.start();
  RawClient client(server.port());
  client.send(bytes);
  // A marker tells a connection that still listens from one that was closed: it is answered, or it is not.
  client.send("GET /marker HTTP/1.1\r\nHost: a.example\r\n\r\n");
  client.end_sending();
  Outcome outcome{statuses_of(client.read_to_end()), handler.paths(), true};
  if (!outcome.paths.empty() && outcome.paths.back() == "/marker") {
    outcome.paths.pop_back();
    outcome.statuses.pop_back();
    outcome.closed_by_server = false;
  }
  return outcome;
}

TEST_CASE("each raw request has its one reading", "[net]") {
  for (const RawRequest& request : raw_requests()) {
    DYNAMIC_SECTION(request.name) {
      const Outcome outcome = play(request.bytes);
      CHECK(outcome.statuses == request.statuses);
      CHECK(outcome.paths == request.paths);
      CHECK(outcome.closed_by_server == (request.after == After::closed));
    }
  }
}

TEST_CASE("the raw suite does not shrink", "[net]") { CHECK(raw_requests().size() >= 56); }

}  // namespace
}  // namespace clocher::tests
