// Where a procedure ends early: "you are not concerned".
#pragma once

#include "core/base/date.hpp"
#include "tenants/forms/definition.hpp"

#include <optional>

namespace clocher::forms {

struct ReachedEnding {
  const Step* step;
  const Ending* ending;
};

// The first ending that these answers reach: of a visible step that is complete, as are all those before it.
[[nodiscard]] std::optional<ReachedEnding> find_ending(const Definition& definition, const Answers& answers,
                                                       Date today);

}  // namespace clocher::forms
