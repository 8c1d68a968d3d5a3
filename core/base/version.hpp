// The version of this build, from git. Defined in a generated unit of the library clocher_version.
#pragma once

#include <string_view>

namespace clocher {

// "0.2.0" on a tag, "0.2.0+3.g1234567890" three commits later, "0.1.0+unknown" outside git; ".dirty" when files differ.
[[nodiscard]] std::string_view version();

}  // namespace clocher
