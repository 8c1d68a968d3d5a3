// The media library: what comes in, what is made of it, who may see it, and how it goes.
#include "tenants/site/media.hpp"

#include "tenants/dossiers/draft.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/media_picture.hpp"
#include "tenants/site/media_uses.hpp"
#include "tenants/site/media_variants.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Library {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  http::UploadedFile file(std::string name, std::string bytes) { return {"file", std::move(name), "", std::move(bytes)}; }
  Result<Media> try_add(std::string name, std::string bytes, const MediaLimits& limits = {}) {
    return add_media(*tenant, claire, file(std::move(name), std::move(bytes)), limits, world.now());
  }
  Media photo(int width = 900, int height = 600) { return try_add("Mairie.jpg", jpeg_image(width, height)).value(); }
  std::string refusal(const Result<Media>& result) { return result ? "accepted" : result.error().key; }
  std::vector<MediaVariant> variants(Id<Media> id) {
    return tenant->read([&](db::ReadTx& tx) { return variants_of(tx, id); });
  }
  Media read(Id<Media> id) {
    return *tenant->read([&](db::ReadTx& tx) { return find_media(tx, id); });
  }
  bool make() { return make_due_variants(*tenant, world.now(), [] { return false; }); }
  Id<Content> page_with(const std::string& markdown) {
    return create_content(*tenant, claire, {ContentKind::news, "", {"Fête", "", markdown}}, world.now()).value().id;
  }
};

}  // namespace

TEST_CASE("a picture shows at once, and its other sizes are made after") {
  Library library;
  const Media media = library.photo();
  CHECK(library.variants(media.id).size() == 1);
  CHECK_FALSE(media.is_ready);
  CHECK(library.make());
  CHECK(library.read(media.id).is_ready);
  const auto variants = library.variants(media.id);
  CHECK(variants.size() == (3 + 3 + 3) * 3);
  for (const MediaVariant& variant : variants) {
    CHECK(variant.width <= 900);
    CHECK(library.tenant->files().get(variant.sha256));
  }
  CHECK_FALSE(library.make());
}

TEST_CASE("making the sizes goes on where a stop left it") {
  Library library;
  const Media media = library.photo();
  int asked = 0;
  make_due_variants(*library.tenant, library.world.now(), [&] { return ++asked > 4; });
  const auto before = library.variants(media.id).size();
  CHECK(before > 1);
  CHECK(before < 27);
  CHECK(library.make());
  CHECK(library.variants(media.id).size() == 27);
}

TEST_CASE("a picture whose file is lost does not hold up the next, and is given up after five times") {
  Library library;
  const Media lost = library.photo(500, 500);
  const Media next = library.photo(300, 200);
  library.tenant->files().remove(lost.sha256);
  library.make();
  CHECK(library.read(next.id).is_ready);
  for (int i = 0; i < 5; ++i) {
    library.world.clock.advance(one_hour);
    library.make();
  }
  library.world.clock.advance(one_day);
  CHECK_FALSE(library.make());
}

TEST_CASE("an image needs a description, unless it only decorates") {
  Library library;
  const Media media = library.photo();
  CHECK(media.lacks_alt());
  const auto describe = [&](const MediaText& text) {
    return describe_media(*library.tenant, claire, media.id, text, library.read(media.id).version, library.world.now());
  };
  CHECK(describe({.alt = "  "}).error().fields.front().key == "media.alt_missing");
  CHECK(describe({.alt = "La mairie", .focal = {1001, 0}}).error().fields.front().field == "focal_x");
  CHECK(describe({.alt = std::string(301, 'a')}).error().fields.front().key == "media.too_long");
  CHECK_FALSE(describe({.alt = "La mairie sous la neige"}).value().lacks_alt());
  CHECK(describe({.alt = "ignored", .is_decorative = true}).value().text.alt.empty());
}

TEST_CASE("two people who describe one file do not overwrite each other") {
  Library library;
  const Media media = library.photo();
  REQUIRE(describe_media(*library.tenant, claire, media.id, {.alt = "a"}, 1, library.world.now()));
  const auto late = describe_media(*library.tenant, claire, media.id, {.alt = "b"}, 1, library.world.now());
  CHECK(late.error().key == "media.changed");
  CHECK(library.read(media.id).text.alt == "a");
}

