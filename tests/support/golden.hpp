// Golden files: what a person will read, kept under tests/golden and compared byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace clocher::test {

// Fails the test when `text` is not the file tests/golden/<name>. With CLOCHER_UPDATE_GOLDEN set, writes the file instead:
// read the difference before you commit it.
void check_golden(std::string_view name, const std::string& text);

}  // namespace clocher::test
