// One owner of a data folder: the service, or one command at a time; all others go through it.
#include "api/commands/platform.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/api/operator/process.hpp"
#include "tests/support/catch.hpp"

#include <csignal>
#include <filesystem>
#include <latch>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace clocher;
using namespace clocher::test;

namespace {

// `serve` in this process, until the test ends.
struct Served {
  TemporaryFolder folder;
  CommandLine line{folder.path()};
  log::Capture quiet;
  std::latch started{1};
  std::latch stopping{1};
  Answer answer;
  std::thread thread{[this] {
    CommandLine service{folder.path()};
    service.wait_for_stop = [this] {
      started.count_down();
      stopping.wait();
    };
    answer = service.run({"serve"});
  }};

  Served() { started.wait(); }
  ~Served() {
    if (thread.joinable()) stop();
  }
  void stop() {
    stopping.count_down();
    thread.join();
  }
};

// A port of the loopback that somebody listens on.
struct TakenPort {
  int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  int number = 0;

  TakenPort() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket, 1) == 0);
    REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    number = ntohs(address.sin_port);
  }
  ~TakenPort() { ::close(socket); }
};

}  // namespace

TEST_CASE("commands give the same while the service runs and after it") {
  Served served;
  const Answer created = served.line.run({"commune", "create", mulsanne_code, "--json"});
  CHECK(created.exit_code == 0);
  const Answer unknown = served.line.run({"commune", "create", unknown_code});
  CHECK(unknown.exit_code == 1);
  CHECK(unknown.err == "Aucune commune n’a le code INSEE 99999.\n");
  CHECK(served.line.run({"epci", "create", mans_metropole, "--json"}).exit_code == 0);
  CHECK(served.line.run({"migrate", "--json"}).exit_code == 0);
  const std::string during = served.line.run({"commune", "list", "--json"}).out;
  served.stop();
  CHECK(served.answer.exit_code == 0);
  CHECK(served.answer.out.starts_with("Clocher écoute sur http://127.0.0.1:"));
  CHECK(served.line.run({"commune", "list", "--json"}).out == during);
}

TEST_CASE("a folder is served by one service only") {
  Served served;
  const Answer second = served.line.run({"serve"});
  CHECK(second.exit_code == 3);
  CHECK(second.out.empty());
  CHECK(second.err.find("est déjà utilisé par un autre Clocher") != std::string::npos);
  CHECK(served.line.run({"commune", "list"}).exit_code == 0);
}

TEST_CASE("a port that is taken is said in words, and the folder is free again") {
  const TakenPort port;
  const TemporaryFolder folder;
  CommandLine line(folder.path());
  line.variables["CLOCHER_PORT"] = std::to_string(port.number);
  const log::Capture quiet;
  const Answer answer = line.run({"serve"});
  CHECK(answer.exit_code == 3);
  CHECK(answer.out.empty());
  CHECK(answer.err ==
        "Le port " + std::to_string(port.number) +
            " de 127.0.0.1 est déjà pris par un autre programme. Choisissez-en un autre avec CLOCHER_PORT.\n");
  CHECK(line.run({"commune", "list"}).exit_code == 0);
}

TEST_CASE("a command waits for another one that is at work") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path());
  Config config;
  config.data_dir = folder.path();
  auto lock = std::make_unique<FileLock>(api::commands::lock_path(config));
  REQUIRE(lock->is_held());
  Answer answer;
  std::thread waiting([&] { answer = line.run({"epci", "create", mans_metropole, "--communes", "72213", "--json"}); });
  lock.reset();
  waiting.join();
  CHECK(json::find_integer(answer.json().as_object(), "created") == 1);
}

TEST_CASE("two processes: the second is refused, a command goes through the first, SIGTERM ends it with 0") {
  const TemporaryFolder folder;
  Process first(folder.path(), {"serve"});
  REQUIRE(first.read_line().starts_with("Clocher écoute sur http://127.0.0.1:"));
  Process second(folder.path(), {"serve"});
  CHECK(second.read_rest().find("est déjà utilisé par un autre Clocher") != std::string::npos);
  CHECK(second.wait() == 3);
  Process command(folder.path(), {"commune", "create", mulsanne_code, "--json"});
  CHECK(command.read_rest().find("\"state\":\"ready\"") != std::string::npos);
  CHECK(command.wait() == 0);
  first.signal(SIGTERM);
  CHECK(first.wait() == 0);
  CHECK_FALSE(std::filesystem::exists(folder.path() + "/clocher.sock"));
}

TEST_CASE("a service that was killed leaves nothing in the way of the next one") {
  const TemporaryFolder folder;
  {
    Process killed(folder.path(), {"serve"});
    REQUIRE(killed.read_line().starts_with("Clocher écoute"));
    killed.signal(SIGKILL);
    CHECK(killed.wait() == -SIGKILL);
  }
  CHECK(std::filesystem::exists(folder.path() + "/clocher.sock"));
  Process command(folder.path(), {"commune", "create", mulsanne_code});
  CHECK(command.wait() == 0);
  Process next(folder.path(), {"serve"});
  CHECK(next.read_line().starts_with("Clocher écoute"));
  next.signal(SIGINT);
  CHECK(next.wait() == 0);
}

TEST_CASE("other accounts of the machine may read nothing of the data") {
  const TemporaryFolder folder;
  const std::string data = folder.path() + "/donnees";
  Process command(data, {"commune", "create", mulsanne_code});
  REQUIRE(command.wait() == 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
    INFO(entry.path());
    CHECK((entry.status().permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
  }
}
