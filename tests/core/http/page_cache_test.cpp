// Rules of the page cache and of compression.
#include "core/http/page_cache.hpp"

#include "core/http/compress.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/decompress.hpp"

#include <string>
#include <thread>
#include <vector>

using namespace clocher;
using namespace clocher::http;

namespace {

constexpr Instant now{1000000};
const std::string page_text = "<!doctype html><title>Bouloire</title>" + std::string(2000, 'x');

Request get(std::string path, std::string accept_encoding = "") {
  Request request;
  request.path = std::move(path);
  if (!accept_encoding.empty()) request.headers.set("Accept-Encoding", std::move(accept_encoding));
  return request;
}

std::string shown(PageCache& cache, std::string_view tenant, std::int64_t generation, const std::string& path,
                  Instant at = now) {
  const auto response = cache.answer(get(path), tenant, generation, at);
  return response ? std::string(response->payload()) : "";
}

}  // namespace

TEST_CASE("a stored page is answered from the cache", "[page_cache]") {
  PageCache cache(1000000);
  CHECK(shown(cache, "72042", 1, "/").empty());
  cache.store("72042", 1, "/", html(200, page_text), now);
  CHECK(shown(cache, "72042", 1, "/") == page_text);
  CHECK(shown(cache, "72042", 1, "/actualites").empty());
}

TEST_CASE("two communes never share a page", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, "Bouloire"), now);
  CHECK(shown(cache, "72043", 1, "/").empty());
  cache.store("72043", 1, "/", html(200, "Bourg-le-Roi"), now);
  CHECK(shown(cache, "72042", 1, "/") == "Bouloire");
  CHECK(shown(cache, "72043", 1, "/") == "Bourg-le-Roi");
}

TEST_CASE("tenant and path never run into each other", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("a", 1, "/b/c", html(200, "one"), now);
  CHECK(shown(cache, "a/b", 1, "/c").empty());
  CHECK(shown(cache, "", 1, "a/b/c").empty());
}

TEST_CASE("another generation of the commune does not see the page", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 2, "/", html(200, "two"), now);
  CHECK(shown(cache, "72042", 1, "/").empty());
  CHECK(shown(cache, "72042", 2, "/") == "two");
  CHECK(shown(cache, "72042", 3, "/").empty());
  CHECK(cache.count() == 0);
}

TEST_CASE("a page rendered before a change does not replace the one rendered after", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 2, "/", html(200, "new"), now);
  cache.store("72042", 1, "/", html(200, "old"), now);
  CHECK(shown(cache, "72042", 2, "/") == "new");
}

TEST_CASE("a page lives a minute, and not when the clock went back", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, "a"), now);
  CHECK(shown(cache, "72042", 1, "/", now + 59) == "a");
  CHECK(shown(cache, "72042", 1, "/", now + 60).empty());
  cache.store("72042", 1, "/", html(200, "a"), now);
  CHECK(shown(cache, "72042", 1, "/", now - 1).empty());
}

TEST_CASE("what is not for everybody is not kept", "[page_cache]") {
  PageCache cache(1000000);
  Response personal = html(200, "a");
  personal.headers.set("Cache-Control", "no-store");
  Response marked = html(200, "a");
  marked.headers.set("Cache-Control", "private, max-age=0");
  Response with_cookie = html(200, "a");
  with_cookie.headers.add("Set-Cookie", "a=1");
  for (const Response& response : {personal, marked, with_cookie, html(404, "a"), html(500, "a"), see_other("/")}) {
    CHECK(cache.store("72042", 1, "/", response, now) == nullptr);
  }
  CHECK(cache.count() == 0);
}

TEST_CASE("only plain reads are answered from the cache", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, "a"), now);
  Request request = get("/");
  request.method = Method::head;
  CHECK(cache.answer(request, "72042", 1, now));
  request.method = Method::post;
  CHECK_FALSE(cache.answer(request, "72042", 1, now));
  request = get("/");
  request.query = "page=2";
  CHECK_FALSE(cache.answer(request, "72042", 1, now));
}

TEST_CASE("the bytes that the client prefers are sent, and say what they are", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, page_text), now);
  const auto plain = cache.answer(get("/"), "72042", 1, now).value();
  CHECK_FALSE(plain.headers.has("Content-Encoding"));
  CHECK(plain.headers.get("Content-Type") == "text/html; charset=utf-8");
  const auto brotli_answer = cache.answer(get("/", "gzip, br"), "72042", 1, now).value();
  CHECK(brotli_answer.headers.get("Content-Encoding") == "br");
  CHECK(test::unbrotli(brotli_answer.payload()) == page_text);
  const auto gzip_answer = cache.answer(get("/", "gzip"), "72042", 1, now).value();
  CHECK(gzip_answer.headers.get("Content-Encoding") == "gzip");
  CHECK(test::gunzip(gzip_answer.payload()) == page_text);
  for (const Response& response : {plain, brotli_answer, gzip_answer}) {
    CHECK(response.headers.get("Vary") == "Accept-Encoding");
    CHECK(response.headers.get("Cache-Control") == "no-cache");
  }
  CHECK(plain.headers.get("ETag") != brotli_answer.headers.get("ETag"));
  CHECK(gzip_answer.headers.get("ETag") != brotli_answer.headers.get("ETag"));
}

