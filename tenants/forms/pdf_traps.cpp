// PDF: no script, no launch action, nothing appended. What hides in compressed object streams is ClamAV's to find.
#include "tenants/forms/upload_traps.hpp"

#include "tenants/forms/zip_directory.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace clocher::forms {
namespace {

// Names of ISO 32000-1 that make a reader run, play or start something (12.6.4.5, 12.6.4.16, 13).
constexpr std::array<std::string_view, 4> forbidden_names = {"JavaScript", "Launch", "RichMedia", "Rendition"};
constexpr std::size_t longest_name = 64;
constexpr std::string_view delimiters("()<>[]{}/% \t\r\n\f\0", 16);

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The name after a slash with its #xx escapes read: "J#61vaScript" is JavaScript.
std::string name_at(std::string_view bytes, std::size_t at) {
  std::string name;
  while (at < bytes.size() && name.size() < longest_name && delimiters.find(bytes[at]) == std::string_view::npos) {
    const bool is_escape = bytes[at] == '#' && at + 2 < bytes.size();
    const int high = is_escape ? hexadecimal(bytes[at + 1]) : -1;
    const int low = is_escape ? hexadecimal(bytes[at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      name += static_cast<char>(high * 16 + low);
      at += 3;
    } else {
      name += bytes[at++];
    }
  }
  return name;
}

bool holds_forbidden_name(std::string_view bytes) {
  for (std::size_t at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
    const std::string name = name_at(bytes, at + 1);
    if (std::find(forbidden_names.begin(), forbidden_names.end(), name) != forbidden_names.end()) return true;
  }
  return false;
}

}  // namespace

Verdict examine_pdf(std::string_view bytes) {
  if (!bytes.starts_with("%PDF-1.") && !bytes.starts_with("%PDF-2.")) return Verdict::damaged;
  if (bytes.rfind("%%EOF") == std::string_view::npos) return Verdict::damaged;
  if (ends_as_zip(bytes) || holds_forbidden_name(bytes)) return Verdict::dangerous;
  return Verdict::fine;
}

}  // namespace clocher::forms
