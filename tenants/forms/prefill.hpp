// What a link to a form may already know: only fields that the procedure declares so ("prefill": true).
#pragma once

#include "core/base/date.hpp"
#include "core/http/form.hpp"
#include "tenants/forms/definition.hpp"

#include <string>

namespace clocher::forms {

// The saved answers, and those that the address gives to the step's fields that have none yet. What breaks a rule of its field
// is left out. Shown only: nothing is kept until the resident sends the step.
[[nodiscard]] Answers with_prefill(const Step& step, const http::Form& query, const Answers& saved, Date today);

// "?record_name=Club", "" for nothing: the part of a query that goes on to the first step.
[[nodiscard]] std::string prefill_query(const Definition& definition, const http::Form& query);

}  // namespace clocher::forms
