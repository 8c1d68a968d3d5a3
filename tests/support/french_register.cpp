// Opens the reference.db of this build.
#include "tests/support/french_register.hpp"

namespace clocher::tests {

const reference::Register& french_register() {
  static const reference::Register instance(CLOCHER_REFERENCE_DATABASE);
  return instance;
}

}  // namespace clocher::tests
