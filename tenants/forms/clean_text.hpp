// Makes typed text safe to keep: no control, direction-changing or invisible characters.
#pragma once

#include <string>
#include <string_view>

namespace clocher::forms {

// One line: line ends and tabs become spaces, runs of spaces one, ends trimmed. Input is UTF-8 (http::Form sees to it).
[[nodiscard]] std::string clean_line(std::string_view text);

// Several lines: line ends stay, at most two in a row; no trailing spaces; ends trimmed.
[[nodiscard]] std::string clean_block(std::string_view text);

}  // namespace clocher::forms
