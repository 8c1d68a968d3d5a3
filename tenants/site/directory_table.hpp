// Directory records as rows of a table: which columns a file may have, what a cell says, what is written into it.
#pragma once

#include "core/base/error.hpp"
#include "tenants/site/directory.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct DirectoryColumn {
  std::string key;    // as in the API: "name", "details.rna"; "hours.1" for Monday, "given_name" goes before the name
  std::string title;  // "Code postal"
};

// Every column that a file of this kind may hold, in the order of the model.
[[nodiscard]] std::vector<DirectoryColumn> columns_of(DirectoryKind kind);

// The column that a title means, however it is written: "E-mail", "courriel", "Adresse électronique". "" when none is.
[[nodiscard]] std::string column_for(DirectoryKind kind, std::string_view title);

// Puts what a cell says into the text; an empty cell changes nothing. What is wrong with it, or nothing: hours, numbers, yes
// and no; everything else is for check() to say.
[[nodiscard]] std::optional<FieldError> read_cell(std::string_view key, std::string_view cell, DirectoryText& text);

[[nodiscard]] std::string write_cell(std::string_view key, const DirectoryText& text);

// A file with the titles and one made-up record, for a spreadsheet.
[[nodiscard]] std::string write_model(DirectoryKind kind);
// `entries` as residents see them: see public_face.
[[nodiscard]] std::string write_open_data(DirectoryKind kind, const std::vector<DirectoryEntry>& entries);

}  // namespace clocher::tenants
