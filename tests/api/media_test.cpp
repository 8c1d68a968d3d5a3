// The media library over HTTP: agents add and describe, visitors see what is published.
#include "tenants/site/content.hpp"
#include "tenants/site/media_variants.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Library {
  TestPlatform platform;
  Browser agent{platform};
  Browser visitor{platform};

  Library() {
    make_agent(*platform.tenant(mulsanne), platform.now());
    sign_in(agent);
  }
  const http::Response& add(const std::string& name, const std::string& bytes) {
    return agent.post("/api/v1/media", {}, {{"file", name, "application/octet-stream", bytes}});
  }
  json::Object photo() {
    REQUIRE(add("mairie.jpg", jpeg_image(900, 600)).status == 201);
    return agent.body();
  }
  json::Object plan() {
    REQUIRE(add("Plan local.pdf", forms::test::sample_pdf()).status == 201);
    return agent.body();
  }
  void publish_with(const std::string& markdown) {
    const auto tenant = platform.tenant(mulsanne);
    const auto page =
        tenants::create_content(*tenant, claire, {tenants::ContentKind::news, "", {"Fête", "", markdown}}, platform.now());
    REQUIRE(page);
    REQUIRE(tenants::publish(*tenant, claire, page->id, 1, platform.now()));
  }
};

std::string text(const json::Object& object, std::string_view name) { return json::string_or(object, name); }
std::string address(const json::Object& media) {
  return "/api/v1/media/" + std::to_string(json::find_integer(media, "id").value());
}

}  // namespace

TEST_CASE("an agent adds a picture and it shows at once, kept by browsers for ever") {
  Library library;
  const auto media = library.photo();
  CHECK(text(media, "kind") == "image");
  const auto& shown = library.visitor.get(text(media, "preview"));
  CHECK(shown.status == 200);
  CHECK(shown.headers.get("Content-Type") == "image/jpeg");
  CHECK(shown.headers.get("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(shown.headers.get("X-Content-Type-Options") == "nosniff");
  http::Request again = library.visitor.request(http::Method::get, text(media, "preview"));
  again.headers.set("If-None-Match", std::string(shown.headers.get("ETag")));
  CHECK(library.visitor.send(std::move(again)).status == 304);
}

TEST_CASE("the short address of a picture and a document are not found until they are published") {
  Library library;
  const std::string image = text(library.photo(), "path");
  const std::string document = text(library.plan(), "path");
  CHECK(document == "/documents/2/plan-local.pdf");
  CHECK(library.visitor.get(image).status == 404);
  CHECK(library.visitor.get(document).status == 404);
  library.publish_with("![Mairie](" + image + ") [Plan](" + document + ")");
  CHECK(library.visitor.get(image).status == 200);
  CHECK(library.visitor.last().headers.get("Cache-Control") == "public, max-age=300");
  CHECK(library.visitor.get(document).status == 200);
  CHECK(library.visitor.last().headers.get("Content-Disposition") == "inline; filename*=UTF-8''Plan%20local.pdf");
}

TEST_CASE("digits that are not those of the bytes open nothing") {
  Library library;
  const auto media = library.photo();
  CHECK(library.visitor.get("/images/1/800-0123456789abcdef.jpg").status == 404);
  CHECK(library.visitor.get("/images/1/wide-800.avif").status == 404);
  CHECK(library.visitor.get("/images/9/800.jpg").status == 404);
  CHECK(library.visitor.get("/images/x/800.jpg").status == 404);
}

TEST_CASE("what is in the bin is shown to nobody, and comes back from it") {
  Library library;
  const auto media = library.photo();
  library.publish_with("![Mairie](" + text(media, "path") + ")");
  CHECK(library.agent.json(http::Method::delete_, address(media)).status == 409);
  CHECK(library.agent.json(http::Method::delete_, address(media) + "?confirm=1").status == 204);
  CHECK(library.visitor.get(text(media, "preview")).status == 404);
  CHECK(library.visitor.get(text(media, "path")).status == 404);
  CHECK(library.agent.json(http::Method::post, address(media) + "/restore").status == 200);
  CHECK(library.visitor.get(text(media, "preview")).status == 200);
}

TEST_CASE("a file tells where it is shown") {
  Library library;
  const auto media = library.photo();
  library.publish_with("![Mairie](" + text(media, "path") + ")");
  REQUIRE(library.agent.get(address(media)).status == 200);
  const auto uses = library.agent.body().at("uses").as_array();
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].as_object().at("title") == "Fête");
  CHECK(uses[0].as_object().at("is_public") == true);
}

