// The pages of a form that an agent is writing, as residents will see them: previewed, and gone through without anything being kept.
#pragma once

#include "api/context.hpp"
#include "tenants/forms/trial.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::api::resident {

// Besides the ids of steps, the pages of a form: before it, its review, and what comes after sending. No step has such an id.
inline constexpr std::string_view introduction_of_trial = "-introduction";
inline constexpr std::string_view review_of_trial = "-verification";
inline constexpr std::string_view end_of_trial = "-fin";

struct Trial {
  forms::Definition definition;
  std::string page;  // an unknown one is the introduction
  forms::Typed typed;
  std::optional<forms::SentFields> sent;  // what this page sends; nothing when it is only looked at
};

struct TrialAnswer {
  std::string page;  // where one is now
  forms::Typed typed;
  std::string html;
};

// Where the form leads, drawn with the views of residents. Writes nothing.
[[nodiscard]] TrialAnswer go_through(const Context& context, Trial trial);

}  // namespace clocher::api::resident
