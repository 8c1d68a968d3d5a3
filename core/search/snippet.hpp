// The passage of a text that answers best, its words marked.
#pragma once

#include "core/search/french.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace clocher::search {

// Plain text: who shows it escapes it.
struct Segment {
  std::string text;
  bool is_marked = false;
};

// About 30 words of the first 30 000 bytes, "…" where it was cut; the beginning when no word stands in it.
[[nodiscard]] std::vector<Segment> snippet(std::string_view text, const std::unordered_set<std::string>& stems,
                                           Analyzer& analyzer);

}  // namespace clocher::search
