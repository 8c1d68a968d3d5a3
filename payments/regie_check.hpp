// What agents may write into a régie.
#pragma once

#include "core/base/result.hpp"
#include "payments/regie.hpp"

namespace clocher::payments {

// The text as it is kept, or every field that is wrong (regie_edit.hpp).
[[nodiscard]] Result<RegieText> checked_regie(RegieText text);

}  // namespace clocher::payments
