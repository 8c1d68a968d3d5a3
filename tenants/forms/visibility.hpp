// What step.cpp needs to know of visibility; the rest of it is promised by step.hpp.
#pragma once

#include "tenants/forms/definition.hpp"

#include <optional>

namespace clocher::forms {

// `counted` holds the answers of visible fields only.
[[nodiscard]] bool is_visible(const std::optional<Condition>& show_if, const Answers& counted);

[[nodiscard]] bool is_required(const Field& field, const Answers& counted);

// The answers of the visible fields of the steps before this one.
[[nodiscard]] Answers counted_before(const Definition& definition, const Step& step, const Answers& answers);

}  // namespace clocher::forms
