// The real program as a process of its own, on a data folder of the test.
#pragma once

#include <string>
#include <vector>

namespace clocher::test {

class Process {
 public:
  // Starts the program with CLOCHER_DATA=data_dir and a free port; its output is ours to read.
  Process(const std::string& data_dir, std::vector<std::string> arguments);
  // Kills it when it still runs.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // The next line of its output, without the line feed; "" at its end.
  [[nodiscard]] std::string read_line();
  // All that is left of its output.
  [[nodiscard]] std::string read_rest();
  void signal(int number) const;
  // Its exit code, or minus the signal that ended it.
  [[nodiscard]] int wait();

 private:
  int pid_ = -1;
  int output_ = -1;
};

}  // namespace clocher::test
