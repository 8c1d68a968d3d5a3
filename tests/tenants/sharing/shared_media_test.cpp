// Pictures, documents and cards of shared contents: they arrive, under numbers of the commune, and never as another thing.
#include "tenants/site/directory.hpp"
#include "tenants/site/media_uses.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/tenants/sharing/neighbours.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Libraries : Neighbours {
  Libraries() {
    // The numbers of the two libraries differ from the start.
    for (int i = 0; i < 3; ++i) (void)add_picture(*commune, 30 + i);
  }

  Media add_picture(Tenant& tenant, int width) {
    return add_media(tenant, claire, {"file", "photo.jpg", "", jpeg_image(width, 20)}, {}, world.now()).value();
  }
  Media add_picture() {
    const Media media = add_picture(*space, 60);
    return describe_media(*space, claire, media.id, {.alt = "Le camion"}, media.version, world.now()).value();
  }
  void spread_and_accept() {
    spread();
    accept_all();
  }
  ContentText received(ContentKind kind, std::string_view section, std::string_view slug) {
    const auto found =
        commune->read([&](db::ReadTx& tx) { return find_published(tx, kind, section, slug, world.now()); });
    REQUIRE(found);
    return found->text;
  }
  std::optional<Media> media(std::int64_t number) {
    return commune->read([&](db::ReadTx& tx) { return find_media(tx, Id<Media>{number}); });
  }
};

std::int64_t number_in(const json::Object& picture) { return picture.at("media_id").as_int64(); }

}  // namespace

TEST_CASE("a picture of a shared content arrives with its words and its sizes, and is public there") {
  Libraries both;
  const Media sent = both.add_picture();
  both.publish({"Tri", "", "![Le camion](/images/" + std::to_string(sent.id.value) + "/800.jpg)", {},
                {{"image", json::Object{{"media_id", sent.id.value}, {"alt", "Camion"}}}}});
  both.spread_and_accept();
  const ContentText text = both.received(ContentKind::news, "actualites", "tri");
  const std::int64_t number = number_in(text.details.at("image").as_object());
  CHECK(number != sent.id.value);
  CHECK(text.body_markdown == "![Le camion](/images/" + std::to_string(number) + "/800.jpg)");
  const auto media = both.media(number);
  REQUIRE(media);
  CHECK(media->text.alt == "Le camion");
  CHECK(both.commune->files().get(media->sha256) == both.space->files().get(sent.sha256));
  both.commune->read([&](db::ReadTx& tx) {
    const auto variants = variants_of(tx, media->id);
    REQUIRE_FALSE(variants.empty());
    CHECK(both.commune->files().holds(variants[0].sha256));
    CHECK(is_public_media(tx, media->id));
  });
}

TEST_CASE("what came with a shared content is neither listed, nor changed, nor counted by the commune") {
  Libraries both;
  const Media sent = both.add_picture();
  const auto bytes_before = both.commune->read([](db::ReadTx& tx) { return media_bytes(tx); });
  both.publish({"Tri", "", "x", json::Array{json::Object{{"type", "image"}, {"media_id", sent.id.value}, {"alt", "Camion"}}}});
  both.spread_and_accept();
  const auto text = both.received(ContentKind::news, "actualites", "tri");
  const Id<Media> here{number_in(text.blocks[0].as_object())};
  both.commune->read([&](db::ReadTx& tx) {
    CHECK(list_media(tx, {}).total == 3);
    CHECK(media_bytes(tx) == bytes_before);
  });
  CHECK(bin_media(*both.commune, claire, here, InUse::allow, both.world.now()).error().key == "media.not_found");
  CHECK(describe_media(*both.commune, claire, here, {.alt = "Autre"}, 1, both.world.now()).error().key == "media.not_found");
}

