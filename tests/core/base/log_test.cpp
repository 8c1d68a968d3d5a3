// What a log line looks like, whatever it is given.
#include "core/base/log.hpp"

#include "core/json/json.hpp"
#include "tests/support/catch.hpp"

#include <limits>
#include <thread>

using namespace clocher;

namespace {

json::Object only_line(const log::Capture& capture) {
  const auto lines = capture.lines();
  REQUIRE(lines.size() == 1);
  return json::parse_trusted(lines.front()).as_object();
}

}  // namespace

TEST_CASE("an event is one JSON object with time, level, name and typed fields", "[log]") {
  const log::Capture capture;
  log::info("request.answered", {{"status", 200}, {"commune", "72213"}, {"seconds", 0.25}, {"cached", false}});
  const auto line = only_line(capture);
  CHECK(json::string_or(line, "level") == "info");
  CHECK(json::string_or(line, "event") == "request.answered");
  CHECK(json::find_integer(line, "status") == 200);
  CHECK(json::string_or(line, "commune") == "72213");
  CHECK(line.at("seconds").as_double() == 0.25);
  CHECK_FALSE(line.at("cached").as_bool());
}

TEST_CASE("the time of an event is RFC 3339 in UTC with milliseconds", "[log]") {
  const log::Capture capture;
  log::warning("x");
  const auto time = json::string_or(only_line(capture), "ts");
  CHECK_THAT(time, Catch::Matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\dZ"));
}

TEST_CASE("a value cannot end its line nor its string", "[log]") {
  const log::Capture capture;
  const std::string hostile = "a\"}\n{\"event\":\"forged\\\r\t\x01\x7f";
  log::error("x", {{"name", hostile}});
  CHECK(capture.lines().front().find('\n') == std::string::npos);
  CHECK(json::string_or(only_line(capture), "name") == hostile);
}

TEST_CASE("a NUL inside a value is kept as an escape", "[log]") {
  const log::Capture capture;
  log::info("x", {{"name", std::string("a\0b", 3)}});
  CHECK(json::string_or(only_line(capture), "name") == std::string("a\0b", 3));
}

TEST_CASE("bytes that are not UTF-8 become replacement characters", "[log]") {
  const log::Capture capture;
  log::info("x", {{"name", std::string("caf\xE9")}});
  CHECK(json::string_or(only_line(capture), "name") == "caf\uFFFD");
}

TEST_CASE("French text stays readable in a log line", "[log]") {
  const log::Capture capture;
  log::info("x", {{"state", "terminé"}});
  CHECK(capture.lines().front().find("\"terminé\"") != std::string::npos);
}

TEST_CASE("a number that JSON cannot write becomes null", "[log]") {
  const log::Capture capture;
  log::info("x",
            {{"ratio", std::numeric_limits<double>::quiet_NaN()}, {"size", std::numeric_limits<double>::infinity()}});
  const auto line = only_line(capture);
  CHECK(line.at("ratio").is_null());
  CHECK(line.at("size").is_null());
}

TEST_CASE("events below the configured level are dropped", "[log]") {
  const log::Capture capture;
  log::configure(log::Level::warning);
  log::info("quiet");
  log::warning("loud");
  log::configure(log::Level::info);
  log::debug("still quiet");
  CHECK(json::string_or(only_line(capture), "event") == "loud");
}

TEST_CASE("lines of several threads are never mixed", "[log]") {
  const log::Capture capture;
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([number] {
      for (int turn = 0; turn < 100; ++turn) log::info("turn", {{"thread", number}, {"text", std::string(200, 'x')}});
    });
  }
  for (auto& thread : threads) thread.join();
  const auto lines = capture.lines();
  REQUIRE(lines.size() == 400);
  for (const auto& line : lines) CHECK(json::parse(line).has_value());
}
