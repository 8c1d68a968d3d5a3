// Operations on the sheets of Service-Public, which belong to no commune.
#pragma once

#include "api/services.hpp"
#include "core/json/json.hpp"

namespace clocher::api::control {

// {from, audience?, force?} -> {}: begins, and answers at once. conflict sheets.busy, invalid sheets.audience {audience},
// not_found sheets.no_such_source {from}.
[[nodiscard]] Result<json::Value> import_sheets(Services& services, const json::Object& input);
// -> {running, done, total}: files; total is 0 while the source is being fetched.
[[nodiscard]] Result<json::Value> sheets_progress(Services& services, const json::Object& input);
// -> {running, particuliers, professionnels, associations (numbers of sheets), size_bytes, feeds: [addresses],
// last: null or {from, started_at, ended_at, outcome, added, changed, same, gone, kept_back, failed,
// failures: [{file, key, message}]}}.
[[nodiscard]] Result<json::Value> sheets_status(Services& services, const json::Object& input);

// The same for a data folder that is not there yet.
[[nodiscard]] json::Object no_sheets();

}  // namespace clocher::api::control
