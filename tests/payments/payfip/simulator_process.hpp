// The real program clocher-payfip-simulator on a port of the system, for the tests of the adapter.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace clocher::payments::payfip {

class SimulatorProcess {
 public:
  // Throws std::runtime_error when it does not start.
  explicit SimulatorProcess(std::vector<std::string> arguments = {});
  ~SimulatorProcess();
  SimulatorProcess(const SimulatorProcess&) = delete;
  SimulatorProcess& operator=(const SimulatorProcess&) = delete;

  [[nodiscard]] const std::string& endpoint() const { return endpoint_; }  // ends in "?wsdl"
  [[nodiscard]] std::string origin() const;

  // POST of a form; the body of the answer. The test fails when nothing answers.
  std::string post(const std::string& path, const std::map<std::string, std::string>& fields = {}) const;

  // Opens the page of a payment and presses a button.
  void pay(const std::string& page_url, const std::string& choice) const;

  // SIGTERM; the exit code.
  int stop();

 private:
  int pid_ = -1;
  int output_ = -1;
  std::string endpoint_;
};

// The body of a GET, as a browser gets it.
[[nodiscard]] std::string fetch(const std::string& url);

}  // namespace clocher::payments::payfip
