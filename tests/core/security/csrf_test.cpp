// Every combination of what browsers send with a form, and which are ours.
#include "core/security/csrf.hpp"

#include "tests/support/catch.hpp"

#include <optional>

using namespace clocher;
using namespace clocher::security;

namespace {

constexpr std::string_view secret = "a secret of the test";
constexpr std::string_view cookie = "cookie-value";

struct Sent {
  std::string name;
  std::optional<std::string> fetch_site;
  std::optional<std::string> origin;
  std::string cookie_value;
  std::string token;
  bool expected;
};

bool passes(http::Method method, const Sent& sent) {
  http::Request request;
  request.method = method;
  if (sent.fetch_site) request.headers.set("sec-fetch-site", *sent.fetch_site);
  if (sent.origin) request.headers.set("origin", *sent.origin);
  return is_from_own_page(request, {"https://assy.example.fr", secret, sent.cookie_value, sent.token});
}

}  // namespace

TEST_CASE("a request that changes something passes only from our own page", "[csrf]") {
  const std::string own = "https://assy.example.fr", used(cookie), right = form_token(secret, cookie);
  const auto none = std::nullopt;
  const std::vector<Sent> table = {
      {"modern browser, own page", "same-origin", own, used, "", true},
      {"modern browser, own page, no token needed", "same-origin", none, used, "wrong", true},
      {"another site", "cross-site", "https://evil.example", used, right, false},
      {"a sibling commune", "same-site", "https://bray.example.fr", used, right, false},
      {"typed by hand", "none", none, used, right, false},
      {"another site that lies in Origin", "cross-site", own, used, right, false},
      {"an unknown word", "same-origin, cross-site", own, used, right, false},
      {"an empty word", "", own, used, right, false},
      {"another case", "Same-Origin", own, used, right, false},
      {"older browser, own origin", none, own, used, "", true},
      {"older browser, own origin in plain http", none, "http://assy.example.fr", used, right, false},
      {"older browser, other port", none, "https://assy.example.fr:8443", used, right, false},
      {"older browser, name that starts like ours", none, "https://assy.example.fr.evil.example", used, right, false},
      {"older browser, sandboxed frame", none, "null", used, right, false},
      {"older browser, empty origin", none, "", used, right, false},
      {"another site, without cookie", none, "https://evil.example", "", "", false},
      {"nothing said, right token", none, none, used, right, true},
      {"nothing said, no token", none, none, used, "", false},
      {"nothing said, token of another cookie", none, none, used, form_token(secret, "other"), false},
      {"nothing said, token of another secret", none, none, used, form_token("other secret", cookie), false},
      {"nothing said, no cookie relied on", none, none, "", "", true},
  };
  for (const Sent& sent : table) {
    for (const auto method : {http::Method::post, http::Method::put, http::Method::patch, http::Method::delete_}) {
      CAPTURE(sent.name, http::to_string(method));
      CHECK(passes(method, sent) == sent.expected);
    }
  }
}

TEST_CASE("a request that changes nothing passes from anywhere", "[csrf]") {
  const Sent elsewhere{"", "cross-site", "https://evil.example", std::string(cookie), "", true};
  for (const auto method : {http::Method::get, http::Method::head, http::Method::options})
    CHECK(passes(method, elsewhere));
}

TEST_CASE("a form token does not show the cookie and differs for each", "[csrf]") {
  CHECK(form_token(secret, cookie).find(cookie) == std::string::npos);
  CHECK(form_token(secret, "a") != form_token(secret, "b"));
}
