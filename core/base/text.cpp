// French-aware text tools.
#include "core/base/text.hpp"

#include "core/base/folding.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace clocher {
namespace {

constexpr std::size_t longest_slug = 63;  // a host label: RFC 1035 2.3.4

constexpr std::array<std::string_view, 10> spaces = {" ",  "\t",     "\n",     "\r",     "\v",
                                                     "\f", "\u00A0", "\u2009", "\u202F", "\uFEFF"};

enum class Edge { start, end };

// Size in bytes of the space that stands there, or 0.
std::size_t edge_space(std::string_view text, Edge edge) {
  for (const std::string_view space : spaces) {
    if (edge == Edge::start ? text.starts_with(space) : text.ends_with(space)) return space.size();
  }
  return 0;
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

// French elides before most names in H (d’Hyères), not before these, mostly Germanic or beginning with the adjective
// "haut". Drawn from INSEE's TNCC column, whose own answers in H vary from one département to the next.
constexpr std::array<std::string_view, 11> aspirated = {"hag", "ham", "han", "haut", "hei", "hem-",
                                                        "hi",  "ho",  "hun", "hus",  "hut"};

bool elides(std::string_view folded_name) {
  if (folded_name.empty()) return false;
  if (folded_name.front() != 'h') return std::string_view("aeiouy").find(folded_name.front()) != std::string_view::npos;
  return std::none_of(aspirated.begin(), aspirated.end(),
                      [&](std::string_view start) { return folded_name.starts_with(start); });
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (const std::size_t size = edge_space(text, Edge::start)) text.remove_prefix(size);
  while (const std::size_t size = edge_space(text, Edge::end)) text.remove_suffix(size);
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

std::string with_de(std::string_view commune_name) {
  const std::string name = with_typographic_apostrophes(trim(commune_name));
  const std::string_view view = name;
  if (view.starts_with("Le ")) return "du " + name.substr(3);
  if (view.starts_with("Les ")) return "des " + name.substr(4);
  return (elides(fold(name)) ? "d’" : "de ") + name;
}

std::string with_a(std::string_view commune_name) {
  const std::string name = with_typographic_apostrophes(trim(commune_name));
  if (name.starts_with("Le ")) return "au " + name.substr(3);
  if (name.starts_with("Les ")) return "aux " + name.substr(4);
  return "à " + name;
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
