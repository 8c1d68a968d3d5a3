// The real register of communes, as the build makes it.
#pragma once

#include "tenants/reference/register.hpp"

namespace clocher::tests {

// Opened once; needs the target clocher_reference.
[[nodiscard]] const reference::Register& french_register();

}  // namespace clocher::tests
