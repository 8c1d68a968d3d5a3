// The census of a real corpus, run by hand: CLOCHER_SHEETS_CORPUS=<folder> api_tests "[corpus]". Draws every document of it.
#include "api/resident/sheets/html.hpp"
#include "core/base/text.hpp"
#include "core/http/assets.hpp"
#include "core/http/compress.hpp"
#include "tenants/sheets/document.hpp"
#include "tenants/sheets/source.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

using namespace clocher;

namespace {

void count_unknown(const xml::Node& node, std::map<std::string, int>& unknown) {
  if (!node.is_text() && !api::resident::is_known_element(node.name)) ++unknown[node.name];
  for (const xml::Node& child : node.children) count_unknown(child, unknown);
}

// What is drawn must be closed in its order, with no paragraph in a paragraph and no link in a link.
std::string fault_in(const xml::Node& node, bool in_paragraph = false, bool in_link = false) {
  static const std::set<std::string> blocks = {"p",  "ul", "ol", "div", "table", "details", "h2",
                                               "h3", "h4", "h5", "h6",  "dl",    "nav",     "address"};
  if (in_paragraph && blocks.contains(node.name)) return node.name + " in p";
  if (in_link && node.name == "a") return "a in a";
  for (const xml::Node& child : node.children) {
    std::string fault = fault_in(child, in_paragraph || node.name == "p", in_link || node.name == "a");
    if (!fault.empty()) return fault;
  }
  return "";
}

std::string fault_of(std::string html) {
  for (std::size_t at = html.find("<br>"); at != std::string::npos; at = html.find("<br>", at + 4))
    html.insert(at + 3, "/");
  const auto parsed = xml::parse("<x>" + html + "</x>", {.size_bytes = 64'000'000, .depth = 200, .nodes = 4'000'000});
  return parsed ? fault_in(*parsed) : parsed.error().key;
}

struct Figures {
  std::vector<std::size_t> sizes;
  std::string largest;
  double slowest_ms = 0;
  double total_ms = 0;

  void add(const std::string& id, const std::string& html, double ms) {
    const std::size_t size = http::brotli(html).size();
    if (sizes.empty() || size > *std::ranges::max_element(sizes)) largest = id;
    sizes.push_back(size);
    slowest_ms = std::max(slowest_ms, ms);
    total_ms += ms;
  }
  void print() {
    std::ranges::sort(sizes);
    std::cout << sizes.size() << " pages; compressed bytes: median " << sizes[sizes.size() / 2] << ", 99 % "
              << sizes[sizes.size() * 99 / 100] << ", largest " << sizes.back() << " (" << largest << "), over 14 KiB "
              << std::ranges::count_if(sizes, [](std::size_t size) { return size > 14 * 1024; }) << "; drawing: mean "
              << total_ms / static_cast<double>(sizes.size()) << " ms, slowest " << slowest_ms << " ms\n";
  }
};

}  // namespace

TEST_CASE("every document of a corpus is drawn whole", "[.][corpus]") {
  const char* folder = std::getenv("CLOCHER_SHEETS_CORPUS");
  REQUIRE(folder != nullptr);
  const auto files = sheets::open_source(folder).value();
  const view::Catalogue words(http::find_asset("locales/fr.json")->bytes, view::OnMissing::throws);
  const sheets::Index nothing;
  std::map<std::string, int> unknown;
  Figures figures;
  for (std::size_t index = 0; index < files.names.size(); ++index) {
    INFO(files.names[index]);
    auto root = files.parse(files.read(index).value());
    REQUIRE(root);
    count_unknown(*root, unknown);
    auto document = sheets::read_document(std::move(*root), std::nullopt);
    REQUIRE(document);
    const std::string packed = sheets::pack(document->root);
    const auto start = std::chrono::steady_clock::now();
    const std::string html =
        api::resident::sheet_html(document->sheet, sheets::unpack(packed), {nothing, words, {}, {}});
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    CHECK(fault_of(html) == "");
    figures.add(document->sheet.id, html, spent.count());
  }
  CHECK(unknown.empty());
  for (const auto& [name, count] : unknown) std::cout << "unknown: " << name << " " << count << "\n";
  figures.print();
}
