// The space of an intercommunality: agents work there, residents find nothing to read.
#include "tenants/provisioning.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* mans_metropole = "247200132";

struct Space {
  TestPlatform platform;
  tenants::CommuneRecord record =
      tenants::open_epci_space(platform.services.provisioning(), mans_metropole, "").value();

  http::Response get(std::string_view target) {
    return platform.application.handle(make_request(http::Method::get, target, record.host));
  }
};

}  // namespace

TEST_CASE("a visitor of the space of an intercommunality is led to its administration") {
  Space space;
  for (const char* target : {"/", "/actualites", "/la-mairie", "/demarches/copie-acte-etat-civil", "/suivi"}) {
    INFO(target);
    const auto response = space.get(target);
    CHECK(response.status == 303);
    CHECK(response.headers.get("Location") == "/admin/");
  }
  CHECK(space.get("/admin/").status != 303);  // 200 with the application, which tests do not carry
  CHECK(space.get("/nulle-part").status == 404);
}

TEST_CASE("an agent of the space is told that it is one") {
  Space space;
  make_agent(*space.platform.tenant(mans_metropole), space.platform.now());
  auto request = make_request(http::Method::post, "/api/v1/session", space.record.host);
  request.headers.set("Content-Type", "application/json");
  request.headers.set("Sec-Fetch-Site", "same-origin");
  request.body = json::serialize(json::Object{{"email", agent_email}, {"password", agent_password}});
  const auto response = space.platform.application.handle(request);
  REQUIRE(response.status == 200);
  CHECK(response.payload().find("\"kind\":\"epci\"") != std::string_view::npos);
}
