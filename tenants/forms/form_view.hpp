// The data of form_step.html, form_review.html and of every page that lists answers.
#pragma once

#include "core/base/date.hpp"
#include "core/json/json.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/forms/step.hpp"

#include <functional>
#include <string>

namespace clocher::forms {

// Keys of form_step.html: procedure_title, step_number, step_count (the review counts as the last), step_title,
// step_intro, single_question, has_errors, errors, fields. The handler adds action, csrf, submit_label, kept_until,
// help and the layout's. `reading` is what was just sent and is shown again, or nullptr on a first visit.
[[nodiscard]] json::Object step_view(const Definition& definition, const Step& step, const Answers& saved,
                                     const StepReading* reading, const view::Catalogue& catalogue);

// URL of a step, or "" for no link.
using StepUrl = std::function<std::string(const Step&)>;

// Keys of form_review.html: procedure_title, has_errors, errors (the first incomplete step), sections.
// The handler adds action, csrf, declaration, privacy.
[[nodiscard]] json::Object review_view(const Definition& definition, const Answers& answers, Date today,
                                       const StepUrl& url, const view::Catalogue& catalogue);

// `sections` of partials/answers: also for the case page, the status page and documents.
[[nodiscard]] json::Array answer_sections(const Definition& definition, const Answers& answers, const StepUrl& url,
                                          const view::Catalogue& catalogue);

// Every column of an export row, in the order of the definition: {"birth_address.city", "Le Mans"}.
// Hidden and unanswered fields give no column.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> flat_answers(const Definition& definition,
                                                                            const Answers& answers);

}  // namespace clocher::forms
