// How large the logo and the photo are drawn.
#include "tenants/site/look_pictures.hpp"

#include "tenants/site/media_picture.hpp"

namespace clocher::tenants {
namespace {

constexpr int share_width = 1200;

std::string path_or_none(db::ReadTx& tx, std::optional<std::int64_t> id, MediaShape shape) {
  if (!id) return {};
  return image_path(tx, Id<Media>{*id}, shape, share_width).value_or("");
}

}  // namespace

LookPictures read_look_pictures(db::ReadTx& tx, std::optional<std::int64_t> logo_id,
                                std::optional<std::int64_t> hero_id) {
  const auto eager = PictureUse::Loading::eager;
  LookPictures pictures;
  pictures.logo = picture_or_false(tx, logo_id, {.alt = "", .sizes = "9rem", .loading = eager});
  pictures.hero = picture_or_false(
      tx, hero_id, {.shape = MediaShape::wide, .sizes = "(min-width: 66rem) 36rem, (min-width: 56rem) 54vw, 100vw", .loading = eager});
  if (logo_id) pictures.icons = read_logo_icons(tx);
  pictures.share_path = path_or_none(tx, hero_id, MediaShape::wide);
  if (pictures.share_path.empty()) pictures.share_path = path_or_none(tx, logo_id, MediaShape::plain);
  return pictures;
}

}  // namespace clocher::tenants
