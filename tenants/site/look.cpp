// Checks and saves the look.
#include "tenants/site/look.hpp"

#include "core/base/text.hpp"
#include "tenants/site/accent.hpp"
#include "tenants/site/media.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_welcome = 200;

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

std::vector<FieldError> check(const LookInput& input) {
  std::vector<FieldError> errors;
  if (std::ranges::find(themes, input.theme, &Theme::name) == themes.end())
    errors.push_back({"theme", "look.theme", {}});
  if (length_in_characters(input.welcome) > longest_welcome)
    errors.push_back({"welcome", "input.too_long", {{"maximum", std::to_string(longest_welcome)}}});
  if (input.accent.empty()) return errors;
  const auto nearest = nearest_accent(input.accent);
  if (!nearest)
    errors.push_back({"accent", "look.accent", {}});
  else if (!is_readable_accent(input.accent))
    errors.push_back({"accent", "look.contrast", {{"nearest", "#" + *nearest}}});
  return errors;
}

// The logo says nothing that the name beside it does not; the photo does.
std::vector<FieldError> check_pictures(db::ReadTx& tx, const LookInput& input) {
  std::vector<FieldError> errors;
  const auto find = [&](const char* field, std::optional<std::int64_t> id) -> std::optional<Media> {
    if (!id) return std::nullopt;
    auto media = find_media(tx, Id<Media>{*id});
    if (media && !media->deleted_at && media->kind == MediaKind::image) return media;
    errors.push_back({field, "look.picture", {}});
    return std::nullopt;
  };
  (void)find("logo_id", input.logo_id);
  const auto hero = find("hero_id", input.hero_id);
  if (hero && hero->lacks_alt()) errors.push_back({"hero_id", "look.hero_alt", {}});
  return errors;
}

Failure refused(std::vector<FieldError> errors) {
  return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
}

}  // namespace

LookInput look_of(const Profile& profile) {
  return {profile.theme, profile.accent, profile.logo_id, profile.hero_id, profile.welcome};
}

Result<Profile> save_look(Tenant& tenant, const Actor& actor, const LookInput& input, Instant now) {
  return tenant.write([&](db::Tx& tx) { return change_look(tx, actor, input, now); });
}

Result<Profile> change_look(db::Tx& tx, const Actor& actor, const LookInput& input, Instant now) {
  std::vector<FieldError> errors = check(input);
  for (FieldError& error : check_pictures(tx, input)) errors.push_back(std::move(error));
  if (!errors.empty()) return refused(std::move(errors));
  const std::string accent = input.accent.empty() ? "" : nearest_accent(input.accent).value();
  tx.run(
      "UPDATE profile SET theme = ?, accent = ?, logo_id = ?, hero_id = ?, welcome = ?, updated_at = ? WHERE id = 1",
      input.theme, accent, input.logo_id, input.hero_id, one_line(trim(input.welcome)), now);
  append_event(tx, actor, {"profile", 1}, "look.changed", "", now);
  return read_profile(tx);
}

std::string own_accent(const Profile& profile) { return is_readable_accent(profile.accent) ? profile.accent : ""; }

std::string shown_accent(const Profile& profile) {
  if (std::string own = own_accent(profile); !own.empty()) return own;
  const auto theme = std::ranges::find(themes, profile.theme, &Theme::name);
  return std::string(theme == themes.end() ? themes.front().accent : theme->accent);
}

}  // namespace clocher::tenants
