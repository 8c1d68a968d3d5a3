// What counts as an address of the commune's own site.
#pragma once

#include <algorithm>
#include <string_view>

namespace clocher::tenants {

// "/vivre-ici/dechets": absolute, no query, no host in disguise ("//x", "/\x"), at most 200 bytes of printable text.
[[nodiscard]] constexpr bool is_site_path(std::string_view path) {
  if (path.empty() || path.size() > 200 || path.front() != '/' || path.find("//") != std::string_view::npos) return false;
  return std::ranges::all_of(path, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte != 0x7F && c != '\\' && c != '?' && c != '#' && c != '<' && c != '>' && c != '"';
  });
}

}  // namespace clocher::tenants
