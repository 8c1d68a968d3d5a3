// Checks and saves what the legal pages say.
#include "tenants/site/legal.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 4> licences = {"", "ouverte", "by-sa", "reserved"};

std::string clean(std::string_view text) { return one_line(trim(text)); }

std::vector<FieldError> check(const LegalInput& input) {
  struct Line {
    const char* name;
    const std::string& text;
    std::size_t longest;
  };
  std::vector<FieldError> errors;
  for (const Line& line : {Line{"publication_director", input.publication_director, 200},
                           Line{"dpo_contact", input.dpo_contact, 300}, Line{"host", input.host, 300},
                           Line{"photo_credits", input.photo_credits, 300}}) {
    if (length_in_characters(line.text) > line.longest)
      errors.push_back({line.name, "input.too_long", {{"maximum", std::to_string(line.longest)}}});
  }
  if (std::ranges::find(licences, input.licence) == licences.end()) errors.push_back({"licence", "look.licence", {}});
  return errors;
}

}  // namespace

LegalInput legal_of(const Profile& profile) {
  return {profile.publication_director, profile.dpo_contact, profile.host, profile.photo_credits, profile.licence};
}

Result<Profile> save_legal(Tenant& tenant, const Actor& actor, const LegalInput& input, Instant now) {
  return tenant.write([&](db::Tx& tx) { return change_legal(tx, actor, input, now); });
}

Result<Profile> change_legal(db::Tx& tx, const Actor& actor, const LegalInput& input, Instant now) {
  std::vector<FieldError> errors = check(input);
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  tx.run(
      "UPDATE profile SET publication_director = ?, dpo_contact = ?, host = ?, photo_credits = ?, licence = ?, "
      "updated_at = ? WHERE id = 1",
      clean(input.publication_director), clean(input.dpo_contact), clean(input.host), clean(input.photo_credits),
      input.licence, now);
  append_event(tx, actor, {"profile", 1}, "legal.changed", "", now);
  return read_profile(tx);
}

std::int64_t count_uncredited_pictures(db::ReadTx& tx, const Profile& profile) {
  if (!profile.photo_credits.empty()) return 0;
  return tx.number(
      "SELECT COUNT(*) FROM media WHERE kind = 'image' AND deleted_at IS NULL AND credit = '' AND (id IN (SELECT hero_id "
      "FROM profile) OR id IN (SELECT image_id FROM directory_entry WHERE deleted_at IS NULL AND is_visible = 1) OR id IN "
      "(SELECT tree.value FROM content JOIN content_revision ON content_revision.content_id = content.id AND "
      "content_revision.number = content.published_revision, json_tree(json_array(json(content_revision.blocks), "
      "json(content_revision.details))) AS tree WHERE content.deleted_at IS NULL AND tree.key = 'media_id'))");
}

}  // namespace clocher::tenants
