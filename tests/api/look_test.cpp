// Logo and photo on the pages of a commune, and the addresses of its icons.
#include "tenants/site/logo_icons.hpp"
#include "tenants/site/look.hpp"
#include "tenants/site/media.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Site {
  TestPlatform platform;
  Browser agent{platform};
  Browser visitor{platform};
  std::int64_t logo = 0, photo = 0;

  Site() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
    logo = add("logo.png", png_image(300, 200), {.is_decorative = true});
    photo = add("village.jpg", jpeg_image(1600, 900), {.alt = "Le <village>", .credit = "Club photo"});
  }
  std::int64_t add(const std::string& name, std::string bytes, const tenants::MediaText& text) {
    http::UploadedFile file;
    file.file_name = name;
    file.bytes = std::move(bytes);
    auto& tenant = *platform.tenant();
    const auto media = tenants::add_media(tenant, claire, file, {}, platform.now()).value();
    REQUIRE(tenants::describe_media(tenant, claire, media.id, text, media.version, platform.now()));
    return media.id.value;
  }
  int save(const json::Value& logo_id, const json::Value& hero_id, const std::string& welcome = "") {
    return agent
        .json(http::Method::put, "/api/v1/commune/look",
              json::serialize(json::Object{{"theme", "theme-ocre"},
                                           {"accent", ""},
                                           {"logo_id", logo_id},
                                           {"hero_id", hero_id},
                                           {"welcome", welcome}}))
        .status;
  }
};

}  // namespace

TEST_CASE("the home page shows the photo with its text and its author, the header the logo beside the name") {
  Site site;
  REQUIRE(site.save(site.logo, site.photo, "Un village de <b>bocage</b>.") == 200);
  site.visitor.get("/");
  CHECK(site.visitor.shows("alt=\"Le &lt;village&gt;\""));
  CHECK(site.visitor.shows("Photo\u00A0: Club photo"));
  CHECK(site.visitor.shows("Un village de &lt;b&gt;bocage"));
  CHECK(site.visitor.shows("<span class=\"logo\"><picture>"));
  CHECK(site.visitor.shows("<span class=\"brand-name\">Mulsanne</span>"));
  CHECK_FALSE(site.visitor.shows("class=\"village\""));
  CHECK_FALSE(site.visitor.shows("class=\"mark\""));
  CHECK_FALSE(site.visitor.shows("loading=\"lazy\" decoding"));
}

TEST_CASE("without logo and photo the pages keep the drawn ones") {
  Site site;
  site.visitor.get("/");
  CHECK(site.visitor.shows("class=\"village\""));
  CHECK(site.visitor.shows("class=\"mark\""));
  CHECK(site.visitor.shows("type=\"image/svg+xml\""));
  CHECK_FALSE(site.visitor.shows("og:image"));
  CHECK_FALSE(site.visitor.shows("/icones/"));
}

TEST_CASE("pages without a picture of their own are shared with the photo of the commune") {
  Site site;
  REQUIRE(site.save(nullptr, site.photo) == 200);
  const std::string expected =
      "og:image\" content=\"" + site.platform.origin() + "/images/" + std::to_string(site.photo) + "/";
  for (const char* path : {"/", "/actualites", "/demarches", "/mentions-legales"}) {
    INFO(path);
    site.visitor.get(path);
    CHECK(site.visitor.shows(expected));
  }
}

TEST_CASE("icons of the logo are named on each page, kept for ever, and belong to their commune alone") {
  Site site;
  REQUIRE(site.save(site.logo, nullptr) == 200);
  REQUIRE(tenants::make_logo_icons(*site.platform.tenant()));
  const auto icons = site.platform.tenant()->read([](db::ReadTx& tx) { return tenants::read_logo_icons(tx); });
  site.visitor.get("/demarches");
  CHECK(site.visitor.shows("rel=\"apple-touch-icon\" href=\"" + path_of(icons.at(1)) + "\""));
  CHECK_FALSE(site.visitor.shows("/couleurs/84500f.svg"));
  const auto& answer = site.visitor.get(path_of(icons.at(0)));
  CHECK(answer.status == 200);
  CHECK(answer.headers.get("Content-Type") == "image/png");
  CHECK(answer.headers.get("Cache-Control") == "public, max-age=31536000, immutable");
  Browser neighbour(site.platform, saint_maixent);
  CHECK(neighbour.get(path_of(icons.at(0))).status == 404);
  for (const char* path : {"/icones/32.png", "/icones/x", "/icones/32-0000000000000000.png"})
    CHECK(site.visitor.get(path).status == 404);
}

TEST_CASE("a picture that cannot be shown is refused in words, with its field") {
  Site site;
  CHECK(site.save(999, nullptr) == 422);
  CHECK(site.agent.shows("logo_id"));
  site.visitor.get("/");
  CHECK_FALSE(site.visitor.shows("<span class=\"logo\">"));
}

TEST_CASE("the library says in words what the look shows") {
  Site site;
  REQUIRE(site.save(site.logo, site.photo) == 200);
  site.agent.get("/api/v1/media/" + std::to_string(site.logo));
  CHECK(site.agent.shows("Logo de la commune"));
  CHECK_FALSE(site.agent.shows("Photo de la page"));
  site.agent.get("/api/v1/media/" + std::to_string(site.photo));
  CHECK(site.agent.shows("Photo de la page d’accueil"));
}
