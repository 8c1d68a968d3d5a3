// French-aware text tools, driven by one folding table.
#include "core/base/text.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace clocher {
namespace {

constexpr std::size_t longest_slug = 63;  // a host label: RFC 1035 2.3.4

constexpr std::array<std::string_view, 10> spaces = {" ",      "\t",     "\n",     "\r",     "\v",
                                                     "\f", "\u00A0", "\u2009", "\u202F", "\uFEFF"};

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
    case 0xA0: case 0x2009: case 0x202F: out += ' '; return;
    case 0x2018: case 0x2019: case 0x201B: case 0x2BC: case 0x2032: case 0xB4: out += '\''; return;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: out += '-'; return;
    case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB: out += '"'; return;
    case 0x2026: out += "..."; return;
    case 0x1E9E: out += "ss"; return;
    default: out += bytes;
  }
}

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

bool is_slug_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_unreserved(char c) {
  return is_slug_character(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' || c == '~';
}

int hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "L'Île-d'Yeu" as it is printed: with the typographic apostrophe.
std::string with_typographic_apostrophes(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '\'') {
      out += "’";
    } else {
      out += c;
    }
  }
  return out;
}

// French elides before most names in H (d’Hyères), not before these, mostly Germanic or beginning with the adjective
// "haut". Drawn from INSEE's TNCC column, whose own answers in H vary from one département to the next.
constexpr std::array<std::string_view, 11> aspirated = {"hag", "ham", "han", "haut", "hei", "hem-", "hi", "ho", "hun", "hus", "hut"};

bool elides(std::string_view folded_name) {
  if (folded_name.empty()) return false;
  if (folded_name.front() != 'h') return std::string_view("aeiouy").find(folded_name.front()) != std::string_view::npos;
  return std::none_of(aspirated.begin(), aspirated.end(), [&](std::string_view start) { return folded_name.starts_with(start); });
}

}  // namespace

std::string_view trim(std::string_view text) {
  const auto strip = [&text](auto touches, auto remove) {
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view space : spaces) {
        if (!touches(space)) continue;
        remove(space.size());
        again = true;
      }
    }
  };
  strip([&](std::string_view space) { return text.starts_with(space); }, [&](std::size_t size) { text.remove_prefix(size); });
  strip([&](std::string_view space) { return text.ends_with(space); }, [&](std::size_t size) { text.remove_suffix(size); });
  return text;
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = first_character(text).size_bytes;
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

std::size_t length_in_characters(std::string_view text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    const std::size_t size = std::max<std::size_t>(character.size_bytes, 1);  // a stray byte stays as it is
    const char32_t code = character.size_bytes == 0 ? 0xFFFD : character.code;
    append_folded(out, code, text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    if (out.size() == longest_slug) break;
    if (is_slug_character(c)) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0x0FU];
  }
  return out;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (text.size() - i < 3) return std::nullopt;
    const int high = hexadecimal_digit(text[i + 1]);
    const int low = hexadecimal_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::string with_de(std::string_view commune_name) {
  const std::string name = with_typographic_apostrophes(trim(commune_name));
  const std::string_view view = name;
  if (view.starts_with("Le ")) return "du " + name.substr(3);
  if (view.starts_with("Les ")) return "des " + name.substr(4);
  return (elides(fold(name)) ? "d’" : "de ") + name;
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    const std::size_t size = std::max<std::size_t>(character.size_bytes, 1);
    const char32_t code = character.size_bytes == 0 ? 0xFFFD : character.code;
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
    if (control) {
      out += ' ';
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace clocher
