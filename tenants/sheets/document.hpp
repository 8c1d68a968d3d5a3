// From the tree of one imported file to a sheet: what it says of itself, its text put in order, and how it is stored.
#pragma once

#include "core/base/result.hpp"
#include "core/xml/xml.hpp"
#include "tenants/sheets/sheet.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::sheets {

// {"T10694", "Date d’expiration : moins de 5 ans"}: what a condition means.
using Variable = std::pair<std::string, std::string>;

struct Document {
  Sheet sheet;
  xml::Node root;  // Publication or ServiceComplementaire, without what `sheet` holds
  std::vector<Variable> variables;
};

// Takes the tree of a loader. `fallback` is the audience when the file does not name its own. Fails (malformed) with
// sheets.not_a_sheet, sheets.no_id, sheets.no_title, sheets.no_audience.
[[nodiscard]] Result<Document> read_document(xml::Node root, std::optional<Audience> fallback);

// The tree as it is kept, and back. unpack throws std::runtime_error on what pack did not make.
[[nodiscard]] std::string pack(const xml::Node& root);
[[nodiscard]] xml::Node unpack(std::string_view packed);

// Everything a reader would see, in order, for search: words separated by spaces, blocks by line feeds.
[[nodiscard]] std::string plain_text(const xml::Node& root);

}  // namespace clocher::sheets
