// Logo, photo and welcome of a commune: chosen from its library, made into icons, listed where the library says what is used.
#include "tenants/site/look.hpp"

#include "tenants/site/logo_icons.hpp"
#include "tenants/site/media_uses.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Looks {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Media add(const std::string& name, std::string bytes) {
    http::UploadedFile file;
    file.file_name = name;
    file.bytes = std::move(bytes);
    return add_media(*tenant, claire, file, {}, world.now()).value();
  }
  Media described(const std::string& name, std::string bytes) {
    const Media media = add(name, std::move(bytes));
    return describe_media(*tenant, claire, media.id, {.alt = "Le village"}, media.version, world.now()).value();
  }
  Result<Profile> save(std::optional<std::int64_t> logo, std::optional<std::int64_t> hero) {
    return save_look(*tenant, claire,
                     {.theme = "theme-ocre", .accent = "", .logo_id = logo, .hero_id = hero, .welcome = " Un village\nde bocage. "},
                     world.now());
  }
  std::string refusal(std::optional<std::int64_t> logo, std::optional<std::int64_t> hero) {
    const auto saved = save(logo, hero);
    return saved ? "" : saved.error().fields.at(0).field + " " + saved.error().fields.at(0).key;
  }
  std::vector<LogoIcon> icons() {
    return tenant->read([](db::ReadTx& tx) { return read_logo_icons(tx); });
  }
  std::vector<std::string> uses(Id<Media> id) {
    std::vector<std::string> kinds;
    for (const MediaUse& use : tenant->read([&](db::ReadTx& tx) { return media_uses(tx, id); })) kinds.push_back(use.kind);
    return kinds;
  }
};

}  // namespace

TEST_CASE("the photo is shown with its text, the logo without one, and the sentence is one line") {
  Looks looks;
  const Media logo = looks.add("logo.png", png_image(300, 200));
  const Media photo = looks.described("village.jpg", jpeg_image(1600, 900));
  const auto saved = looks.save(logo.id.value, photo.id.value);
  REQUIRE(saved);
  CHECK(saved->welcome == "Un village de bocage.");
  CHECK(saved->pictures.hero.as_object().at("alt").as_string() == "Le village");
  CHECK(saved->pictures.logo.as_object().at("alt").as_string() == "");
  CHECK(saved->pictures.share_path.starts_with("/images/" + std::to_string(photo.id.value) + "/"));
}

TEST_CASE("a photo that is neither described nor decorative is refused") {
  Looks looks;
  const Media bare = looks.add("village.jpg", jpeg_image(900, 600));
  CHECK(looks.refusal({}, bare.id.value) == "hero_id look.hero_alt");
  CHECK(looks.refusal(bare.id.value, {}).empty());
}

TEST_CASE("only a picture of the library that is not in its bin can be chosen") {
  Looks looks;
  const Media photo = looks.described("village.jpg", jpeg_image(900, 600));
  REQUIRE(bin_media(*looks.tenant, claire, photo.id, InUse::refuse, looks.world.now()));
  CHECK(looks.refusal(photo.id.value, {}) == "logo_id look.picture");
  CHECK(looks.refusal({}, photo.id.value) == "hero_id look.picture");
  CHECK(looks.refusal(999, {}) == "logo_id look.picture");
}

TEST_CASE("the library names the logo and the photo, and keeps what they show") {
  Looks looks;
  const Media photo = looks.described("village.jpg", jpeg_image(900, 600));
  CHECK(looks.uses(photo.id).empty());
  REQUIRE(looks.save(photo.id.value, photo.id.value));
  CHECK(looks.uses(photo.id) == std::vector<std::string>{"logo", "hero"});
  CHECK_FALSE(bin_media(*looks.tenant, claire, photo.id, InUse::refuse, looks.world.now()));
  CHECK(looks.tenant->read([&](db::ReadTx& tx) { return is_public_media(tx, photo.id); }));
}

TEST_CASE("a picture thrown away although it is shown leaves the page without it") {
  Looks looks;
  const Media photo = looks.described("village.jpg", jpeg_image(900, 600));
  REQUIRE(looks.save(photo.id.value, photo.id.value));
  make_logo_icons(*looks.tenant);
  REQUIRE(bin_media(*looks.tenant, claire, photo.id, InUse::allow, looks.world.now()));
  const Profile profile = looks.tenant->read([](db::ReadTx& tx) { return read_profile(tx); });
  CHECK(profile.pictures.hero == json::Value(false));
  CHECK(profile.pictures.logo == json::Value(false));
  CHECK(profile.pictures.icons.empty());
  CHECK(profile.pictures.share_path.empty());
  looks.world.clock.advance(40 * one_day);
  CHECK(purge_media(*looks.tenant, looks.world.now()) == 0);
}

TEST_CASE("a colour that an older version took and that is not read well leaves the theme's in its place") {
  Looks looks;
  REQUIRE(looks.save({}, {}));
  Profile profile = looks.tenant->read([](db::ReadTx& tx) { return read_profile(tx); });
  profile.accent = "ffd700";
  CHECK(own_accent(profile).empty());
  CHECK(shown_accent(profile) == "84500f");
  profile.accent = "155f73";
  CHECK(own_accent(profile) == "155f73");
}

TEST_CASE("icons are made once of each logo, made again of another, and forgotten without one") {
  Looks looks;
  CHECK_FALSE(make_logo_icons(*looks.tenant));
  const Media first = looks.add("un.png", png_image(300, 200));
  REQUIRE(looks.save(first.id.value, {}));
  CHECK(looks.icons().empty());
  CHECK(make_logo_icons(*looks.tenant));
  CHECK_FALSE(make_logo_icons(*looks.tenant));
  const auto icons = looks.icons();
  REQUIRE(icons.size() == 3);
  CHECK(icons.at(0).side == 32);
  CHECK(icons.at(2).side == 512);
  const auto names_file = [&] {
    return looks.tenant->read([&](db::ReadTx& tx) { return media_names_file(tx, icons.at(0).sha256); });
  };
  CHECK(names_file());

  const Media second = looks.add("deux.png", two_colours(200, 200));
  REQUIRE(looks.save(second.id.value, {}));
  CHECK(looks.icons().empty());
  CHECK(make_logo_icons(*looks.tenant));
  CHECK(looks.icons().at(0).sha256 != icons.at(0).sha256);

  REQUIRE(looks.save({}, {}));
  CHECK(make_logo_icons(*looks.tenant));
  CHECK(looks.icons().empty());
  CHECK_FALSE(names_file());
}
