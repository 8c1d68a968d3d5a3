// The outline of a text as assistive technology reads it.
#include "tenants/site/checks_structure.hpp"

#include "core/base/text.hpp"
#include "tenants/site/checks_words.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_heading = 80;
constexpr std::size_t longest_bold_line = 80;  // longer ones are sentences that somebody wanted to stress

bool ends_a_sentence(std::string_view words) {
  return words.ends_with('.') || words.ends_with(';') || words.ends_with(',');
}

}  // namespace

// The title of the page is level 1, so the first heading of the text belongs to level 2; what is written as level 1 is shown
// so by core/view/markdown, as are all others: the finding tells the author that the page will not be as it was written.
void check_headings(const std::vector<PlacedHeading>& headings, std::vector<Finding>& findings) {
  int above = 1;
  for (const PlacedHeading& heading : headings) {
    const auto note = [&](const char* key) {
      findings.push_back({key, Severity::advice, heading.spot, {{"words", heading.words}}});
    };
    if (heading.words.empty()) {
      note("checks.heading_empty");
      continue;
    }
    if (heading.level > above + 1) note("checks.heading_skipped");
    if (length_in_characters(heading.words) > longest_heading) note("checks.heading_long");
    if (is_in_capitals(heading.words)) note("checks.capitals");
    above = std::max(heading.level, 1);
  }
}

void check_paragraphs(const std::vector<PlacedParagraph>& paragraphs, std::vector<Finding>& findings) {
  for (const PlacedParagraph& paragraph : paragraphs) {
    const auto note = [&](const char* key) {
      findings.push_back({key, Severity::advice, paragraph.spot, {{"words", beginning_of(paragraph.words)}}});
    };
    const bool is_short = length_in_characters(paragraph.words) <= longest_bold_line;
    if (paragraph.is_bold_line && is_short && !ends_a_sentence(paragraph.words)) note("checks.heading_bold");
    if (is_in_capitals(paragraph.words)) note("checks.capitals");
  }
}

// The first cell may be empty: it stands above the names of the rows.
void check_tables(const std::vector<PlacedTable>& tables, std::vector<Finding>& findings) {
  for (const PlacedTable& table : tables) {
    const auto& header = table.header;
    const auto first_named = header.size() > 1 ? header.begin() + 1 : header.begin();
    if (std::any_of(first_named, header.end(), [](const std::string& words) { return words.empty(); }))
      findings.push_back({"checks.table_header", Severity::advice, table.spot});
  }
}

}  // namespace clocher::tenants
