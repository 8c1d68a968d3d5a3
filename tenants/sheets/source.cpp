// Lists the files of each kind of source.
#include "tenants/sheets/source.hpp"

#include "core/archive/zip.hpp"
#include "tenants/sheets/xml_js.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace clocher::sheets {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file_bytes = 16 * 1024 * 1024;

Result<xml::Node> parse_xml(std::string_view bytes) { return xml::parse(bytes); }
Result<xml::Node> parse_json(std::string_view bytes) { return parse_xml_js(bytes); }

Failure nothing_in(const std::string& path) {
  return fail(ErrorKind::malformed, "sheets.nothing_found", {{"from", path}});
}

Result<SourceFiles> open_zip(const std::string& path) {
  auto opened = archive::ZipReader::open(path);
  if (!opened) return fail(opened.error());
  const auto zip =
      std::make_shared<archive::ZipReader>(std::move(*opened));  // shared: a std::function must be copyable
  SourceFiles files;
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < zip->entries().size(); ++place) {
    const std::string& name = zip->entries()[place].name;
    if (!name.ends_with(".xml") || id_in_name(name).empty()) continue;
    files.names.push_back(name);
    places.push_back(place);
  }
  if (files.names.empty()) return nothing_in(path);
  files.read = [zip, places](std::size_t index) { return zip->read(places.at(index)); };
  files.parse = parse_xml;
  return files;
}

Result<std::string> read_file(const fs::path& path) {
  std::error_code unknown;
  const auto size = fs::file_size(path, unknown);
  if (unknown) return fail(ErrorKind::malformed, "sheets.file_unreadable", {{"reason", unknown.message()}});
  if (size > largest_file_bytes) return fail(ErrorKind::malformed, "xml.too_large");
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file && !file.eof()) return fail(ErrorKind::malformed, "sheets.file_unreadable", {{"reason", "read"}});
  return bytes;
}

// Names of sheets directly in the folder, sorted.
std::vector<fs::path> sheets_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> found;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(extension) && !id_in_name(name).empty() && entry.is_regular_file())
      found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

SourceFiles files_of(std::vector<fs::path> paths) {
  SourceFiles files;
  for (const fs::path& path : paths) files.names.push_back(path.filename().string());
  files.read = [paths = std::move(paths)](std::size_t index) { return read_file(paths.at(index)); };
  files.parse = parse_xml;
  return files;
}

Result<SourceFiles> open_folder(const std::string& path) {
  if (auto documents = sheets_in(path, ".xml"); !documents.empty()) return files_of(std::move(documents));
  std::vector<fs::path> documents;
  for (const std::string& root : {path, path + "/data"}) {
    std::ranges::move(sheets_in(root, ".json"), std::back_inserter(documents));
    for (const Audience audience : audiences)
      std::ranges::move(sheets_in(root + "/" + std::string(to_string(audience)), ".json"),
                        std::back_inserter(documents));
  }
  if (documents.empty()) return nothing_in(path);
  SourceFiles files = files_of(std::move(documents));
  files.origin = Origin::demonstration;
  files.parse = parse_json;
  return files;
}

}  // namespace

bool is_url(std::string_view from) { return from.starts_with("https://") || from.starts_with("http://"); }

Result<SourceFiles> open_source(const std::string& path) {
  std::error_code absent;
  if (fs::is_directory(path, absent)) return open_folder(path);
  if (fs::is_regular_file(path, absent)) return open_zip(path);
  return fail(ErrorKind::not_found, "sheets.no_such_source", {{"from", path}});
}

std::string id_in_name(std::string_view file_name) {
  const std::string_view stem = file_name.substr(0, file_name.rfind('.'));
  return is_sheet_id(stem) ? std::string(stem) : "";
}

}  // namespace clocher::sheets
