// The reference page of settings is the table of settings.
#include "core/base/config_settings.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>
#include <string>

using namespace clocher;

namespace {

// Everything from the first row of the table on.
std::string table_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::size_t start = page.find("\n|");
  return start == std::string::npos ? "" : page.substr(start + 1);
}

}  // namespace

TEST_CASE("docs/operator/configuration.md ends with the table that the program generates") {
  CHECK(table_of(CLOCHER_SETTINGS_PAGE) == document_settings());
}

TEST_CASE("the table of settings has a row for each and shows no secret") {
  const std::string table = document_settings();
  for (const Setting& setting : settings()) {
    CAPTURE(setting.name);
    CHECK(table.find("| `" + std::string(setting.name) + "` | `" + std::string(setting.environment) + "` |") !=
          std::string::npos);
  }
  CHECK(table.find("| `smtp.password` | `CLOCHER_SMTP_PASSWORD` | `null` |") != std::string::npos);
}
