// Writes the three formats.
#include "tenants/dossiers/case_table.hpp"

#include "core/archive/zip_writer.hpp"
#include "core/base/text.hpp"
#include "core/csv/csv.hpp"
#include "core/json/json.hpp"

namespace clocher::dossiers {
namespace {

constexpr std::string_view ods_type = "application/vnd.oasis.opendocument.spreadsheet";

constexpr std::string_view manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)";

constexpr std::string_view head =
    R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Demandes">)";
constexpr std::string_view tail =
    "</table:table></office:spreadsheet></office:body></office:document-content>";

// Control characters are no part of XML 1.0.
std::string xml(std::string_view text) {
  std::string clean;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x20 || letter == '\t') clean += letter;
  }
  return escape_html(clean);
}

std::string cell(std::string_view text) {
  std::string out = R"(<table:table-cell office:value-type="string">)";
  for (const std::string_view line : split(text, '\n')) out += "<text:p>" + xml(line) + "</text:p>";
  return out + "</table:table-cell>";
}

std::string write_ods(const CaseRows& rows) {
  std::string content(head);
  for (const auto& row : rows) {
    content += "<table:table-row>";
    for (const std::string& text : row) content += cell(text);
    content += "</table:table-row>";
  }
  content += tail;
  return archive::make_zip({{"mimetype", ods_type}, {"content.xml", content}, {"META-INF/manifest.xml", manifest}});
}

std::string write_json(const CaseRows& rows) {
  json::Array list;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    json::Object object;
    for (std::size_t column = 0; column < rows[i].size(); ++column) object[rows.front().at(column)] = rows[i][column];
    list.push_back(std::move(object));
  }
  return json::serialize(list);
}

}  // namespace

std::string write_case_table(const CaseRows& rows, std::string_view format) {
  if (format == "ods") return write_ods(rows);
  return format == "json" ? write_json(rows) : csv::write(rows, csv::Dialect::spreadsheet);
}

std::string_view content_type_of(std::string_view format) {
  if (format == "ods") return ods_type;
  return format == "json" ? "application/json" : "text/csv; charset=utf-8";
}

}  // namespace clocher::dossiers
