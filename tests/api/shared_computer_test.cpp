// Who leaves a shared computer leaves nothing of a request behind.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE(
    "leaving a tracked request also forgets the confirmation page, which shows the code, and keeps other drafts") {
  TestPlatform platform;
  Browser browser(platform);
  const std::string civil = "/demarches/" + std::string(civil_slug);
  const std::string absence = "/demarches/" + std::string(absence_slug);
  fill(browser, absence_slug, absence_answers());
  fill(browser, civil_slug, death_certificate_answers());
  browser.submit(civil + "/verification", {});
  browser.follow();
  REQUIRE(browser.last().status == 200);
  browser.get("/suivi/demande");
  browser.submit("/suivi/quitter", {});
  browser.get(civil + "/confirmation");
  CHECK(browser.location() == civil);
  browser.get(absence + "/verification");
  CHECK(browser.last().status == 200);
}
