// Errors for operators: as a French sentence, and as JSON that keeps every part between two processes.
#pragma once

#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "core/view/catalogue.hpp"

#include <string>

namespace clocher::api::control {

// One sentence, then one per wrong field: "Certaines réponses sont à corriger. email : Indiquez ..."
[[nodiscard]] std::string describe(const view::Catalogue& catalogue, const Error& error);

// {"error":{"kind","key","arguments","message","fields":[{"field","key","arguments","message"}]}}
[[nodiscard]] json::Object error_to_json(const view::Catalogue& catalogue, const Error& error);

// The way back; an answer that is no such object becomes unavailable request.failed.
[[nodiscard]] Error error_from_json(const json::Object& body);

}  // namespace clocher::api::control
