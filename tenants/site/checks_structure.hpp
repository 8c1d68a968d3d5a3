// Headings, paragraphs and tables: whether the parts of a text are what they look like (RGAA 5, 9.1, 10).
#pragma once

#include "tenants/site/checks.hpp"

namespace clocher::tenants {

struct PlacedHeading {
  Spot spot;
  int level = 0;
  std::string words;
};
struct PlacedParagraph {
  Spot spot;
  std::string words;
  bool is_bold_line = false;  // nothing but one run of bold, outside a list
};
struct PlacedTable {
  Spot spot;
  std::vector<std::string> header;
};

void check_headings(const std::vector<PlacedHeading>& headings, std::vector<Finding>& findings);
void check_paragraphs(const std::vector<PlacedParagraph>& paragraphs, std::vector<Finding>& findings);
void check_tables(const std::vector<PlacedTable>& tables, std::vector<Finding>& findings);

}  // namespace clocher::tenants
