// One JSON line per event on stderr. The only file that includes spdlog is log.cpp.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace clocher::log {

enum class Level { debug, info, warning, error };

// One value of an event. Text is only looked at while the call lasts, so temporaries are fine.
// Put ids there, never people: no name, no address, no e-mail, no secret.
struct Field {
  std::string_view key;
  std::variant<std::string_view, std::int64_t, double, bool> value;

  template <std::convertible_to<std::string_view> Text>
  Field(std::string_view name, const Text& text) : key(name), value(std::string_view(text)) {}

  template <class Number>
  requires std::is_arithmetic_v<Number> Field(std::string_view name, Number number) : key(name), value(widen(number)) {}

 private:
  template <class Number>
  static auto widen(Number number) {
    if constexpr (std::is_same_v<Number, bool>)
      return number;
    else if constexpr (std::is_floating_point_v<Number>)
      return static_cast<double>(number);
    else
      return static_cast<std::int64_t>(number);
  }
};

using Fields = std::initializer_list<Field>;

// log::info("request.answered", {{"commune", "72213"}, {"status", 200}});
// {"ts":"2026-11-24T09:32:00.123Z","level":"info","event":"request.answered","commune":"72213","status":200}
// Safe from any thread; never throws; bytes that are not UTF-8 become U+FFFD, a number that is not finite becomes null.
void debug(std::string_view event, Fields fields = {}) noexcept;
void info(std::string_view event, Fields fields = {}) noexcept;
void warning(std::string_view event, Fields fields = {}) noexcept;
void error(std::string_view event, Fields fields = {}) noexcept;

// Events below the level are dropped. The default is info.
void configure(Level level);

// For tests: lines go here instead of stderr as long as the object lives. One at a time.
class Capture {
 public:
  Capture();
  ~Capture();
  Capture(const Capture&) = delete;
  Capture& operator=(const Capture&) = delete;
  [[nodiscard]] std::vector<std::string> lines() const;  // without the line end

  class Sink;

 private:
  std::shared_ptr<Sink> sink_;  // shared with spdlog, which may be writing while we leave
};

}  // namespace clocher::log
