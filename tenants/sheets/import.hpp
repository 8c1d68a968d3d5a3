// Brings sheets.db up to what a source holds: file by file, in batches, never worse than it was.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/sheets/import_report.hpp"
#include "tenants/sheets/source.hpp"
#include "tenants/sheets/store.hpp"

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>

namespace clocher::sheets {

enum class Force {
  no,
  yes,  // remove sheets however many have vanished; let 2020's demonstration replace the real ones
};

struct ImportRequest {
  std::string from;                  // an address of a ZIP, or an absolute path (see open_source)
  std::optional<Audience> audience;  // only this one; also whose a file is that does not say
  Force force = Force::no;
};

// Where a running import stands; read by others while it runs.
struct ImportProgress {
  std::atomic<bool> is_running{false};
  std::atomic<bool> is_stopping{false};
  std::atomic<std::size_t> total{0};  // files; 0 while the source is being fetched
  std::atomic<std::size_t> done{0};
};

// Compares every file with what is kept by its hash, so that only new and changed ones are read. A file that cannot be read
// keeps its old sheet and is reported. Sheets that the source no longer has are marked gone, unless so many have vanished
// (more than a fifth of an audience) that the source must be broken. Commits fifty sheets at a time: stopped or killed, it
// goes on from there the next time. Records itself in sheet_import. Never fails half-way: what is wrong stands in the
// report. Throws what a broken disk throws.
[[nodiscard]] ImportReport import_files(Store& store, const SourceFiles& files, const ImportRequest& request,
                                        ImportProgress& progress, const Clock& clock);

}  // namespace clocher::sheets
