// The reader without a socket: what is read does not depend on how the bytes were cut.
#include "core/net/request_reader.hpp"
#include "tests/core/net/raw_requests.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace clocher::tests {
namespace {

using Step = net::RequestReader::Step;

// Feeds at most `piece` bytes at a time.
class Feeder {
 public:
  Feeder(net::RequestReader& reader, std::string_view bytes, std::size_t piece)
      : reader_(reader), bytes_(bytes), piece_(piece) {}

  [[nodiscard]] bool feed() {
    const auto room = reader_.room();
    const std::size_t size = std::min({piece_, room.size_bytes, bytes_.size()});
    std::memcpy(room.data, bytes_.data(), size);
    bytes_.remove_prefix(size);
    reader_.commit(size);
    return size > 0;
  }

 private:
  net::RequestReader& reader_;
  std::string_view bytes_;
  std::size_t piece_;
};

// Statuses as the server would give them: 200 for each request that is whole.
std::vector<int> read_all(const std::string& bytes, std::size_t piece) {
  const net::Limits limits;
  net::RequestReader reader(limits);
  Feeder feeder(reader, bytes, piece);
  std::vector<int> statuses;
  while (true) {
    http::Request request;
    Step step = reader.read_head(request);
    while (step == Step::need_more && feeder.feed()) step = reader.read_head(request);
    if (step == Step::complete && reader.has_body()) {
      step = reader.begin_body(100'000);
      if (step == Step::complete) step = reader.read_body(request);
      while (step == Step::need_more && feeder.feed()) step = reader.read_body(request);
    }
    if (step == Step::need_more) return statuses;
    statuses.push_back(step == Step::complete ? 200 : reader.status());
    if (step == Step::refused || reader.wants_close()) return statuses;
    reader.next();
  }
}

TEST_CASE("requests are read the same whatever the pieces they come in", "[net]") {
  for (const RawRequest& request : raw_requests()) {
    for (const std::size_t piece : {1U, 3U, 1'000U}) {
      CAPTURE(request.name, piece);
      CHECK(read_all(request.bytes, piece) == request.statuses);
    }
  }
}

http::Request read_one(const std::string& bytes) {
  const net::Limits limits;
  net::RequestReader reader(limits);
  Feeder feeder(reader, bytes, bytes.size());
  http::Request request;
  while (reader.read_head(request) == Step::need_more) REQUIRE(feeder.feed());
  return request;
}

TEST_CASE("a head becomes a request with a decoded path and a plain host", "[net]") {
  const http::Request request =
      read_one("POST /caf%C3%A9?q=%20 HTTP/1.1\r\nHost: A.Example.:80\r\nAccept:  text/html \r\n\r\n");
  CHECK(request.method == http::Method::post);
  CHECK(request.path == "/caf\xc3\xa9");
  CHECK(request.query == "q=%20");
  CHECK(request.host == "a.example");
  CHECK(request.headers.get("accept") == "text/html");
}

TEST_CASE("fields that name another host never reach a handler", "[net]") {
  const http::Request request = read_one(
      "GET / HTTP/1.1\r\nHost: a.example\r\nX-Forwarded-Host: b.example\r\nForwarded: host=b.example\r\n"
      "x-forwarded-server: b.example\r\n\r\n");
  CHECK(request.host == "a.example");
  CHECK(request.headers.all().size() == 1);
}

TEST_CASE("a refused head keeps its method, so that HEAD gets no body", "[net]") {
  const net::Limits limits;
  net::RequestReader reader(limits);
  const std::string bytes = "HEAD / HTTP/1.1\r\n\r\n";
  Feeder feeder(reader, bytes, bytes.size());
  REQUIRE(feeder.feed());
  http::Request request;
  CHECK(reader.read_head(request) == Step::refused);
  CHECK(reader.status() == 400);
  CHECK(request.method == http::Method::head);
}

}  // namespace
}  // namespace clocher::tests
