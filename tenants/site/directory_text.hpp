// What may stand in a directory record: cleaned, checked, written as JSON.
#pragma once

#include "core/base/error.hpp"
#include "core/json/json.hpp"
#include "tenants/site/directory.hpp"

#include <vector>

namespace clocher::tenants {

// One line is one line, telephones and addresses have one form; what is unreadable stays as it is, for check() to say.
[[nodiscard]] DirectoryText cleaned(const DirectoryText& text);

// Of a cleaned text: every fault, with the field's name as in to_json ("details.rna" for a detail).
[[nodiscard]] std::vector<FieldError> check(DirectoryKind kind, const DirectoryText& text);

// Every property, in the form of the API.
[[nodiscard]] json::Object to_json(const DirectoryText& text);
[[nodiscard]] bool is_same(const DirectoryText& left, const DirectoryText& right);

}  // namespace clocher::tenants
