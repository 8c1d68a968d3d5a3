// Where sheets come from, as a list of files to read one by one: a ZIP, a folder of XML, or the npm package.
#pragma once

#include "core/base/result.hpp"
#include "core/xml/xml.hpp"
#include "tenants/sheets/sheet.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::sheets {

struct SourceFiles {
  Origin origin = Origin::service_public;
  std::vector<std::string> names;  // of files that may hold a sheet: "F2654.xml"
  std::function<Result<std::string>(std::size_t index)> read;
  Result<xml::Node> (*parse)(std::string_view bytes) = nullptr;
};

[[nodiscard]] bool is_url(std::string_view from);

// `path` is absolute: a ZIP file, a folder that holds XML files, or the folder of the npm package (or of its data, or of one
// audience in it). Fails (not_found) with sheets.no_such_source {from}, (malformed) with sheets.nothing_found {from} or
// the errors of archive::ZipReader.
[[nodiscard]] Result<SourceFiles> open_source(const std::string& path);

// "F2654" of "F2654.xml", "" when the name is no sheet's.
[[nodiscard]] std::string id_in_name(std::string_view file_name);

}  // namespace clocher::sheets
