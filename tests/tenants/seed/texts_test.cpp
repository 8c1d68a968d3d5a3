// The seeded texts: complete, well written, and filled for a commune without a leftover.
#include "core/base/text.hpp"
#include "core/http/assets.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace clocher;

namespace {

constexpr std::string_view no_break_space = "\u00A0";

std::vector<http::Asset> seed_files(std::string_view start, std::string_view ending) {
  std::vector<http::Asset> files;
  for (const http::Asset& asset : http::embedded_assets()) {
    if (asset.path.starts_with(start) && asset.path.ends_with(ending)) files.push_back(asset);
  }
  REQUIRE_FALSE(files.empty());
  return files;
}

std::vector<http::Asset> pages() { return seed_files("seed/pages/", ".md"); }
std::vector<http::Asset> every_text() { return seed_files("seed/", ""); }

std::string front_matter(const http::Asset& page, std::string_view key) {
  for (const std::string_view line : split(page.bytes, '\n')) {
    if (line.starts_with(std::string(key) + ": ")) return std::string(line.substr(key.size() + 2));
  }
  return {};
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
    names.emplace(text.substr(open + 2, text.find("}}", open) - open - 2));
  }
  return names;
}

std::size_t pages_of(std::string_view section) {
  return seed_files("seed/pages/" + std::string(section) + "/", ".md").size();
}

// Words that a typographer would stop at: "word ;" with a plain space, or a straight apostrophe between letters.
std::string first_fault(std::string_view text) {
  static constexpr std::array<std::string_view, 7> faults = {" ;", " ?", " !", " »", "« ", " : ", "n° "};
  for (const std::string_view fault : faults) {
    const auto at = text.find(fault);
    if (at != std::string_view::npos) return std::string(text.substr(at < 20 ? 0 : at - 20, 40));
  }
  const auto apostrophe = text.find('\'');
  return apostrophe == std::string_view::npos ? ""
                                              : std::string(text.substr(apostrophe < 20 ? 0 : apostrophe - 20, 40));
}

}  // namespace

TEST_CASE("Both sections start with pages") {
  CHECK(pages_of("la-mairie") >= 4);
  CHECK(pages_of("vivre-ici") >= 4);
}

TEST_CASE("Every seeded page has a title, a summary and a position of its own in its section") {
  std::set<std::string> positions;
  for (const http::Asset& page : pages()) {
    INFO(page.path);
    CHECK_FALSE(front_matter(page, "title").empty());
    CHECK_FALSE(front_matter(page, "summary").empty());
    CHECK(length_in_characters(front_matter(page, "summary")) <= 120);
    const auto folder = page.path.substr(0, page.path.rfind('/'));
    CHECK(positions.insert(std::string(folder) + " " + front_matter(page, "position")).second);
  }
}

TEST_CASE("Every seeded page tells the town hall what to complete, or leads to the directory where it is kept") {
  const std::string marker = "> **À compléter par la mairie**" + std::string(no_break_space) + ": ";
  for (const http::Asset& page : pages()) {
    INFO(page.path);
    CHECK((page.bytes.find(marker) != std::string_view::npos) !=
          (page.bytes.find("](/annuaire/") != std::string_view::npos));
  }
}

TEST_CASE("Seeded texts use only the placeholders that provisioning fills") {
  const std::set<std::string> known = {"name", "de_name", "epci", "department", "population"};
  for (const http::Asset& file : seed_files("seed/", ".md")) {
    INFO(file.path);
    for (const std::string& name : placeholders(file.bytes)) CHECK(known.count(name) == 1);
  }
}

TEST_CASE("Procedures hold no placeholder: they are kept as they are") {
  for (const http::Asset& file : seed_files("seed/procedures/", ".json")) CHECK(placeholders(file.bytes).empty());
}

TEST_CASE("Seeded French follows the rules of French typography") {
  for (const http::Asset& file : every_text()) {
    INFO(file.path);
    CHECK(first_fault(file.bytes) == "");
  }
}

TEST_CASE("Headings of seeded pages begin at the first level: the page shifts them below its own title") {
  for (const http::Asset& page : pages()) {
    INFO(page.path);
    CHECK(page.bytes.find("\n##") == std::string_view::npos);
  }
}

TEST_CASE("Seeded pages link to nothing outside the site") {
  for (const http::Asset& file : seed_files("seed/", ".md")) {
    INFO(file.path);
    CHECK(file.bytes.find("](http") == std::string_view::npos);
  }
}

TEST_CASE("A first news item welcomes the residents") {
  const http::Asset* news = http::find_asset("seed/news/bienvenue.md");
  REQUIRE(news != nullptr);
  CHECK(front_matter(*news, "title") == "Votre commune ouvre son site");
}
