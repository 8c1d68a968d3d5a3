// A step as it was sent and refused, kept with the draft: the page that shows it again is a page of its own, which Back,
// reload and another day find as it was.
#pragma once

#include "tenants/forms/answers.hpp"
#include "tenants/forms/step.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::dossiers {

// "" when the step is complete: nothing is to be shown again. What is typed beyond 256 KiB is not kept, its errors are.
[[nodiscard]] std::string attempt_to_text(const forms::StepReading& reading);

// The attempt at this very step, over the answers that are stored now; nothing when the last one was at another step.
[[nodiscard]] std::optional<forms::StepReading> read_attempt(std::string_view text, std::string_view step,
                                                             const forms::Answers& answers);

}  // namespace clocher::dossiers