TEST_CASE("another point in focus makes the crops anew and leaves the whole picture alone") {
  Library library;
  const Media media = library.try_add("a.png", two_colours(800, 400)).value();
  library.make();
  const auto before = library.variants(media.id);
  REQUIRE(describe_media(*library.tenant, claire, media.id, {.alt = "a", .focal = {0, 500}}, 1, library.world.now()));
  library.make();
  const auto after = library.variants(media.id);
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    const bool is_same = variant_name(before[i]) == variant_name(after[i]);
    if (after[i].shape == MediaShape::plain) CHECK(is_same);
    if (after[i].shape == MediaShape::square) CHECK_FALSE(is_same);
  }
}

TEST_CASE("a replaced picture keeps its id and its words, and has other addresses") {
  Library library;
  const Media media = library.photo();
  REQUIRE(describe_media(*library.tenant, claire, media.id, {.alt = "La mairie"}, 1, library.world.now()));
  const std::string before = variant_name(library.variants(media.id).front());
  const auto replaced = replace_media(*library.tenant, claire, media.id,
                                      library.file("b.jpg", jpeg_image(700, 700)), {}, library.world.now());
  REQUIRE(replaced);
  CHECK(replaced->text.alt == "La mairie");
  CHECK(replaced->height == 700);
  CHECK(variant_name(library.variants(media.id).front()) != before);
  const auto other = replace_media(*library.tenant, claire, media.id,
                                   library.file("b.pdf", forms::test::sample_pdf()), {}, library.world.now());
  CHECK(other.error().key == "media.other_kind");
}

TEST_CASE("documents are accepted by what they hold, not by their name") {
  Library library;
  using namespace clocher::forms::test;
  CHECK(library.refusal(library.try_add("plan.pdf", sample_pdf())) == "accepted");
  CHECK(library.refusal(library.try_add("lettre.docx", zip(docx_parts()))) == "accepted");
  CHECK(library.refusal(library.try_add("lettre.odt", zip(odt_parts()))) == "accepted");
  CHECK(library.refusal(library.try_add("élus.csv", "nom;rôle\nClaire;maire\n")) == "accepted");
  CHECK(library.refusal(library.try_add("fête.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")) ==
        "accepted");
  CHECK(library.refusal(library.try_add("plan.pdf", "bonjour")) == "form.file.mismatch");
  CHECK(library.refusal(library.try_add("plan.exe", "MZ")) == "form.file.wrong_type");
  CHECK(library.refusal(library.try_add("page.html", "<html>")) == "form.file.wrong_type");
  CHECK(library.refusal(library.try_add("liste.csv", "a;<script>alert(1)</script>\n")) != "accepted");
  CHECK(library.refusal(library.try_add("liste.csv", std::string("a;b\0c\n", 6))) != "accepted");
  CHECK(library.refusal(library.try_add("fête.ics", "BEGIN:VCALENDAR\r\n")) != "accepted");
  CHECK(library.refusal(library.try_add("logo.svg", "<svg/>")) == "image.svg");
  CHECK(library.refusal(library.try_add("script.pdf", sample_pdf("<< /S /JavaScript /JS (app.alert(1)) >>"))) ==
        "form.file.dangerous");
  CHECK(library.refusal(library.try_add("vide.pdf", "")) == "form.file.empty");
}

TEST_CASE("a commune's library has an end, and says so") {
  Library library;
  const auto refused = library.try_add("a.jpg", jpeg_image(300, 300), {.quota_bytes = 100});
  CHECK(library.refusal(refused) == "media.quota");
  CHECK(library.refusal(library.try_add("a.jpg", jpeg_image(300, 300), {.file_bytes = 100})) == "image.too_heavy");
}

TEST_CASE("what is shown is not thrown away without being asked twice") {
  Library library;
  const Media media = library.photo();
  const auto page = library.page_with("![Mairie](/images/" + std::to_string(media.id.value) + "/800.jpg)");
  const auto uses = library.tenant->read([&](db::ReadTx& tx) { return media_uses(tx, media.id); });
  REQUIRE(uses.size() == 1);
  CHECK(uses.front().id == page.value);
  CHECK_FALSE(uses.front().is_public);
  const auto now = library.world.now();
  CHECK(bin_media(*library.tenant, claire, media.id, InUse::refuse, now).error().key == "media.in_use");
  CHECK(bin_media(*library.tenant, claire, media.id, InUse::allow, now));
  CHECK_FALSE(bin_media(*library.tenant, claire, media.id, InUse::allow, now));
  CHECK(restore_media(*library.tenant, claire, media.id, now));
}

