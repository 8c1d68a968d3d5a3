// Rules of the route table's look-up.
#include "core/http/router.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace clocher::http;

namespace {

Router make_router(const std::vector<std::pair<Method, std::string>>& routes) {
  Router router;
  for (std::size_t i = 0; i < routes.size(); ++i) router.add(routes[i].first, routes[i].second, i);
  return router;
}

// The index, -1 when not found, -2 when the method is not allowed.
int index_of(const Router& router, Method method, std::string_view path) {
  const RouteResult result = router.match(method, path);
  if (const auto* match = std::get_if<Match>(&result)) return static_cast<int>(match->index);
  return std::holds_alternative<NotFound>(result) ? -1 : -2;
}

std::string parameter(const Router& router, std::string_view path, std::string_view name) {
  return std::get<Match>(router.match(Method::get, path)).parameters.get(name);
}

}  // namespace

TEST_CASE("a literal path is matched whole", "[router]") {
  const Router router =
      make_router({{Method::get, "/"}, {Method::get, "/actualites"}, {Method::get, "/mon-espace/dossiers"}});
  CHECK(index_of(router, Method::get, "/") == 0);
  CHECK(index_of(router, Method::get, "/actualites") == 1);
  CHECK(index_of(router, Method::get, "/mon-espace/dossiers") == 2);
  for (const char* path : {"", "actualites", "/actualite", "/actualitess", "/Actualites", "/mon-espace", "//",
                           "//actualites", "/actualites//", "/x"}) {
    CAPTURE(path);
    CHECK(index_of(router, Method::get, path) == -1);
  }
}

TEST_CASE("a trailing slash is another path", "[router]") {
  const Router router = make_router({{Method::get, "/actualites"}, {Method::get, "/admin/"}});
  CHECK(index_of(router, Method::get, "/actualites/") == -1);
  CHECK(index_of(router, Method::get, "/admin/") == 1);
  CHECK(index_of(router, Method::get, "/admin") == -1);
}

TEST_CASE("parameters take one whole segment and are never empty", "[router]") {
  const Router router = make_router({{Method::get, "/demarches/{slug}/{step}"}});
  CHECK(parameter(router, "/demarches/acte/2", "slug") == "acte");
  CHECK(parameter(router, "/demarches/acte/2", "step") == "2");
  CHECK(parameter(router, "/demarches/fête d'été/2", "slug") == "fête d'été");
  for (const char* path : {"/demarches//2", "/demarches/a/", "/demarches/a", "/demarches/a/b/c"}) {
    CAPTURE(path);
    CHECK(index_of(router, Method::get, path) == -1);
  }
}

TEST_CASE("a parameter is not decoded a second time", "[router]") {
  const Router router = make_router({{Method::get, "/{slug}"}});
  CHECK(parameter(router, "/%41", "slug") == "%41");
}

TEST_CASE("asking for a parameter that the pattern lacks throws", "[router]") {
  const Router router = make_router({{Method::get, "/{slug}"}});
  CHECK_THROWS_AS(parameter(router, "/a", "id"), std::out_of_range);
}

TEST_CASE("a literal segment wins over a parameter, whatever the order of the table", "[router]") {
  const Router router =
      make_router({{Method::get, "/d/{slug}"}, {Method::get, "/d/nouveau"}, {Method::get, "/{rest...}"}});
  CHECK(index_of(router, Method::get, "/d/nouveau") == 1);
  CHECK(index_of(router, Method::get, "/d/autre") == 0);
  CHECK(index_of(router, Method::get, "/d/autre/x") == 2);
}

TEST_CASE("when the literal leads nowhere the parameter is tried", "[router]") {
  const Router router = make_router({{Method::get, "/d/nouveau/aide"}, {Method::get, "/d/{slug}/{step}"}});
  CHECK(index_of(router, Method::get, "/d/nouveau/2") == 1);
  CHECK(parameter(router, "/d/nouveau/2", "slug") == "nouveau");
}

TEST_CASE("two routes may name the same segment differently", "[router]") {
  const Router router = make_router({{Method::get, "/d/{slug}"}, {Method::get, "/d/{id}/pieces"}});
  CHECK(parameter(router, "/d/a", "slug") == "a");
  CHECK(parameter(router, "/d/7/pieces", "id") == "7");
}

TEST_CASE("a rest parameter takes all that follows, slashes included, but not nothing", "[router]") {
  const Router router = make_router({{Method::get, "/assets/{path...}"}});
  CHECK(parameter(router, "/assets/app.css", "path") == "app.css");
  CHECK(parameter(router, "/assets/fonts/a/b.woff2", "path") == "fonts/a/b.woff2");
  CHECK(index_of(router, Method::get, "/assets/") == -1);
  CHECK(index_of(router, Method::get, "/assets") == -1);
  CHECK(index_of(router, Method::get, "/assets//etc/passwd") == -1);
}

TEST_CASE("HEAD is served by GET", "[router]") {
  const Router router =
      make_router({{Method::get, "/a"}, {Method::post, "/b"}, {Method::get, "/c"}, {Method::head, "/c"}});
  CHECK(index_of(router, Method::head, "/a") == 0);
  CHECK(index_of(router, Method::head, "/b") == -2);
  CHECK(index_of(router, Method::head, "/c") == 3);
}

TEST_CASE("another method on a known path names those allowed", "[router]") {
  const Router router = make_router({{Method::post, "/a/{id}"}, {Method::get, "/a/{id}"}, {Method::delete_, "/a/b"}});
  const RouteResult result = router.match(Method::put, "/a/b");
  REQUIRE(std::holds_alternative<MethodNotAllowed>(result));
  CHECK(std::get<MethodNotAllowed>(result).allowed ==
        std::vector<Method>{Method::get, Method::head, Method::post, Method::delete_});
}

TEST_CASE("a path nobody knows is not found whatever the method", "[router]") {
  const Router router = make_router({{Method::post, "/a"}});
  for (const Method method : {Method::get, Method::post, Method::delete_, Method::options})
    CHECK(index_of(router, method, "/b") == -1);
}

TEST_CASE("bad patterns and doubles are refused when the table is built", "[router]") {
  Router router;
  for (const char* pattern :
       {"", "a", "/{", "/{}", "/{a", "/a}", "/a{b}", "/{a}b", "/{A}", "/{a b}", "/{a}/{a}", "/{rest...}/x", "/{...}"}) {
    CAPTURE(pattern);
    CHECK_THROWS_AS(router.add(Method::get, pattern, 0), std::invalid_argument);
  }
  router.add(Method::get, "/a/{x}", 0);
  CHECK_THROWS_AS(router.add(Method::get, "/a/{y}", 1), std::logic_error);
  CHECK_NOTHROW(router.add(Method::post, "/a/{y}", 1));
}

TEST_CASE("a path of many segments is answered without walking it again and again", "[router]") {
  Router router;
  std::string pattern;
  for (int depth = 0; depth < 16; ++depth) {
    router.add(Method::get, pattern + "/a", static_cast<std::size_t>(depth));
    pattern += depth % 2 == 0 ? "/a" : "/{p" + std::to_string(depth) + "}";
  }
  std::string path;
  for (int i = 0; i < 50000; ++i) path += "/a";
  CHECK(index_of(router, Method::get, path) == -1);
}
