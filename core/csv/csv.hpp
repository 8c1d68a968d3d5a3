// Tables as files that spreadsheets write and read. The only file that includes libcsv is csv.cpp.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::csv {

struct Record {
  std::size_t number = 0;          // as a spreadsheet numbers its rows, from 1
  std::vector<std::string> cells;  // UTF-8 without control characters but LF, trimmed (U+00A0 too)
};

inline constexpr std::size_t most_records = 20'000;
inline constexpr std::size_t most_cells = 200;  // of one record

// Forgiving as people's files are: a byte-order mark, UTF-8 or Windows-1252, lines ending in CRLF, LF or CR, cells
// separated by ; , or tabs (the one that the first line holds most, or what a line "sep=;" says), quotes doubled or in
// the middle of a cell. Records without any text are left out. An apostrophe that defuses a formula goes.
// Fails with malformed
//   csv.workbook     an .xlsx or .ods under another name
//   csv.not_text     a picture, UTF-16, anything with bytes that no text holds
//   csv.empty        not even a line of titles
//   csv.open_quote   {row}: a quote opens there and never closes
//   csv.too_wide     {row, limit}
// and too_large csv.too_many_rows {limit}.
[[nodiscard]] Result<std::vector<Record>> read(std::string_view bytes);

enum class Dialect {
  spreadsheet,  // ";" and a byte-order mark: what a French spreadsheet opens by a double click
  open_data,    // "," and UTF-8 alone: what SCDL schemas ask for
};

// Every cell quoted, lines end in CRLF (RFC 4180). A cell that a spreadsheet would run as a formula (= + - @ tab CR at its
// start) gets an apostrophe before it, telephones and numbers excepted.
[[nodiscard]] std::string write(std::span<const std::vector<std::string>> rows, Dialect dialect);

}  // namespace clocher::csv
