// Runs imports one at a time, in the background, and keeps what became of them.
#pragma once

#include "tenants/sheets/import.hpp"

#include <mutex>
#include <string>
#include <thread>

namespace clocher::sheets {

class Importer {
 public:
  // A feed is fetched into `work_folder`, and removed once read.
  Importer(Store& store, const Clock& clock, std::string work_folder)
      : store_(store), clock_(clock), work_folder_(std::move(work_folder)) {}
  ~Importer();
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;

  // Begins in a thread of its own. conflict sheets.busy while another one runs; the errors of open_source are found later and
  // stand in the report.
  [[nodiscard]] Result<void> start(const ImportRequest& request);
  // The same in this thread. An import that runs already is left alone: conflict sheets.busy.
  [[nodiscard]] Result<ImportReport> run(const ImportRequest& request);
  // Fetches the feed when the last look at it is a day old; nothing otherwise.
  void follow(const std::string& feed_url);

  [[nodiscard]] const ImportProgress& progress() const { return progress_; }
  // Ends what runs after the file in hand.
  void stop() { progress_.is_stopping = true; }

 private:
  [[nodiscard]] Result<void> occupy();
  ImportReport run_recorded(const ImportRequest& request);
  [[nodiscard]] ImportReport run_any(const ImportRequest& request);
  [[nodiscard]] ImportReport run_feed(const ImportRequest& request);

  Store& store_;
  const Clock& clock_;
  const std::string work_folder_;
  ImportProgress progress_;
  std::mutex mutex_;  // of thread_
  std::thread thread_;
};

}  // namespace clocher::sheets
