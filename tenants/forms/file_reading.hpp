// The files of one field in one step: those kept, those taken away, those that arrive.
#pragma once

#include "core/http/form.hpp"
#include "tenants/forms/step.hpp"

namespace clocher::forms {

// Updates values, errors, files and removed_files of `reading`. A file that arrives where one alone is allowed takes
// the place of the one kept. What was accepted stays accepted when another file or field is wrong.
void read_files(const Field& field, const http::Form& form, const Answers& saved, StepReading& reading);

// Takes the stored files of a field that is hidden now out of `reading`.
void remove_files(const Field& field, const Answers& saved, StepReading& reading);

}  // namespace clocher::forms
