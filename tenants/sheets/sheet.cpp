// Names and addresses of sheets.
#include "tenants/sheets/sheet.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::sheets {
namespace {

struct Names {
  std::string_view ours, short_name, on_service_public;
};

constexpr std::array<Names, 3> names = {{{"particuliers", "part", "particuliers"},
                                         {"professionnels", "pro", "professionnels-entreprises"},
                                         {"associations", "asso", "associations"}}};

const Names& names_of(Audience audience) { return names[static_cast<std::size_t>(audience)]; }

}  // namespace

std::string_view to_string(Audience audience) { return names_of(audience).ours; }

std::optional<Audience> parse_audience(std::string_view text) {
  const std::string word = fold(text);
  for (const Audience audience : audiences) {
    const Names& known = names_of(audience);
    if (word == known.ours || word == known.short_name || word == known.on_service_public) return audience;
  }
  return std::nullopt;
}

bool is_sheet_id(std::string_view text) {
  constexpr std::size_t longest = 8;
  if (text.size() < 2 || text.size() > longest) return false;
  const bool is_known = text[0] == 'F' || text[0] == 'N' || text[0] == 'R';
  return is_known && std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

std::string path_of(Audience audience, std::string_view id) {
  std::string path = "/fiches/";
  if (audience != Audience::particuliers) path.append(to_string(audience)).append("/");
  return path.append(id);
}

std::string service_public_url(Audience audience, std::string_view id) {
  return "https://www.service-public.fr/" + std::string(names_of(audience).on_service_public) + "/vosdroits/" +
         std::string(id);
}

}  // namespace clocher::sheets
