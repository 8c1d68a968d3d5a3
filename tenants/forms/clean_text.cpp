// Cleans text character by character.
#include "tenants/forms/clean_text.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

constexpr int most_line_ends = 2;

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

bool is_space(char32_t code) {
  return code == ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x3000;
}

// Zero-width characters and those that turn the reading direction: "gpj.exe" shown as "exe.jpg". U+200D stays, emoji
// need it.
bool is_invisible(char32_t code) {
  return code == 0xAD || code == 0x200B || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB);
}

enum class LineEnds { become_spaces, stay };

class Cleaner {
 public:
  explicit Cleaner(LineEnds line_ends) : line_ends_(line_ends) {}

  void take(char32_t code, std::string_view bytes) {
    if (is_line_end(code) && line_ends_ == LineEnds::stay) {
      ++pending_line_ends_;
    } else if (is_line_end(code) || is_space(code) || is_control(code)) {
      if (pending_line_ends_ == 0)
        pending_space_ = bytes == "\u00A0" || bytes == "\u202F" ? bytes : std::string_view(" ");
    } else if (!is_invisible(code)) {
      put_gap();
      out_ += bytes;
    }
  }

  std::string result() && { return std::move(out_); }

 private:
  static bool is_line_end(char32_t code) { return code == '\n' || code == 0x2028 || code == 0x2029; }

  void put_gap() {
    if (!out_.empty() && pending_line_ends_ > 0) {
      out_.append(static_cast<std::size_t>(std::min(pending_line_ends_, most_line_ends)), '\n');
    } else if (!out_.empty()) {
      out_ += pending_space_;
    }
    pending_line_ends_ = 0;
    pending_space_ = {};
  }

  LineEnds line_ends_;
  std::string out_;
  int pending_line_ends_ = 0;
  std::string_view pending_space_;
};

std::string clean(std::string_view text, LineEnds line_ends) {
  Cleaner cleaner(line_ends);
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    const std::size_t size = std::max<std::size_t>(character.size_bytes, 1);
    if (character.size_bytes > 0) cleaner.take(character.code, text.substr(0, size));  // a stray byte goes
    text.remove_prefix(size);
  }
  return std::move(cleaner).result();
}

}  // namespace

std::string clean_line(std::string_view text) { return clean(text, LineEnds::become_spaces); }

std::string clean_block(std::string_view text) { return clean(text, LineEnds::stay); }

}  // namespace clocher::forms
