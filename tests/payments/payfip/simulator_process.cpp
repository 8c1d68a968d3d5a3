// fork, exec, and the first line of its output.
#include "tests/payments/payfip/simulator_process.hpp"

#include "core/base/text.hpp"
#include "core/outbound/download.hpp"
#include "core/outbound/http_client.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace clocher::payments::payfip {
namespace {

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string::npos) return {};
  const std::size_t end = text.find(after, begin + before.size());
  return text.substr(begin + before.size(), end - begin - before.size());
}

std::string read_line(int descriptor) {
  std::string line;
  char character = 0;
  while (::read(descriptor, &character, 1) == 1 && character != '\n') line += character;
  return line;
}

}  // namespace

SimulatorProcess::SimulatorProcess(std::vector<std::string> arguments) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("simulator: no pipe");
  std::string program = CLOCHER_PAYFIP_SIMULATOR;
  std::vector<char*> argv{program.data()};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execv(argv.front(), argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  output_ = ends[0];
  endpoint_ = between(read_line(output_), "sur ", " (");
  if (endpoint_.empty()) throw std::runtime_error("simulator: does not start");
}

SimulatorProcess::~SimulatorProcess() {
  if (pid_ > 0) static_cast<void>(stop());
  ::close(output_);
}

int SimulatorProcess::stop() {
  ::kill(pid_, SIGTERM);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string SimulatorProcess::origin() const { return endpoint_.substr(0, endpoint_.find("/tpa/")); }

std::string SimulatorProcess::post(const std::string& path, const std::map<std::string, std::string>& fields) const {
  outbound::HttpCall call{.url = origin() + path, .headers = {{"Content-Type", "application/x-www-form-urlencoded"}}};
  for (const auto& [name, value] : fields) call.body += (call.body.empty() ? "" : "&") + name + "=" + percent_encode(value);
  const auto answer = outbound::http_post(call);
  REQUIRE(answer);
  return answer->body;
}

void SimulatorProcess::pay(const std::string& page_url, const std::string& choice) const {
  const std::string page = fetch(page_url);
  const std::string key = between(page, "name=\"cle\" value=\"", "\"");
  REQUIRE_FALSE(key.empty());
  static_cast<void>(post("/tpa/paiementws.web", {{"idop", between(page, "name=\"idop\" value=\"", "\"")}, {"cle", key}, {"choix", choice}}));
}

std::string fetch(const std::string& url) {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/page";
  REQUIRE(outbound::download(url, path, {}));
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace clocher::payments::payfip