TEST_CASE("a description is required, kept, and refused when somebody else was faster") {
  Library library;
  const auto media = library.photo();
  const auto describe = [&](const std::string& alt) {
    return library.agent
        .json(http::Method::patch, address(media),
              R"({"alt":")" + alt +
                  R"(","is_decorative":false,"caption":"","credit":"","focal_x":500,"focal_y":500,"base_version":1})")
        .status;
  };
  CHECK(describe("") == 422);
  CHECK(library.agent.shows("Décrivez l’image"));
  CHECK(describe("La mairie") == 200);
  CHECK(describe("Trop tard") == 409);
  CHECK(library.agent.get("/api/v1/media?q=mairie&kind=image").status == 200);
  CHECK(library.agent.body().at("total") == 1);
}

TEST_CASE("a replaced picture has another address, and the old one no longer shows it") {
  Library library;
  const auto media = library.photo();
  REQUIRE(library.agent.post(address(media) + "/file", {}, {{"file", "b.jpg", "image/jpeg", grey_jpeg(700, 500)}}).status == 200);
  CHECK(text(library.agent.body(), "preview") != text(media, "preview"));
  CHECK(library.visitor.get(text(media, "preview")).status == 404);
}

TEST_CASE("an agent saves a document that is not public, and a visitor does not") {
  Library library;
  const auto media = library.plan();
  const auto& file = library.agent.get(address(media) + "/file");
  CHECK(file.status == 200);
  CHECK(file.headers.get("Content-Disposition").starts_with("attachment"));
  CHECK(library.visitor.get(address(media) + "/file").status == 401);
}

TEST_CASE("a refused file is refused in words") {
  Library library;
  CHECK(library.add("logo.svg", "<svg/>").status == 422);
  CHECK(library.agent.shows("Enregistrez le logo en PNG"));
  CHECK(library.agent.post("/api/v1/media", {{"x", "y"}}).status == 422);
  CHECK(library.agent.get("/api/v1/media?kind=video").status == 400);
}

TEST_CASE("nobody adds a file without being signed in, nor from another site") {
  Library library;
  CHECK(library.visitor.post("/api/v1/media", {}, {{"file", "a.jpg", "image/jpeg", jpeg_image(20, 20)}}).status == 401);
  CHECK(library.agent.get("/api/v1/media").status == 200);
  CHECK(library.agent.body().at("total") == 0);
}

TEST_CASE("the same address never gives another commune's picture") {
  Library library;
  const auto media = library.photo();
  library.publish_with("![Mairie](" + text(media, "path") + ")");
  Browser elsewhere(library.platform, saint_maixent);
  CHECK(elsewhere.get(text(media, "preview")).status == 404);
  CHECK(elsewhere.get(text(media, "path")).status == 404);
}

TEST_CASE("a document is a sandbox, and is given in parts to a reader that asks for one") {
  Library library;
  const auto plan = library.plan();
  library.publish_with("[Plan](" + text(plan, "path") + ")");
  const http::Response whole = library.visitor.get(text(plan, "path"));
  CHECK(whole.headers.get("Content-Security-Policy").ends_with("; sandbox"));
  CHECK(whole.headers.get("Accept-Ranges") == "bytes");
  http::Request request = library.visitor.request(http::Method::get, text(plan, "path"));
  request.headers.set("Range", "bytes=0-7");
  const auto& part = library.visitor.send(std::move(request));
  CHECK(part.status == 206);
  CHECK(part.payload() == "%PDF-1.7");
  CHECK(part.headers.get("Content-Range") == "bytes 0-7/" + std::to_string(whole.payload().size()));
  CHECK(part.headers.get("ETag") == whole.headers.get("ETag"));
  http::Request beyond = library.visitor.request(http::Method::get, text(plan, "path"));
  beyond.headers.set("Range", "bytes=99999999-");
  CHECK(library.visitor.send(std::move(beyond)).status == 416);
}