TEST_CASE("a client that has the page gets 304 without a body", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, page_text), now);
  Request request = get("/", "br");
  const std::string etag(cache.answer(request, "72042", 1, now)->headers.get("ETag"));
  request.headers.set("If-None-Match", "W/" + etag);
  const auto response = cache.answer(request, "72042", 1, now).value();
  CHECK(response.status == 304);
  CHECK(response.payload().empty());
  CHECK(response.headers.get("ETag") == etag);
  CHECK(response.headers.get("Vary") == "Accept-Encoding");
  CHECK_FALSE(response.headers.has("Content-Type"));
  CHECK_FALSE(response.headers.has("Content-Encoding"));
}

TEST_CASE("a tag of other bytes gets the page", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, "a"), now);
  Request request = get("/");
  request.headers.set("If-None-Match", std::string(cache.answer(request, "72042", 1, now)->headers.get("ETag")));
  cache.store("72042", 2, "/", html(200, "b"), now);
  CHECK(cache.answer(request, "72042", 2, now)->status == 200);
}

TEST_CASE("the page's own headers are kept but not those of one request", "[page_cache]") {
  PageCache cache(1000000);
  Response response = html(200, "a");
  response.headers.set("Content-Security-Policy", "default-src 'none'");
  response.headers.set("Vary", "Cookie");
  response.headers.set("X-Request-Id", "0123456789abcdef");
  cache.store("72042", 1, "/", response, now);
  const auto answer = cache.answer(get("/"), "72042", 1, now).value();
  CHECK(answer.headers.get("Content-Security-Policy") == "default-src 'none'");
  CHECK(answer.headers.get("Vary") == "Cookie, Accept-Encoding");
  CHECK_FALSE(answer.headers.has("X-Request-Id"));
}

TEST_CASE("the least recently used pages leave first and the bound holds", "[page_cache]") {
  PageCache probe(1000000);
  probe.store("72042", 1, "/1", html(200, page_text), now);
  PageCache cache(2 * probe.size_bytes());
  cache.store("72042", 1, "/1", html(200, page_text), now);
  cache.store("72042", 1, "/2", html(200, page_text), now);
  CHECK_FALSE(shown(cache, "72042", 1, "/1").empty());
  cache.store("72042", 1, "/3", html(200, page_text), now);
  CHECK(cache.count() == 2);
  CHECK(cache.size_bytes() == 2 * probe.size_bytes());
  CHECK_FALSE(shown(cache, "72042", 1, "/1").empty());
  CHECK(shown(cache, "72042", 1, "/2").empty());
  CHECK_FALSE(shown(cache, "72042", 1, "/3").empty());
}

TEST_CASE("storing a page again does not count it twice", "[page_cache]") {
  PageCache cache(1000000);
  cache.store("72042", 1, "/", html(200, page_text), now);
  const std::size_t size = cache.size_bytes();
  cache.store("72042", 1, "/", html(200, page_text), now);
  CHECK(cache.count() == 1);
  CHECK(cache.size_bytes() == size);
}

TEST_CASE("a page larger than the cache is answered but not kept", "[page_cache]") {
  PageCache cache(1000);
  const auto page = cache.store("72042", 1, "/", html(200, page_text), now);
  REQUIRE(page);
  CHECK(answer_with(*page, get("/")).payload() == page_text);
  CHECK(cache.count() == 0);
}

TEST_CASE("threads that store and read meet only whole pages of their own commune", "[page_cache]") {
  PageCache cache(40000);
  std::vector<std::thread> threads;
  std::vector<int> strangers(4, 0);
  for (std::size_t t = 0; t < strangers.size(); ++t) {
    threads.emplace_back([&cache, &strangers, t] {
      const std::string tenant = "7200" + std::to_string(t);
      for (int i = 0; i < 300; ++i) {
        const std::string path = "/" + std::to_string(i % 7);
        cache.store(tenant, i / 100, path, html(200, tenant + path), now);
        const std::string seen = shown(cache, tenant, i / 100, path);
        if (!seen.empty() && seen != tenant + path) ++strangers[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(strangers == std::vector<int>(4, 0));
  CHECK(cache.size_bytes() <= 40000);
}

TEST_CASE("compressed bytes read back as they were and are smaller for a page", "[compress]") {
  for (const std::string& text : {std::string(), std::string("a"), page_text, std::string(100000, '\0')}) {
    CHECK(test::unbrotli(brotli(text)) == text);
    CHECK(test::gunzip(gzip(text)) == text);
  }
  CHECK(brotli(page_text).size() < page_text.size() / 4);
  CHECK(gzip(page_text).size() < page_text.size() / 4);
}
