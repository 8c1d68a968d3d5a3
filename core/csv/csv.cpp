// Reads and writes CSV with libcsv; what people's files need around it.
#include "core/csv/csv.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <csv.h>

namespace clocher::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Windows-1252 from 0x80 to 0x9F, where it is not Latin-1; 0 for the five bytes that it leaves free.
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const bool is_special = code >= 0x80 && code < 0xA0;
    append_utf8(text, is_special ? windows_1252[code - 0x80] : char32_t{code});
  }
  return text;
}

bool is_binary(std::string_view bytes) {
  return std::ranges::any_of(bytes, [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
}

Result<std::string> to_text(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
    return fail(ErrorKind::malformed, "csv.workbook");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || is_binary(bytes))
    return fail(ErrorKind::malformed, "csv.not_text");
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const std::string text = is_valid_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends_pair = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
    if (!ends_pair && text[i] != '\0') lines += text[i] == '\r' ? '\n' : text[i];
  }
  return lines;
}

// "sep=;" on a line of its own: Excel's own way of saying it.
bool says_separator(std::string_view line) { return line.size() == 5 && fold(line.substr(0, 4)) == "sep="; }

char find_separator(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  if (says_separator(first)) return first[4];
  std::array<std::pair<char, std::size_t>, 3> counts = {{{';', 0}, {'\t', 0}, {',', 0}}};
  bool is_quoted = false;
  bool has_text = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (c == '\n' && !is_quoted && has_text) break;
    has_text = has_text || (c != '\n' && c != ' ');
    for (auto& [separator, count] : counts) count += !is_quoted && c == separator ? 1U : 0U;
  }
  return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
}

bool is_formula_start(char c) { return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r'; }

std::string clean_cell(std::string_view cell) {
  std::string_view text = trim(cell);
  if (text.size() >= 2 && text[0] == '\'' && is_formula_start(text[1])) text.remove_prefix(1);
  return std::string(text);
}

struct Reading {
  std::vector<Record> records;
  Record record;
  std::size_t number = 1;
  std::size_t too_wide = 0;  // number of the first record that is

  void end_cell(std::string_view cell) {
    if (record.cells.size() < most_cells)
      record.cells.push_back(clean_cell(cell));
    else if (too_wide == 0)
      too_wide = number;
  }
  void end_record() {
    const bool has_text = std::ranges::any_of(record.cells, [](const std::string& cell) { return !cell.empty(); });
    record.number = number++;
    if (has_text && records.size() <= most_records) records.push_back(std::move(record));
    record = {};
  }
};

extern "C" {
void on_csv_cell(void* bytes, std::size_t size, void* reading) {
  static_cast<Reading*>(reading)->end_cell({static_cast<const char*>(bytes), size});
}
void on_csv_record(int, void* reading) { static_cast<Reading*>(reading)->end_record(); }
}

// Blank lines are reported too, so that the numbers are the spreadsheet's. Quotes are taken as they come, but one that
// never closes would swallow the rest of the file.
class Parser {
 public:
  explicit Parser(char separator) {
    if (csv_init(&parser_, CSV_REPALL_NL) != 0) throw std::runtime_error("csv: no parser");
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // False when a quote stays open.
  [[nodiscard]] bool parse(std::string_view text, Reading& reading) {
    if (csv_parse(&parser_, text.data(), text.size(), on_csv_cell, on_csv_record, &reading) != text.size())
      throw std::runtime_error(std::string("csv: ") + csv_strerror(csv_error(&parser_)));
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    return csv_fini(&parser_, on_csv_cell, on_csv_record, &reading) == 0;
  }

 private:
  csv_parser parser_{};
};

bool is_plain_number(std::string_view cell) {
  return std::ranges::all_of(cell.substr(1),
                             [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == ','; });
}

// "+33 2 43 00 00 00" and "-0,25" are what they look like.
bool must_be_defused(std::string_view cell) {
  if (cell.empty() || !is_formula_start(cell[0])) return false;
  return !((cell[0] == '+' || cell[0] == '-') && cell.size() > 1 && is_plain_number(cell));
}

void append_cell(std::string& out, std::string_view cell) {
  const std::string safe = must_be_defused(cell) ? "'" + std::string(cell) : std::string(cell);
  std::string quoted(csv_write(nullptr, 0, safe.data(), safe.size()), '\0');
  csv_write(quoted.data(), quoted.size(), safe.data(), safe.size());
  out += quoted;
}

}  // namespace

Result<std::vector<Record>> read(std::string_view bytes) {
  auto text = to_text(bytes);
  if (!text) return fail(text.error());
  const char separator = find_separator(*text);
  Reading reading;
  std::string_view body = *text;
  if (says_separator(body.substr(0, body.find('\n')))) {
    body.remove_prefix(std::min<std::size_t>(6, body.size()));
    reading.number = 2;
  }
  const bool is_closed = Parser(separator).parse(body, reading);
  const auto row = [](std::size_t number) { return std::to_string(number); };
  if (!is_closed) return fail(ErrorKind::malformed, "csv.open_quote", {{"row", row(reading.number)}});
  if (reading.too_wide != 0)
    return fail(ErrorKind::malformed, "csv.too_wide", {{"row", row(reading.too_wide)}, {"limit", row(most_cells)}});
  if (reading.records.size() > most_records)
    return fail(ErrorKind::too_large, "csv.too_many_rows", {{"limit", row(most_records)}});
  if (reading.records.empty()) return fail(ErrorKind::malformed, "csv.empty");
  return std::move(reading.records);
}

std::string write(std::span<const std::vector<std::string>> rows, Dialect dialect) {
  std::string out(dialect == Dialect::spreadsheet ? byte_order_mark : std::string_view());
  const char separator = dialect == Dialect::spreadsheet ? ';' : ',';
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      append_cell(out, row[i]);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace clocher::csv
