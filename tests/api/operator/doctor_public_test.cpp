// doctor --public visits the real pages of a commune, and names each fault that something on the way plants.
#include "api/commands/doctor_public.hpp"

#include "tenants/site/legal.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::api::commands;

namespace {

struct Visited {
  TestPlatform platform;
  Browser visitor{platform};
  std::function<void(const std::string& path, outbound::FetchedPage& page)> spoil = [](const auto&, auto&) {};

  Visited() {
    REQUIRE(tenants::save_legal(*platform.tenant(), claire, {"", "dpo@exemple.fr", "Exemple, Le Mans", "", ""}, platform.now()));
  }

  outbound::FetchedPage page(const std::string& path) {
    const http::Response& response = visitor.get(path);
    outbound::FetchedPage read{response.status, {}, std::string(response.payload())};
    for (const char* name : {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Strict-Transport-Security"}) {
      std::string lower(name);
      std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      read.headers[lower] = std::string(response.headers.get(name));
    }
    spoil(path, read);
    return read;
  }
  std::vector<Finding> visit() {
    const std::string site = platform.origin();
    const FetchPage fetch = [&](const std::string& url) -> Result<outbound::FetchedPage> { return page(url.substr(site.size())); };
    return check_site({site, "Mulsanne"}, fetch, platform.now());
  }
  std::vector<std::string> faults() {
    std::vector<std::string> names;
    for (const Finding& finding : visit())
      if (finding.is_fault()) names.push_back(finding.name);
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a site that is whole has no fault, and every page of it was looked at") {
  Visited site;
  CHECK(site.faults().empty());
  CHECK(site.visit().size() == 9);
}

TEST_CASE("a site without what the law asks is named with the page that lacks it") {
  Visited site;
  REQUIRE(tenants::save_legal(*site.platform.tenant(), claire, {}, site.platform.now()));
  CHECK(site.faults() == Names{"/mentions-legales", "/donnees-personnelles"});
}

TEST_CASE("headers that a proxy takes away are named") {
  Visited site;
  site.spoil = [](const auto&, outbound::FetchedPage& page) { page.headers.erase("content-security-policy"); };
  CHECK(site.faults() == Names{"en-têtes"});
}

TEST_CASE("another site at the same address, a closed one and a redirection are told apart") {
  Visited site;
  const auto detail_when = [&](int status, const std::string& body) {
    site.spoil = [=](const std::string& path, outbound::FetchedPage& page) {
      if (path != "/") return;
      page.status = status;
      page.body = body;
      page.headers["location"] = "https://ailleurs.example/";
    };
    return site.visit().front().detail;
  };
  CHECK(detail_when(200, "Apache2 Debian Default Page").find("ne montre pas Mulsanne") != std::string::npos);
  CHECK(detail_when(503, "").find("fermé") != std::string::npos);
  CHECK(detail_when(308, "").find("https://ailleurs.example/") != std::string::npos);
}

TEST_CASE("files for machines that are missing, old or of another address are named") {
  Visited site;
  site.spoil = [](const std::string& path, outbound::FetchedPage& page) {
    if (path == "/sitemap.xml") page.body = "<urlset><url><loc>http://autre.example/</loc></url></urlset>";
    if (path == "/robots.txt") page.status = 404;
    if (path == "/.well-known/security.txt") page.body = "Contact: mailto:a@exemple.fr\nExpires: 2020-01-01T00:00:00Z\n";
  };
  CHECK(site.faults() == Names{"/sitemap.xml", "/robots.txt", "/.well-known/security.txt"});
}

TEST_CASE("a site that cannot be reached is one finding, and a certificate is the proxy's") {
  const auto mend_of = [](const std::string& reason) {
    const FetchPage fetch = [&](const std::string& url) -> Result<outbound::FetchedPage> {
      return fail(ErrorKind::unavailable, "fetch.failed", {{"url", url}, {"reason", reason}});
    };
    const auto findings = check_site({"https://mulsanne.example", "Mulsanne"}, fetch, platform_start);
    REQUIRE(findings.size() == 1);
    return findings.front().mend;
  };
  CHECK(mend_of("SSL certificate problem: certificate has expired").find("certificat") != std::string::npos);
  CHECK(mend_of("Could not resolve host").find("DNS") != std::string::npos);
}

TEST_CASE("doctor --public asks which commune, and ends with 1 when it is unknown or its site does not answer") {
  TemporaryFolder folder;
  const CommandLine line(folder.path());
  CHECK(line.run({"doctor", "--public"}).exit_code == 1);
  REQUIRE(line.run({"commune", "create", mulsanne_code}).exit_code == 0);
  CHECK(line.run({"doctor", "--public", "--commune", "72003"}).exit_code == 1);
}
