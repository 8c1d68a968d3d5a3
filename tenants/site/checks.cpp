// Takes a text apart and hands each piece to the checks of its kind.
#include "tenants/site/checks.hpp"

#include "core/view/markdown_outline.hpp"
#include "tenants/site/checks_images.hpp"
#include "tenants/site/checks_links.hpp"
#include "tenants/site/checks_structure.hpp"
#include "tenants/site/checks_words.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::size_t most_findings = 50;

Spot at_line(const Spot& spot, int line) { return {spot.field, spot.block, line}; }

// The pieces of all passages together, each with its spot: the same words twice may stand in two blocks.
struct Pieces {
  std::vector<PlacedHeading> headings;
  std::vector<PlacedParagraph> paragraphs;
  std::vector<CheckedLink> links;
  std::vector<CheckedImage> images;
  std::vector<PlacedTable> tables;
};

Pieces pieces_of(const CheckInput& input) {
  Pieces pieces;
  for (const PlainLine& line : input.lines) pieces.paragraphs.push_back({line.spot, line.words, false});
  for (const Passage& passage : input.passages) {
    const view::MarkdownOutline outline = view::outline_of(passage.markdown);
    for (const auto& heading : outline.headings)
      pieces.headings.push_back({at_line(passage.spot, heading.line), heading.level, heading.words});
    for (const auto& paragraph : outline.paragraphs) {
      const bool is_bold_line = paragraph.is_all_strong && !paragraph.is_list_item;
      pieces.paragraphs.push_back({at_line(passage.spot, paragraph.line), paragraph.words, is_bold_line});
    }
    for (const auto& link : outline.links)
      pieces.links.push_back({at_line(passage.spot, link.line), link.words, link.url});
    for (const auto& image : outline.images)
      pieces.images.push_back({at_line(passage.spot, image.line), image.alternative});
    for (const auto& table : outline.tables) pieces.tables.push_back({at_line(passage.spot, table.line), table.header});
  }
  pieces.links.insert(pieces.links.end(), input.links.begin(), input.links.end());
  pieces.images.insert(pieces.images.end(), input.images.begin(), input.images.end());
  return pieces;
}

// Title, summary, text, then blocks from top to bottom.
auto place_of(const Finding& finding) {
  const Spot& spot = finding.spot;
  const int field = spot.field == "title" ? 0 : spot.field == "summary" ? 1 : 2;
  return std::tuple(finding.severity == Severity::advice, spot.block.value_or(-1), field, spot.line);
}

}  // namespace

std::string_view to_string(Severity severity) { return severity == Severity::blocking ? "blocking" : "advice"; }

std::vector<Finding> check_before_publishing(const CheckInput& input, const LeadsSomewhere& leads_somewhere) {
  const Pieces pieces = pieces_of(input);
  std::vector<Finding> findings;
  check_images(pieces.images, findings);
  check_headings(pieces.headings, findings);
  check_paragraphs(pieces.paragraphs, findings);
  check_tables(pieces.tables, findings);
  check_links(pieces.links, leads_somewhere, findings);
  check_sentences(pieces.paragraphs, findings);
  std::ranges::stable_sort(findings, {}, place_of);
  if (findings.size() > most_findings) findings.resize(most_findings);
  return findings;
}

bool has_blocking(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings, [](const Finding& found) { return found.severity == Severity::blocking; });
}

}  // namespace clocher::tenants
