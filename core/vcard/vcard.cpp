// Writes vCard 3.0.
#include "core/vcard/vcard.hpp"

#include <array>
#include <cstdio>
#include <string_view>

namespace clocher {
namespace {

constexpr std::size_t longest_line_bytes = 75;

// RFC 2426 §4: backslash, comma, semicolon and line ends; no other control character is left.
std::string escaped(std::string_view value) {
  std::string text;
  for (const char c : value) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '\\' || c == ',' || c == ';') text += '\\';
    if (c == '\n')
      text += "\\n";
    else if (code >= 0x20 && code != 0x7F)
      text += c;
  }
  return text;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void append_line(std::string& out, std::string_view line) {
  std::size_t room = longest_line_bytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(line[cut])) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = longest_line_bytes - 1;  // the space before it counts
  }
  out.append(line).append("\r\n");
}

void append(std::string& out, std::string_view property, std::string_view value) {
  if (!value.empty()) append_line(out, std::string(property) + ":" + escaped(value));
}

}  // namespace

std::string to_text(const VCard& card) {
  std::string out = "BEGIN:VCARD\r\nVERSION:3.0\r\n";
  append_line(out, "N:" + escaped(card.name) + ";;;;");
  append(out, "FN", card.name);
  append(out, "ORG", card.organisation);
  append(out, "TITLE", card.title);
  if (!card.street.empty() || !card.city.empty())
    append_line(out, "ADR;TYPE=work:;;" + escaped(card.street) + ";" + escaped(card.city) + ";;" +
                         escaped(card.postcode) + ";France");
  for (const std::string& phone : card.phones) append(out, "TEL;TYPE=work,voice", phone);
  append(out, "EMAIL;TYPE=internet", card.email);
  append(out, "URL", card.url);
  append(out, "NOTE", card.note);
  if (card.position) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "GEO:%.6f;%.6f", card.position->first, card.position->second);
    append_line(out, text.data());
  }
  return out + "END:VCARD\r\n";
}

}  // namespace clocher
