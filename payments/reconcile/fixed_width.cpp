// Cuts each line where the layout says; characters are counted, for names with accents stand before the amounts.
#include "core/base/text.hpp"
#include "core/base/utf8.hpp"
#include "payments/reconcile/reading.hpp"
#include "payments/reconcile/statement.hpp"

#include <algorithm>

namespace clocher::payments::reconcile {
namespace {

constexpr std::size_t most_lines = 20'000;
constexpr std::size_t most_characters = 2'000;  // of one line

// Where each character of a line begins, its end included. In a file that is not UTF-8 one byte is one character.
std::vector<std::size_t> starts_of(std::string_view line) {
  std::vector<std::size_t> starts;
  const bool is_utf8 = is_valid_utf8(line);
  for (std::size_t at = 0; at < line.size(); at += is_utf8 ? first_character(line.substr(at)).size_bytes : 1)
    starts.push_back(at);
  starts.push_back(line.size());
  return starts;
}

std::string cut(std::string_view line, const std::vector<std::size_t>& starts, Slice slice) {
  const std::size_t characters = starts.size() - 1;
  const std::size_t from = std::min(slice.start - 1, characters);
  const std::size_t to = std::min(from + slice.length, characters);
  return std::string(trim(line.substr(starts[from], starts[to] - starts[from])));
}

bool is_usable(Slice slice) {
  return slice.start > 0 && slice.length > 0 && slice.start <= most_characters && slice.length <= most_characters;
}

}  // namespace

Result<Statement> read_fixed_width(std::string_view bytes, const FixedLayout& layout, AmountUnit unit) {
  if (!is_usable(layout.date) || !is_usable(layout.reference) || !is_usable(layout.amount) ||
      (!layout.marker.empty() && !is_usable(layout.kind)))
    return fail(ErrorKind::invalid, "statement.layout");
  std::vector<RawLine> lines;
  std::size_t row = 0;
  for (std::string_view line : split(bytes, '\n')) {
    ++row;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty()) continue;
    if (row > most_lines || line.size() > 4 * most_characters) return fail(ErrorKind::too_large, "statement.too_large");
    const auto starts = starts_of(line);
    if (!layout.marker.empty() && cut(line, starts, layout.kind) != layout.marker) continue;
    lines.push_back(
        {row, cut(line, starts, layout.date), cut(line, starts, layout.reference), cut(line, starts, layout.amount)});
  }
  return make_statement(lines, unit);
}

}  // namespace clocher::payments::reconcile
