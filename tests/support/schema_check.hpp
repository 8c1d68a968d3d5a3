// The part of JSON Schema that api/openapi.json uses: enough to hold real answers against it.
#pragma once

#include "core/json/json.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

// What of `value` does not follow `schema`, each as "place: problem"; $ref is looked up in `document`.
// Stricter than JSON Schema: a property that is not described is a mismatch even where others are allowed.
// Throws std::runtime_error for a keyword that it does not know, so that no rule is passed over in silence.
[[nodiscard]] std::vector<std::string> mismatches(const json::Object& document, const json::Value& schema,
                                                  const json::Value& value);

}  // namespace clocher::test