TEST_CASE("another picture under the same number arrives too, and one that nothing shows any more goes") {
  Libraries both;
  const Media sent = both.add_picture();
  const Content content = both.publish({"Tri", "", "", {}, {{"image", json::Object{{"media_id", sent.id.value}, {"alt", "Camion"}}}}});
  both.spread_and_accept();
  const auto number = number_in(both.received(ContentKind::news, "actualites", "tri").details.at("image").as_object());
  const auto replaced =
      replace_media(*both.space, claire, sent.id, {"file", "autre.jpg", "", jpeg_image(90, 20)}, {}, both.world.now());
  REQUIRE(replaced);
  both.spread_and_accept();
  CHECK(both.media(number)->sha256 == replaced->sha256);
  REQUIRE(unpublish(*both.space, claire, content.id, both.world.now()));
  both.spread_and_accept();
  CHECK_FALSE(both.media(number));
}

TEST_CASE("a number that means nothing in the space never becomes a picture of the commune") {
  Libraries both;
  const Media binned = both.add_picture();
  REQUIRE(bin_media(*both.space, claire, binned.id, InUse::allow, both.world.now()));
  const std::string number = std::to_string(binned.id.value);
  both.publish({"Tri", "", "![x](/images/" + number + "/800.jpg) [plan](/documents/3/plan.pdf) /images/2 (/images/",
                json::Array{json::Object{{"type", "image"}, {"media_id", 2}, {"alt", "x"}}}});
  both.spread_and_accept();
  const ContentText text = both.received(ContentKind::news, "actualites", "tri");
  CHECK(text.body_markdown == "![x](/images/0/800.jpg) [plan](/documents/0/plan.pdf) /images/2 (/images/");
  CHECK(number_in(text.blocks[0].as_object()) == 0);
}

TEST_CASE("a commune that leaves forgets the pictures too") {
  Libraries both;
  const Media sent = both.add_picture();
  both.publish({"Tri", "", "", {}, {{"image", json::Object{{"media_id", sent.id.value}, {"alt", "Camion"}}}}});
  both.spread_and_accept();
  const auto number = number_in(both.received(ContentKind::news, "actualites", "tri").details.at("image").as_object());
  forget_source(*both.commune, mans_metropole);
  CHECK_FALSE(both.media(number));
}

TEST_CASE("a contact card arrives as the words it shows, and nothing in them is read as Markdown") {
  Libraries both;
  const auto entry = create_entry(*both.space, claire, DirectoryKind::services,
                                  {.name = "Déchèterie *du* [Val](/x)", .address = "ZA des Prés", .postcode = "72230",
                                   .city = "Mulsanne", .phone = "02 43 00 00 00"}, both.world.now());
  REQUIRE(entry);
  both.publish({"Tri", "", "", json::Array{json::Object{{"type", "contact"}, {"entry_id", entry->id.value}},
                                           json::Object{{"type", "contact"}, {"entry_id", 9999}}}});
  both.spread_and_accept();
  const ContentText text = both.received(ContentKind::news, "actualites", "tri");
  REQUIRE(text.blocks.size() == 1);
  const auto& block = text.blocks[0].as_object();
  CHECK(block.at("type") == "text");
  CHECK(block.at("body_markdown").as_string() ==
        "**Déchèterie \\*du\\* \\[Val\\]\\(/x\\)**\\\nZA des Prés, 72230 Mulsanne\\\n02 43 00 00 00");
}

TEST_CASE("the place of an event arrives by its name and address") {
  Libraries both;
  const auto entry = create_entry(*both.space, claire, DirectoryKind::lieux,
                                  {.name = "Le Quai", .address = "1 quai Nord", .city = "Mulsanne"}, both.world.now());
  REQUIRE(entry);
  both.publish({"Loto", "", "", {}, {{"starts", "2026-12-05T18:30"}, {"place_id", entry->id.value}}}, ContentKind::event);
  both.spread_and_accept();
  const ContentText text = both.received(ContentKind::event, "agenda", "loto");
  CHECK_FALSE(text.details.contains("place_id"));
  CHECK(text.details.at("place") == "Le Quai");
  CHECK(text.details.at("address") == "1 quai Nord, Mulsanne");
}
