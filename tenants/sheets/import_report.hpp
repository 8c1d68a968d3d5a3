// What an import found, file by file when something was wrong with it.
#pragma once

#include "core/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::sheets {

enum class ImportOutcome {
  done,
  unchanged,    // the feed has not changed since the last time: nothing was fetched
  guarded,      // so many sheets had vanished that none was removed
  failed,       // nothing could be read at all; `failures` says why
  interrupted,  // stopped half-way: the next import goes on from there
};

struct FileFailure {
  std::string file;
  std::string reason;  // key of a message
  std::string detail;  // "" or what the reader says, in English
};

struct ImportReport {
  ImportOutcome outcome = ImportOutcome::done;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t gone = 0;
  std::int64_t kept_back = 0;  // vanished, not removed
  std::int64_t failed = 0;     // all of them; `failures` names the first two hundred
  std::vector<FileFailure> failures;
};

struct PastImport {
  std::string from;
  Instant started_at;
  std::optional<Instant> ended_at;
  std::string outcome;  // as below, or "running"
  ImportReport report;
};

[[nodiscard]] std::string_view to_string(ImportOutcome outcome);

}  // namespace clocher::sheets
