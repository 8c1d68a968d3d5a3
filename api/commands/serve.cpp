// clocher serve: takes the data folder, serves until it is told to stop.
#include "api/commands/handlers.hpp"
#include "api/commands/platform.hpp"
#include "api/commands/service.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/base/version.hpp"
#include "core/net/signals.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>

namespace clocher::api::commands {
namespace {

// Ten seconds belong to the requests in flight; a mail server that hangs gets no more than these.
constexpr std::chrono::seconds longest_end{12};

// Ends the process when an orderly end takes too long. What was acknowledged is on the disk; a mail that was under way is
// sent again with the same Message-ID.
class LastResort {
 public:
  LastResort() : thread_([this] { watch(); }) {}
  ~LastResort() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  LastResort(const LastResort&) = delete;
  LastResort& operator=(const LastResort&) = delete;

 private:
  void watch() {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, longest_end, [&] { return ended_; })) return;
    log::warning("service.cut", {});
    std::_Exit(0);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;
};

std::string listening_url(const Config& config, std::uint16_t port) {
  const bool is_ipv6 = config.listen_address.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + config.listen_address + "]" : config.listen_address) + ":" + std::to_string(port);
}

}  // namespace

Result<Outcome> run_serve(Invocation& invocation) {
  // Before any thread: from here on SIGTERM is an orderly end.
  std::optional<net::StopSignals> signals;
  if (!invocation.world.wait_for_stop) signals.emplace();
  const Config& config = *invocation.config;
  if (const auto prepared = prepare_data_folder(config); !prepared) return fail(prepared.error());
  const FileLock lock(lock_path(config));
  if (!lock.is_held()) return fail(ErrorKind::unavailable, "platform.served", {{"folder", config.data_dir}});
  Services services(config, invocation.clock(), invocation.reference_path());
  auto service = Service::start(services);
  if (!service) return fail(service.error());
  log::info("service.started",
            {{"version", version()}, {"port", (*service)->port()}, {"communes", services.registry.list().size()}});
  invocation.world.out << "Clocher écoute sur " << listening_url(config, (*service)->port()) << " (Ctrl+C pour arrêter)"
                       << std::endl;
  if (signals)
    signals->wait();
  else
    invocation.world.wait_for_stop();
  const LastResort last_resort;
  (*service)->stop();
  service->reset();
  log::info("service.stopped");
  return Outcome{json::Object{{"stopped", true}}, ""};
}

}  // namespace clocher::api::commands
