// Going through a form that is being written, as a resident would, without a draft: what was typed comes with each request and is kept
// nowhere. Files are names: their bytes never leave the browser.
#pragma once

#include "core/base/date.hpp"
#include "core/http/form.hpp"
#include "tenants/forms/answers.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/step.hpp"

#include <string>
#include <utility>
#include <vector>

namespace clocher::forms {

// By field id, as FieldType::collect returns it; for files, a list of names. It comes from a client: nothing in it is trusted.
using Typed = json::Object;

// The answers that can be read in it.
[[nodiscard]] Answers read_typed(const Definition& definition, const Typed& typed, Date today);

// What a page of the form sent: names of controls and values, of a file its name.
using SentFields = std::vector<std::pair<std::string, std::string>>;

struct TrialStep {
  StepReading reading;
  Typed typed;  // with what this page said
};
[[nodiscard]] TrialStep take_step(const Definition& definition, const Step& step, const SentFields& sent,
                                  const Typed& typed, Date today);

// The acts of a test (docs/reference/procedures.md) that does the same again: fills, looks at the pages, sends, and finds the receipt.
[[nodiscard]] json::Array recorded_play(const Definition& definition, const Typed& typed, Date today);

}  // namespace clocher::forms
