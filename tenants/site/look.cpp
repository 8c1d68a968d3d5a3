// Checks and saves the look.
#include "tenants/site/look.hpp"

#include "core/base/text.hpp"
#include "tenants/site/accent.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_credits = 300;

// The accents of api/styles/10-palette.css by day.
struct Theme {
  std::string_view name, accent;
};
constexpr std::array<Theme, 6> themes = {{{"theme-ardoise", "3f5468"},
                                          {"theme-tilleul", "47601f"},
                                          {"theme-ocre", "84500f"},
                                          {"theme-garance", "962d39"},
                                          {"theme-lavande", "604e8c"},
                                          {"theme-ocean", "155f73"}}};
constexpr std::array<std::string_view, 4> licences = {"", "ouverte", "by-sa", "reserved"};

std::vector<FieldError> check(const LookInput& input) {
  std::vector<FieldError> errors;
  if (std::ranges::find(themes, input.theme, &Theme::name) == themes.end())
    errors.push_back({"theme", "look.theme", {}});
  if (std::ranges::find(licences, input.licence) == licences.end()) errors.push_back({"licence", "look.licence", {}});
  if (length_in_characters(input.photo_credits) > longest_credits)
    errors.push_back({"photo_credits", "input.too_long", {{"maximum", std::to_string(longest_credits)}}});
  if (input.accent.empty()) return errors;
  const auto nearest = nearest_accent(input.accent);
  if (!nearest)
    errors.push_back({"accent", "look.accent", {}});
  else if (!is_readable_accent(input.accent))
    errors.push_back({"accent", "look.contrast", {{"nearest", "#" + *nearest}}});
  return errors;
}

}  // namespace

Result<Profile> save_look(Tenant& tenant, const Actor& actor, const LookInput& input, Instant now) {
  std::vector<FieldError> errors = check(input);
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  const std::string accent = input.accent.empty() ? "" : nearest_accent(input.accent).value();
  return tenant.write([&](db::Tx& tx) -> Result<Profile> {
    tx.run("UPDATE profile SET theme = ?, accent = ?, photo_credits = ?, licence = ?, updated_at = ? WHERE id = 1",
           input.theme, accent, one_line(trim(input.photo_credits)), input.licence, now);
    append_event(tx, actor, {"profile", 1}, "look.changed", "", now);
    return read_profile(tx);
  });
}

std::string shown_accent(const Profile& profile) {
  if (!profile.accent.empty()) return profile.accent;
  const auto theme = std::ranges::find(themes, profile.theme, &Theme::name);
  return std::string(theme == themes.end() ? themes.front().accent : theme->accent);
}

}  // namespace clocher::tenants
