// Cleans file names sent by clients.
#include "core/http/file_name.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>

namespace clocher::http {
namespace {

constexpr std::size_t longest_extension_bytes = 16;

// U+202E and its kin show "annexe<U+202E>fdp.exe" as "annexeexe.pdf".
bool is_dropped(char32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  const bool direction =
      code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return control || direction || code == 0x2028 || code == 0x2029;
}

std::string without_dropped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    if (character.size_bytes == 0) return out;
    if (!is_dropped(character.code)) out += text.substr(0, character.size_bytes);
    text.remove_prefix(character.size_bytes);
  }
  return out;
}

std::string_view cut_between_characters(std::string_view text, std::size_t size_bytes) {
  const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
  while (size_bytes > 0 && size_bytes < text.size() && continues(size_bytes)) --size_bytes;
  return text.substr(0, size_bytes);
}

std::string shortened(std::string_view name) {
  if (name.size() <= longest_file_name_bytes) return std::string(name);
  const std::size_t dot = name.rfind('.');
  const bool keeps = dot != std::string_view::npos && name.size() - dot <= longest_extension_bytes;
  const std::string_view extension = keeps ? name.substr(dot) : std::string_view();
  const std::string_view stem = name.substr(0, name.size() - extension.size());
  return std::string(cut_between_characters(stem, longest_file_name_bytes - extension.size())) + std::string(extension);
}

}  // namespace

std::string safe_file_name(std::string_view text) {
  const std::size_t separator = text.find_last_of("/\\");
  if (separator != std::string_view::npos) text.remove_prefix(separator + 1);
  const std::string cleaned = without_dropped(text);
  const std::string_view name = trim(cleaned);
  const bool only_dots = std::all_of(name.begin(), name.end(), [](char c) { return c == '.'; });
  return only_dots ? std::string() : shortened(name);
}

}  // namespace clocher::http
