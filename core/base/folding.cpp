// One table for Latin letters, one switch for typography.
#include "core/base/folding.hpp"

#include <array>

namespace clocher {
namespace {

// U+00C0 to U+017F in ASCII; "" leaves the character as it is.
constexpr char32_t first_folded = 0xC0;
constexpr std::array<std::string_view, 192> folded = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // À
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  // Ð
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // à
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",   // ð
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // Ā
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // Đ
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // Ġ
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // İ
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // ŀ
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // Ő
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // Š
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // Ű
};

// Outside the table: typography and what Mac file names are made of.
void append_folded_other(std::string& out, char32_t code, std::string_view bytes) {
  const bool combining_mark = code >= 0x300 && code <= 0x36F;
  const bool invisible = code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0xFEFF;
  if (combining_mark || invisible) return;
  switch (code) {
    case 0xA0:
    case 0x2009:
    case 0x202F: out += ' '; return;
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BC:
    case 0x2032:
    case 0xB4: out += '\''; return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: out += '-'; return;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: out += '"'; return;
    case 0x2026: out += "..."; return;
    case 0x1E9E: out += "ss"; return;
    default: out += bytes;
  }
}

}  // namespace

void append_folded(std::string& out, char32_t code, std::string_view bytes) {
  if (code < 0x80) {
    out += code >= 'A' && code <= 'Z' ? static_cast<char>(code + ('a' - 'A')) : static_cast<char>(code);
    return;
  }
  const bool in_table = code >= first_folded && code < first_folded + folded.size();
  const std::string_view ascii = in_table ? folded[code - first_folded] : std::string_view();
  if (ascii.empty()) return append_folded_other(out, code, bytes);
  out += ascii;
}

}  // namespace clocher
