// fork and exec, with the error stream joined to the output.
#include "tests/api/operator/process.hpp"

#include "tests/api/operator/operator_world.hpp"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <sys/wait.h>
#include <unistd.h>

namespace clocher::test {

Process::Process(const std::string& data_dir, std::vector<std::string> arguments) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const std::string program = build_folder() + "/clocher";
  const std::vector<std::string> variables = {"CLOCHER_DATA=" + data_dir, "CLOCHER_PORT=0", "CLOCHER_LOG_LEVEL=error"};
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  std::vector<char*> environment;
  for (const std::string& variable : variables) environment.push_back(const_cast<char*>(variable.c_str()));
  environment.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execve(argv.front(), argv.data(), environment.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  output_ = ends[0];
}

Process::~Process() {
  if (pid_ > 0) {
    signal(SIGKILL);
    static_cast<void>(wait());
  }
  ::close(output_);
}

std::string Process::read_line() {
  std::string line;
  char character = 0;
  while (::read(output_, &character, 1) == 1 && character != '\n') line += character;
  return line;
}

std::string Process::read_rest() {
  std::string text;
  char buffer[4096];
  for (ssize_t size = ::read(output_, buffer, sizeof buffer); size > 0; size = ::read(output_, buffer, sizeof buffer)) {
    text.append(buffer, static_cast<std::size_t>(size));
  }
  return text;
}

void Process::signal(int number) const { ::kill(pid_, number); }

int Process::wait() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace clocher::test
