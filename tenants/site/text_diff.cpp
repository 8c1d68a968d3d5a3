// Longest common subsequence, of lines first, then of words within what changed.
#include "tenants/site/text_diff.hpp"

#include <algorithm>
#include <cstdint>

namespace clocher::tenants {
namespace {

using Tokens = std::vector<std::string_view>;
using Parts = std::vector<DiffPart>;

constexpr std::size_t largest_table = 4'000'000;  // cells of 4 bytes, for the time of one comparison

// Lines with their line ends.
Tokens lines_of(std::string_view text) {
  Tokens lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Words and what lies between them.
Tokens words_of(std::string_view text) {
  Tokens words;
  const auto is_gap = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  while (!text.empty()) {
    const bool in_gap = is_gap(text.front());
    std::size_t size = 1;
    while (size < text.size() && is_gap(text[size]) == in_gap) ++size;
    words.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return words;
}

void append(Parts& parts, DiffKind kind, std::string_view text) {
  if (text.empty()) return;
  if (!parts.empty() && parts.back().kind == kind)
    parts.back().text += text;
  else
    parts.push_back({kind, std::string(text)});
}

std::string joined(const Tokens& tokens, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += tokens[i];
  return text;
}

// lengths[i][j]: of the longest common subsequence of old[i..] and new[j..].
std::vector<std::uint32_t> lengths_of(const Tokens& old_tokens, const Tokens& new_tokens) {
  const std::size_t width = new_tokens.size() + 1;
  std::vector<std::uint32_t> lengths((old_tokens.size() + 1) * width, 0);
  for (std::size_t i = old_tokens.size(); i-- > 0;) {
    for (std::size_t j = new_tokens.size(); j-- > 0;) {
      lengths[i * width + j] = old_tokens[i] == new_tokens[j]
                                   ? lengths[(i + 1) * width + j + 1] + 1
                                   : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return lengths;
}

struct Trimmed {
  Tokens old_tokens, new_tokens;
  std::string before, after;  // what both begin and end with
};

Trimmed trimmed(const Tokens& old_tokens, const Tokens& new_tokens) {
  const std::size_t shorter = std::min(old_tokens.size(), new_tokens.size());
  std::size_t head = 0;
  while (head < shorter && old_tokens[head] == new_tokens[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && old_tokens[old_tokens.size() - 1 - tail] == new_tokens[new_tokens.size() - 1 - tail])
    ++tail;
  const auto middle = [&](const Tokens& tokens) {
    return Tokens(tokens.begin() + static_cast<std::ptrdiff_t>(head), tokens.end() - static_cast<std::ptrdiff_t>(tail));
  };
  return {middle(old_tokens), middle(new_tokens), joined(old_tokens, 0, head),
          joined(old_tokens, old_tokens.size() - tail, old_tokens.size())};
}

// Calls same(text) and changed(old, new) in order.
template <class Same, class Changed>
void walk(const Tokens& all_old, const Tokens& all_new, Same same, Changed changed) {
  const Trimmed both = trimmed(all_old, all_new);
  const Tokens &old_tokens = both.old_tokens, &new_tokens = both.new_tokens;
  same(both.before);
  if ((old_tokens.size() + 1) * (new_tokens.size() + 1) > largest_table) {
    changed(joined(old_tokens, 0, old_tokens.size()), joined(new_tokens, 0, new_tokens.size()));
  } else {
    const std::vector<std::uint32_t> lengths = lengths_of(old_tokens, new_tokens);
    const std::size_t width = new_tokens.size() + 1;
    std::string removed, added;
    std::size_t i = 0, j = 0;
    while (i < old_tokens.size() || j < new_tokens.size()) {
      const bool has_both = i < old_tokens.size() && j < new_tokens.size();
      if (has_both && old_tokens[i] == new_tokens[j]) {
        changed(removed, added);
        removed.clear(), added.clear();
        same(old_tokens[i]);
        ++i, ++j;
      } else if (j == new_tokens.size() ||
                 (i < old_tokens.size() && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
        removed += old_tokens[i++];
      } else {
        added += new_tokens[j++];
      }
    }
    changed(removed, added);
  }
  same(both.after);
}

}  // namespace

std::vector<DiffPart> diff_texts(std::string_view old_text, std::string_view new_text) {
  Parts parts;
  const auto same = [&](std::string_view text) { append(parts, DiffKind::same, text); };
  const auto replaced = [&](std::string_view removed, std::string_view added) {
    append(parts, DiffKind::removed, removed);
    append(parts, DiffKind::added, added);
  };
  walk(lines_of(old_text), lines_of(new_text), same, [&](const std::string& removed, const std::string& added) {
    walk(words_of(removed), words_of(added), same, replaced);
  });
  return parts;
}

}  // namespace clocher::tenants
