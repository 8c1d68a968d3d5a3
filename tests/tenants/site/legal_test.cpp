// What the legal pages cannot know: kept clean, and pictures without an author are counted.
#include "tenants/site/legal.hpp"

#include "tenants/site/look.hpp"
#include "tenants/site/media.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Legal {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  std::int64_t photo(const std::string& credit) {
    http::UploadedFile file;
    file.file_name = "village.jpg";
    file.bytes = jpeg_image(900, 600);
    const auto media = add_media(*tenant, claire, file, {}, world.now()).value();
    REQUIRE(describe_media(*tenant, claire, media.id, {.alt = "Le village", .credit = credit}, media.version, world.now()));
    return media.id.value;
  }
  void show(std::int64_t id) {
    REQUIRE(save_look(*tenant, claire, {.theme = "theme-ocre", .accent = "", .hero_id = id}, world.now()));
  }
  std::int64_t uncredited() {
    return tenant->read([](db::ReadTx& tx) { return count_uncredited_pictures(tx, read_profile(tx)); });
  }
};

}  // namespace

TEST_CASE("legal facts are one line each, and the rest of the profile stays") {
  Legal legal;
  const auto saved = save_legal(*legal.tenant, claire, {" Paul\nRoux ", " dpo@exemple.fr ", "Exemple", "Club", "by-sa"}, legal.world.now());
  REQUIRE(saved);
  CHECK(saved->publication_director == "Paul Roux");
  CHECK(saved->dpo_contact == "dpo@exemple.fr");
  CHECK(saved->name == "Mulsanne");
  CHECK(legal_of(*saved).licence == "by-sa");
}

TEST_CASE("too long lines and unknown licences are all told") {
  Legal legal;
  const std::string longest(301, 'x');
  const auto saved = save_legal(*legal.tenant, claire, {longest, longest, longest, longest, "gratuit"}, legal.world.now());
  REQUIRE_FALSE(saved);
  CHECK(saved.error().fields.size() == 5);
}

TEST_CASE("a picture that residents see needs an author, its own or that of the credits") {
  Legal legal;
  const auto bare = legal.photo("");
  CHECK(legal.uncredited() == 0);  // nobody sees it yet
  legal.show(bare);
  CHECK(legal.uncredited() == 1);
  REQUIRE(save_legal(*legal.tenant, claire, {"", "", "", "Club photo", ""}, legal.world.now()));
  CHECK(legal.uncredited() == 0);
  REQUIRE(save_legal(*legal.tenant, claire, {}, legal.world.now()));
  legal.show(legal.photo("Claire Dubois"));
  CHECK(legal.uncredited() == 0);
}
