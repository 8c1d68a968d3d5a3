// Id<Dossier>: a row number that cannot be mistaken for another table's.
#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace clocher {

template <class Tag>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
};

// Strictly 1..19 digits without sign nor leading zero, as they stand in a URL.
template <class Tag>
[[nodiscard]] std::optional<Id<Tag>> parse_id(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || value <= 0 || text.front() == '0' || text.front() == '-') return std::nullopt;
  return Id<Tag>{value};
}

}  // namespace clocher
