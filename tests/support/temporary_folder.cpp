// mkdtemp: two tests that run at once never share a folder.
#include "tests/support/temporary_folder.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <stdlib.h>

namespace clocher::test {

TemporaryFolder::TemporaryFolder() : path_((std::filesystem::temp_directory_path() / "clocher-test-XXXXXX").string()) {
  if (mkdtemp(path_.data()) == nullptr) throw std::system_error(errno, std::generic_category(), path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // a test that failed half-way is told already
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace clocher::test
