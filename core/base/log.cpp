// JSON lines through spdlog: one sink that a test may replace.
#include "core/base/log.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <mutex>

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/dist_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace clocher::log {

class Capture::Sink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  std::vector<std::string> lines() {
    const std::lock_guard lock(mutex_);
    return lines_;
  }

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    lines_.emplace_back(message.payload.data(), message.payload.size());
  }
  void flush_() override {}

  std::vector<std::string> lines_;
};

namespace {

struct Output {
  std::shared_ptr<spdlog::sinks::dist_sink_mt> sink = std::make_shared<spdlog::sinks::dist_sink_mt>();
  spdlog::logger logger{"clocher", sink};

  Output() {
    use_stderr();
    logger.set_pattern("%v");
    logger.flush_on(spdlog::level::trace);
  }
  void use_stderr() {
    auto target = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    target->set_pattern("%v");
    sink->set_sinks({std::move(target)});
  }
};

// Never destroyed: threads and static objects may log while the process ends.
Output& output() {
  static Output* const instance = new Output;
  return *instance;
}

spdlog::level::level_enum to_spdlog(Level level) {
  switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug: return "debug";
    case Level::info: return "info";
    case Level::warning: return "warning";
    case Level::error: return "error";
  }
  return "error";
}

void append_escaped(std::string& line, unsigned char byte) {
  switch (byte) {
    case '"': line += "\\\""; return;
    case '\\': line += "\\\\"; return;
    case '\n': line += "\\n"; return;
    case '\r': line += "\\r"; return;
    case '\t': line += "\\t"; return;
    default: break;
  }
  if (byte >= 0x20 && byte != 0x7f) {
    line += static_cast<char>(byte);
    return;
  }
  std::array<char, 8> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(byte));
  line += escape.data();
}

void append_string(std::string& line, std::string_view text) {
  const bool is_text = is_valid_utf8(text);
  line += '"';
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= 0x80 && !is_text)
      line += "\xEF\xBF\xBD";  // U+FFFD
    else
      append_escaped(line, byte);
  }
  line += '"';
}

void append_number(std::string& line, double number) {
  if (!std::isfinite(number)) {
    line += "null";
    return;
  }
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.9g", number);
  line += digits.data();
}

void append_value(std::string& line, const decltype(Field::value)& value) {
  if (const auto* text = std::get_if<std::string_view>(&value))
    append_string(line, *text);
  else if (const auto* whole = std::get_if<std::int64_t>(&value))
    line += std::to_string(*whole);
  else if (const auto* flag = std::get_if<bool>(&value))
    line += *flag ? "true" : "false";
  else
    append_number(line, std::get<double>(value));
}

std::string timestamp() {
  using namespace std::chrono;
  const auto milliseconds_now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  std::array<char, 8> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(milliseconds_now % 1000));
  std::string text = to_rfc3339(Instant{milliseconds_now / 1000});
  text.pop_back();
  return text + fraction.data();
}

std::string make_line(Level level, std::string_view event, Fields fields) {
  std::string line = R"({"ts":")" + timestamp() + R"(","level":")";
  line.append(name_of(level)).append(R"(","event":)");
  append_string(line, event);
  for (const Field& field : fields) {
    line += ',';
    append_string(line, field.key);
    line += ':';
    append_value(line, field.value);
  }
  return line + '}';
}

// Logging must not be the reason why a request fails: nothing useful can be done here with an exception.
void write(Level level, std::string_view event, Fields fields) noexcept {
  try {
    Output& out = output();
    if (!out.logger.should_log(to_spdlog(level))) return;
    const std::string line = make_line(level, event, fields);
    out.logger.log(to_spdlog(level), spdlog::string_view_t(line.data(), line.size()));
  } catch (...) {
    std::fputs("{\"level\":\"error\",\"event\":\"log.failed\"}\n", stderr);
  }
}

}  // namespace

void debug(std::string_view event, Fields fields) noexcept { write(Level::debug, event, fields); }
void info(std::string_view event, Fields fields) noexcept { write(Level::info, event, fields); }
void warning(std::string_view event, Fields fields) noexcept { write(Level::warning, event, fields); }
void error(std::string_view event, Fields fields) noexcept { write(Level::error, event, fields); }

void configure(Level level) { output().logger.set_level(to_spdlog(level)); }

Capture::Capture() : sink_(std::make_shared<Sink>()) { output().sink->set_sinks({sink_}); }
Capture::~Capture() { output().use_stderr(); }
std::vector<std::string> Capture::lines() const { return sink_->lines(); }

}  // namespace clocher::log
