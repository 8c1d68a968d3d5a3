// A store of sheets in a temporary folder, and imports of ZIP files composed on the spot.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/sheets/importer.hpp"
#include "tenants/sheets/sheet_store.hpp"
#include "tests/support/sheet_samples.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/support/zip_maker.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::test {

struct ImportWorld {
  TemporaryFolder folder;
  ManualClock clock{test_start};
  sheets::Store store{folder.path() + "/sheets.db", shipped_migrations("sheets"), clock};
  sheets::Importer importer{store, clock, folder.path()};

  using Files = std::vector<std::pair<std::string, std::string>>;

  [[nodiscard]] std::string zip(const Files& files) const {
    const std::string path = folder.path() + "/feed.zip";
    write_zip(path, files);
    return path;
  }
  sheets::ImportReport import(const std::string& from, sheets::Force force = sheets::Force::no) {
    return importer.run({from, std::nullopt, force}).value();
  }
  sheets::ImportReport import(const Files& files, sheets::Force force = sheets::Force::no) {
    return import(zip(files), force);
  }
  [[nodiscard]] std::optional<sheets::StoredSheet> find(const std::string& id) {
    return store.find(sheets::Audience::particuliers, id);
  }
};

// Sheets F101, F102, ...
[[nodiscard]] inline ImportWorld::Files many_sheets(int count) {
  ImportWorld::Files files;
  for (int i = 1; i <= count; ++i) {
    SampleSheet sheet;
    sheet.id = "F" + std::to_string(100 + i);
    files.push_back(sheet_file(sheet));
  }
  return files;
}

}  // namespace clocher::test
