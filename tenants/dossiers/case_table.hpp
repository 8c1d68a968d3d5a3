// Cases as a table for spreadsheets and programs: CSV, ODS, JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

// Rows may be shorter than the first one, the titles.
using CaseRows = std::vector<std::vector<std::string>>;

// format: csv, ods or json. A cell that a spreadsheet would run as a formula is defused: in CSV by an apostrophe, in ODS
// since every cell is text. JSON says the text as it is.
[[nodiscard]] std::string write_case_table(const CaseRows& rows, std::string_view format);
[[nodiscard]] std::string_view content_type_of(std::string_view format);

}  // namespace clocher::dossiers
