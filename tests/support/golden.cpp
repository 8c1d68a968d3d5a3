// Compares with, or renews, a golden file.
#include "tests/support/golden.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace clocher::test {

void check_golden(std::string_view name, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(CLOCHER_GOLDEN_FOLDER) / name;
  if (std::getenv("CLOCHER_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream file(path, std::ios::binary);
  INFO("golden file " << name);
  REQUIRE(file);
  const std::string golden{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  CHECK(text == golden);
}

}  // namespace clocher::test
