// The exact policies, because a word too many opens a door.
#include "core/security/headers.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::security;

namespace {

http::Headers headers_of(PageKind kind, Transport transport = Transport::https, http::Response response = {}) {
  add_security_headers(response, kind, transport);
  return response.headers;
}

bool allows(const http::Headers& headers, std::string_view text) {
  return headers.get("Content-Security-Policy").find(text) != std::string_view::npos;
}

constexpr auto every_kind = {PageKind::resident, PageKind::personal, PageKind::admin, PageKind::api, PageKind::asset};

}  // namespace

TEST_CASE("the policy of resident pages lets our own files in and nothing else", "[headers]") {
  for (const auto kind : {PageKind::resident, PageKind::personal}) {
    CHECK(
        headers_of(kind).get("Content-Security-Policy") ==
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  }
}

TEST_CASE("the administration runs no inline script and needs Trusted Types", "[headers]") {
  const auto headers = headers_of(PageKind::admin);
  CHECK(allows(headers, "script-src 'self';"));
  CHECK(allows(headers, "require-trusted-types-for 'script'; trusted-types clocher-preview ProseMirrorClipboard"));
  CHECK(allows(headers, "frame-ancestors 'none'"));
}

TEST_CASE("no policy has a wildcard, an eval, an inline script or a foreign host", "[headers]") {
  for (const auto kind : every_kind) {
    const auto headers = headers_of(kind);
    for (const char* word : {"*", "unsafe-eval", "script-src 'unsafe", "http:", "https:", "strict-dynamic"})
      CHECK_FALSE(allows(headers, word));
    CHECK(allows(headers, "default-src 'none'"));
    CHECK(allows(headers, "base-uri 'none'"));
  }
}

TEST_CASE("every answer says nosniff, referrer, isolation and devices", "[headers]") {
  for (const auto kind : every_kind) {
    const auto headers = headers_of(kind, Transport::http);
    CHECK(headers.get("X-Content-Type-Options") == "nosniff");
    CHECK(headers.get("Referrer-Policy") == "same-origin");
    CHECK(headers.get("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(headers.get("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(headers.get("Permissions-Policy").find("camera=()") != std::string_view::npos);
  }
}

TEST_CASE("pages about a person and answers of the API are never stored", "[headers]") {
  http::Response response;
  response.headers.set("Cache-Control", "public, max-age=60");
  CHECK(headers_of(PageKind::personal, Transport::https, response).get("Cache-Control") == "no-store");
  CHECK(headers_of(PageKind::api, Transport::https, response).get("Cache-Control") == "no-store");
  CHECK(headers_of(PageKind::resident, Transport::https, response).get("Cache-Control") == "public, max-age=60");
  CHECK(headers_of(PageKind::asset, Transport::https, response).get("Cache-Control") == "public, max-age=60");
}

TEST_CASE("HSTS is sent over https only, with subdomains only where they are ours", "[headers]") {
  CHECK_FALSE(headers_of(PageKind::resident, Transport::http).has("Strict-Transport-Security"));
  CHECK(headers_of(PageKind::resident, Transport::https).get("Strict-Transport-Security") == "max-age=63072000");
  CHECK(headers_of(PageKind::resident, Transport::https_own_domain).get("Strict-Transport-Security") ==
        "max-age=63072000; includeSubDomains");
}

TEST_CASE("a handler cannot weaken the policy, and no header is sent twice", "[headers]") {
  http::Response response;
  response.headers.add("content-security-policy", "default-src *");
  response.headers.add("Content-Security-Policy", "script-src 'unsafe-inline'");
  const auto headers = headers_of(PageKind::resident, Transport::https, response);
  int count = 0;
  for (const auto& [name, value] : headers.all())
    count += name.size() == std::string_view("Content-Security-Policy").size() && (name[0] == 'c' || name[0] == 'C') &&
             name.find("ecurity-") != std::string::npos;
  CHECK(count == 1);
  CHECK_FALSE(allows(headers, "unsafe"));
}

TEST_CASE("a form may lead to one origin that we name, and nothing else of the policy changes", "[headers]") {
  http::Response response;
  allow_forms_to(response, "https://bank.example");
  add_security_headers(response, PageKind::personal, Transport::https);
  const std::string policy(response.headers.get("Content-Security-Policy"));
  CHECK(policy.find("form-action 'self' https://bank.example; base-uri 'none'") != std::string::npos);
  CHECK(policy.find("script-src 'self';") != std::string::npos);
  CHECK_FALSE(response.headers.has("Clocher-Form-Origin"));
}

TEST_CASE("a file is a sandbox, whatever kind of page it comes from", "[headers]") {
  for (const auto kind : every_kind) {
    http::Response file;
    file.headers.set("Content-Disposition", "inline");
    const auto headers = headers_of(kind, Transport::https, file);
    CHECK(headers.get("Content-Security-Policy") ==
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
    CHECK(headers.get("X-Content-Type-Options") == "nosniff");
  }
}
