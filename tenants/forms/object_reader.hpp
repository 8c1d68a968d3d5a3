// Reads one JSON object of a definition property by property, keeping problems instead of stopping at one.
#pragma once

#include "core/json/json.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

struct Problem {
  std::string where;  // "steps[1].fields[0].label"
  std::string text;   // English, for whoever writes the JSON
};

class Problems {
 public:
  void add(std::string where, std::string text) {
    if (all_.size() < most) all_.push_back({std::move(where), std::move(text)});
  }
  // In the order in which they were found; after the hundredth nobody reads on.
  [[nodiscard]] const std::vector<Problem>& all() const { return all_; }

 private:
  static constexpr std::size_t most = 100;
  std::vector<Problem> all_;
};

// What is missing or of another type is a problem and reads as "", 0, false or an empty list.
class ObjectReader {
 public:
  ObjectReader(const json::Value& value, std::string where, Problems& problems);

  [[nodiscard]] std::string text(std::string_view name);           // required, not blank
  [[nodiscard]] std::string optional_text(std::string_view name);  // "" when absent
  [[nodiscard]] std::string identifier(std::string_view name);     // required, snake_case, at most 60 characters
  [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t minimum, std::int64_t maximum);
  [[nodiscard]] std::optional<std::int64_t> optional_number(std::string_view name, std::int64_t minimum,
                                                            std::int64_t maximum);
  [[nodiscard]] bool flag(std::string_view name);  // required
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);
  [[nodiscard]] const json::Array& list(std::string_view name);           // required, not empty
  [[nodiscard]] const json::Array& optional_list(std::string_view name);  // empty when absent
  [[nodiscard]] const json::Value* find(std::string_view name);           // nullptr when absent

  void wrong(std::string_view name, std::string text) { problems_.add(where(name), std::move(text)); }
  [[nodiscard]] std::string where(std::string_view name) const;
  [[nodiscard]] Problems& problems() { return problems_; }

  // A property that nobody asked for is a misspelling: a problem. Call last.
  void refuse_unknown();

 private:
  const json::Object* object_ = nullptr;
  std::string where_;
  Problems& problems_;
  std::set<std::string, std::less<>> known_;
};

[[nodiscard]] std::string item_path(std::string_view list_path, std::size_t index);  // "steps[2]"
[[nodiscard]] bool is_identifier(std::string_view text);

}  // namespace clocher::forms
