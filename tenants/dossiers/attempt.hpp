// What was typed at a step and is no answer yet, kept with the draft: sent and refused, or not sent so far. The page that shows
// it again is a page of its own, which Back, reload and another day find as it was.
#pragma once

#include "tenants/forms/answers.hpp"
#include "tenants/forms/step.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::dossiers {

// What is kept (`Draft::attempt`, "" at first) after this reading: a step that is complete is no longer to be shown again. Of a
// step, what is typed beyond 256 KiB is not kept, its errors are.
[[nodiscard]] std::string with_attempt(std::string_view kept, const forms::StepReading& reading);
// The same for a step that was not sent yet: it has no errors.
[[nodiscard]] std::string with_typed(std::string_view kept, const forms::StepReading& reading);

// What was typed at this step, over the answers that are stored now.
[[nodiscard]] std::optional<forms::StepReading> read_attempt(std::string_view kept, std::string_view step,
                                                             const forms::Answers& answers);
// The step where something was typed last, "" when nothing is to be shown again.
[[nodiscard]] std::string last_attempted_step(std::string_view kept);

}  // namespace clocher::dossiers
