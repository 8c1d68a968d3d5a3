// Office documents: ZIP archives with the parts of their format, without macros, bombs or embedded programs.
#include "tenants/forms/upload_traps.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/zip_directory.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

constexpr std::size_t most_entries = 1'000;
constexpr std::uint64_t highest_ratio = 100;
constexpr std::uint64_t always_small = 64 * 1024;  // a page of spaces packs better than 100 to 1 and harms nobody
constexpr std::uint64_t most_unpacked_bytes = 500ULL * 1024 * 1024;

// Parts that hold code, in lower case: VBA, ActiveX, OLE packages, LibreOffice Basic and scripts.
constexpr std::array<std::string_view, 7> code_parts = {"vbaproject", "vbadata",  "activex/", "/embeddings/oleobject",
                                                        "basic/",     "scripts/", ".exe"};

bool has_entry(const std::vector<ZipEntry>& entries, std::string_view name) {
  return std::any_of(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return entry.name == name; });
}

bool holds_code(const ZipEntry& entry) {
  const std::string name = fold(entry.name);
  return std::any_of(code_parts.begin(), code_parts.end(),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

bool is_bomb(const std::vector<ZipEntry>& entries, std::size_t archive_bytes) {
  std::uint64_t total = 0;
  for (const ZipEntry& entry : entries) {
    total += entry.unpacked_bytes;
    if (entry.unpacked_bytes > always_small && entry.unpacked_bytes > highest_ratio * entry.compressed_bytes)
      return true;
  }
  return total > most_unpacked_bytes || total > highest_ratio * archive_bytes;
}

Verdict judge(const std::vector<ZipEntry>& entries, std::size_t archive_bytes) {
  if (is_bomb(entries, archive_bytes)) return Verdict::dangerous;
  return std::any_of(entries.begin(), entries.end(), holds_code) ? Verdict::dangerous : Verdict::fine;
}

// OASIS OpenDocument 1.3 part 2, 3.3: "mimetype" comes first and is not compressed.
Verdict examine_open_document(std::string_view bytes, std::string_view type) {
  const auto entries = read_zip_directory(bytes, most_entries);
  if (!entries) return ends_as_zip(bytes) ? Verdict::dangerous : Verdict::damaged;
  const ZipEntry& first = entries->front();
  const bool is_of_type = first.name == "mimetype" && first.offset == 0 && first.stored_data == type;
  if (!is_of_type || !has_entry(*entries, "content.xml") || !has_entry(*entries, "META-INF/manifest.xml"))
    return Verdict::damaged;
  return judge(*entries, bytes.size());
}

// ECMA-376 part 2: the content types say what each part is; the main part has one name per program.
Verdict examine_open_xml(std::string_view bytes, std::string_view main_part) {
  const auto entries = read_zip_directory(bytes, most_entries);
  if (!entries) return ends_as_zip(bytes) ? Verdict::dangerous : Verdict::damaged;
  const bool starts_at_once = bytes.starts_with("PK\x03\x04");
  if (!starts_at_once || !has_entry(*entries, "[Content_Types].xml") || !has_entry(*entries, main_part))
    return Verdict::damaged;
  return judge(*entries, bytes.size());
}

}  // namespace

Verdict examine_odt(std::string_view bytes) {
  return examine_open_document(bytes, "application/vnd.oasis.opendocument.text");
}
Verdict examine_ods(std::string_view bytes) {
  return examine_open_document(bytes, "application/vnd.oasis.opendocument.spreadsheet");
}
Verdict examine_docx(std::string_view bytes) { return examine_open_xml(bytes, "word/document.xml"); }
Verdict examine_xlsx(std::string_view bytes) { return examine_open_xml(bytes, "xl/workbook.xml"); }

}  // namespace clocher::forms
