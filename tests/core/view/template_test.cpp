// What templates do with data, and what they refuse.
#include "core/view/template.hpp"

#include "core/base/text.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <map>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace clocher;
using view::Views;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;

// Keeps the sources alive as the loader promises.
Views views_of(const Sources& sources) {
  return Views([&sources](std::string_view name) -> std::optional<std::string_view> {
    const auto found = sources.find(name);
    if (found == sources.end()) return std::nullopt;
    return found->second;
  });
}

std::string render(const std::string& source, std::string_view data, const std::string& name = "page.html") {
  const Sources sources{{name, source}};
  return views_of(sources).render(name, json::parse_trusted(data).as_object());
}

}  // namespace

TEST_CASE("a variable is escaped in text and in attributes", "[view]") {
  CHECK(render("<a title=\"{{x}}\">{{x}}</a>", R"({"x": "<script>'\"&"})") ==
        "<a title=\"" + escape_html("<script>'\"&") + "\">" + escape_html("<script>'\"&") + "</a>");
  CHECK(render("{{x}}", R"({"x": "<img onerror=alert(1)>"})").find('<') == std::string::npos);
}

TEST_CASE("raw output happens only with three braces or an ampersand", "[view]") {
  CHECK(render("{{{x}}}{{&x}}", R"({"x": "<b>"})") == "<b><b>");
}

TEST_CASE("plain text templates are not escaped", "[view]") {
  CHECK(render("{{x}}", R"({"x": "l'acte & <vous>"})", "mails/a.txt") == "l'acte & <vous>");
}

TEST_CASE("a value that looks like a tag is not read as one", "[view]") {
  CHECK(render("{{x}}|{{{x}}}", R"({"x": "{{y}}{{>z}}", "y": "secret"})") == "{{y}}{{&gt;z}}|{{y}}{{>z}}");
}

TEST_CASE("values of every JSON type are written as people expect", "[view]") {
  CHECK(render("{{text}} {{whole}} {{negative}} {{fraction}} {{none}}{{no}}{{absent}}.",
               R"({"text": "été", "whole": 12, "negative": -3, "fraction": 2.5, "none": null, "no": false})") ==
        "été 12 -3 2.5 .");
}

TEST_CASE("false, null, empty text and empty list hide a section and show its contrary", "[view]") {
  const auto value = GENERATE(values<std::string>({"false", "null", "\"\"", "[]"}));
  CAPTURE(value);
  CHECK(render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": " + value + "}") == "no");
}

TEST_CASE("true, numbers, zero included, text and objects show a section once", "[view]") {
  const auto value = GENERATE(values<std::string>({"true", "0", "1", "\"a\"", "{}", "{\"a\": 1}"}));
  CAPTURE(value);
  CHECK(render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": " + value + "}") == "yes");
}

TEST_CASE("a list repeats its section, with the outer values in reach", "[view]") {
  CHECK(render("{{#people}}{{name}} of {{town}};{{/people}}",
               R"({"town": "Assy", "people": [{"name": "A"}, {"name": "B"}]})") == "A of Assy;B of Assy;");
  CHECK(render("{{#words}}<{{.}}>{{/words}}", R"({"words": ["a", "<", 3]})") == "<a><&lt;><3>");
}

TEST_CASE("an inner null hides the outer value of the same name", "[view]") {
  CHECK(render("{{#people}}[{{town}}]{{/people}}", R"({"town": "Assy", "people": [{"town": null}]})") == "[]");
}

TEST_CASE("a dotted name goes into objects", "[view]") {
  CHECK(render("{{a.b.c}}{{#a.b}}{{c}}{{/a.b}}", R"({"a": {"b": {"c": 7}}})") == "77");
}

TEST_CASE("a tag alone on its line leaves no empty line", "[view]") {
  CHECK(render("<ul>\n{{#x}}\n<li>{{.}}</li>\n{{/x}}\n</ul>\n", R"({"x": [1, 2]})") ==
        "<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n");
}

TEST_CASE("partials see the data of where they are used, and nest", "[view]") {
  const Sources sources{{"page.html", "{{#people}}{{> person.html}}\n{{/people}}"},
                        {"person.html", "<p>{{>name.html}}</p>\n"},
                        {"name.html", "{{name}}"}};
  CHECK(views_of(sources).render("page.html",
                                 json::parse_trusted(R"({"people": [{"name": "A"}, {"name": "B"}]})").as_object()) ==
        "<p>A</p>\n<p>B</p>\n");
}

TEST_CASE("a missing, recursive or badly formed template says its name", "[view]") {
  const Sources sources{{"orphan.html", "{{> gone.html}}"},
                        {"loop.html", "{{> loop.html}}"},
                        {"open.html", "{{#x}}never closed"},
                        {"cross.html", "{{#x}}{{#y}}{{/x}}{{/y}}"},
                        {"cut.html", "{{> x"},
                        {"tag.html", "{{x"}};
  const Views views = views_of(sources);
  for (const char* name :
       {"gone.html", "orphan.html", "loop.html", "open.html", "cross.html", "cut.html", "tag.html"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(views.render(name, {}), std::runtime_error);
  }
  CHECK_THROWS_WITH(views.render("orphan.html", {}), Catch::Contains("gone.html"));
  CHECK_THROWS_WITH(views.render("open.html", {}), Catch::Contains("open.html"));
}

TEST_CASE("a page is put into its layout, which sees the same data", "[view]") {
  const Sources sources{{"layout.html", "<title>{{title}}</title><main>{{{content}}}</main>"},
                        {"page.html", "<h1>{{title}}</h1>"}};
  json::Object data{{"title", "A & B"}, {"content", "<script>"}};
  CHECK(views_of(sources).render_page("layout.html", "page.html", data) ==
        "<title>A &amp; B</title><main><h1>A &amp; B</h1></main>");
}

TEST_CASE("a template is read once, then used by any number of threads", "[view]") {
  std::atomic<int> loads = 0;
  const std::string source = "{{#x}}<{{.}}>{{/x}}";
  const Views views([&](std::string_view) -> std::optional<std::string_view> {
    ++loads;
    return source;
  });
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([&, number] {
      const json::Object data{{"x", json::Array{number, number}}};
      const std::string expected = '<' + std::to_string(number) + "><" + std::to_string(number) + '>';
      for (int turn = 0; turn < 200; ++turn) wrong += views.render("page.html", data) != expected;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(loads == 1);
}