TEST_CASE("a file is public once something published shows it, and no more when that is withdrawn") {
  Library library;
  const Media media = library.try_add("plan.pdf", forms::test::sample_pdf()).value();
  const auto is_public = [&] {
    return library.tenant->read([&](db::ReadTx& tx) { return is_public_media(tx, media.id); });
  };
  const auto page = library.page_with("[Plan](/documents/" + std::to_string(media.id.value) + "/plan.pdf)");
  CHECK_FALSE(is_public());
  REQUIRE(publish(*library.tenant, claire, page, 1, library.world.now()));
  CHECK(is_public());
  REQUIRE(unpublish(*library.tenant, claire, page, library.world.now()));
  CHECK_FALSE(is_public());
}

TEST_CASE("an id is not found in a longer number") {
  Library library;
  const Media media = library.photo();
  static_cast<void>(library.page_with("![](/images/" + std::to_string(media.id.value) + "2/800.jpg)"));
  CHECK(library.tenant->read([&](db::ReadTx& tx) { return media_uses(tx, media.id); }).empty());
}

TEST_CASE("the bin is emptied after thirty days, but for what is still named") {
  Library library;
  const Media gone = library.photo();
  const Media named = library.photo(500, 400);
  static_cast<void>(library.page_with("![](/images/" + std::to_string(named.id.value) + "/800.jpg)"));
  for (const Id<Media> id : {gone.id, named.id})
    REQUIRE(bin_media(*library.tenant, claire, id, InUse::allow, library.world.now()));
  CHECK(purge_media(*library.tenant, library.world.now() + media_bin_seconds - 1) == 0);
  CHECK(purge_media(*library.tenant, library.world.now() + media_bin_seconds) == 1);
  CHECK_FALSE(library.tenant->read([&](db::ReadTx& tx) { return find_media(tx, gone.id); }));
}

TEST_CASE("the daily sweep of files leaves the library alone") {
  Library library;
  const Media media = library.photo();
  dossiers::purge_drafts(*library.tenant, library.world.now() + 400 * one_day);
  CHECK(library.tenant->files().get(media.sha256));
  CHECK(library.tenant->files().get(library.variants(media.id).front().sha256));
}

TEST_CASE("a page is given the sizes that are made, in the formats browsers choose from") {
  Library library;
  const Media media = library.photo();
  const auto picture = [&] {
    return *library.tenant->read([&](db::ReadTx& tx) {
      return media_picture(tx, media.id, {.shape = MediaShape::wide, .alt = "Ici"});
    });
  };
  CHECK(picture().at("sources").as_array().empty());
  library.make();
  const json::Object whole = picture();
  CHECK(whole.at("sources").as_array().size() == 2);
  CHECK(whole.at("alt") == "Ici");
  CHECK_THAT(std::string(whole.at("src").as_string()), Catch::Contains("/wide-800-"));
  CHECK_THAT(std::string(whole.at("srcset").as_string()), Catch::Contains(" 400w, "));
  REQUIRE(bin_media(*library.tenant, claire, media.id, InUse::allow, library.world.now()));
  CHECK_FALSE(library.tenant->read([&](db::ReadTx& tx) { return media_picture(tx, media.id); }));
}

TEST_CASE("the name of a size is read back, and nothing else is") {
  const MediaVariant variant{MediaShape::wide, 800, media::Encoding::avif, 800, 450, std::string(64, 'a'), 1};
  const auto name = parse_variant_name(variant_name(variant));
  REQUIRE(name);
  CHECK(name->shape == MediaShape::wide);
  CHECK(name->digits == std::string(16, 'a'));
  CHECK(parse_variant_name("800.jpg")->size == 800);
  for (const char* bad : {"", "800", ".jpg", "a.jpg", "-800.jpg", "800-.jpg", "800-abc.jpg", "800.exe", "0.jpg",
                          "wide-.jpg", "wide.jpg", "99999999.jpg", "wide-800-0123456789abcdef-1.jpg"})
    CHECK_FALSE(parse_variant_name(bad));
}

TEST_CASE("the list finds a file by its name and by its words, accents or not") {
  Library library;
  const Media media = library.photo();
  static_cast<void>(library.try_add("plan.pdf", forms::test::sample_pdf()));
  REQUIRE(describe_media(*library.tenant, claire, media.id, {.alt = "Fête d’été"}, 1, library.world.now()));
  const auto found = [&](const MediaQuery& query) {
    return library.tenant->read([&](db::ReadTx& tx) { return list_media(tx, query); }).total;
  };
  CHECK(found({}) == 2);
  CHECK(found({.words = "fete"}) == 1);
  CHECK(found({.words = "PLAN"}) == 1);
  CHECK(found({.words = "rien"}) == 0);
  CHECK(found({.kind = MediaKind::document}) == 1);
  CHECK(found({.shelf = MediaShelf::bin}) == 0);
  CHECK(found({.lacks_alt = true}) == 0);
}
