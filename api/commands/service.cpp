// Puts the parts together and ends them in the right order.
#include "api/commands/service.hpp"

#include "api/application.hpp"
#include "api/commands/background.hpp"
#include "api/operator/control.hpp"
#include "api/operator/control_socket.hpp"
#include "core/base/log.hpp"
#include "core/net/server.hpp"

#include <algorithm>
#include <system_error>
#include <thread>

namespace clocher::api::commands {
namespace {

constexpr std::chrono::seconds drain{10};

unsigned cores() { return std::max(1U, std::thread::hardware_concurrency()); }

// Workers wait for disks more than they compute: several writes must be under way for one sync to serve them all.
net::ServerOptions server_options(const Config& config, const std::string& socket_path) {
  net::ServerOptions options;
  options.address = config.listen_address;
  options.port = static_cast<std::uint16_t>(config.port);
  options.local_socket_path = socket_path;
  options.io_threads = config.io_threads > 0 ? static_cast<unsigned>(config.io_threads) : cores();
  options.worker_threads =
      config.worker_threads > 0 ? static_cast<unsigned>(config.worker_threads) : std::max(8U, 4 * cores());
  options.trusted_proxies = config.trusted_proxies;
  options.report = [](std::string_view fault) { log::error("server.fault", {{"reason", fault}}); };
  return options;
}

}  // namespace

struct Service::Impl {
  explicit Impl(Services& services)
      : application(services),
        control(services),
        socket(services.config.data_dir),
        background(services),
        server(server_options(services.config, socket.path()), application, &control) {}

  Application application;
  control::Control control;
  control::ControlSocket socket;
  Background background;
  net::Server server;  // last: it uses the others, and ends first
};

Service::Service(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::start(Services& services) {
  auto impl = std::make_unique<Impl>(services);
  try {
    impl->server.start();
  } catch (const std::system_error& error) {
    const Config& config = services.config;
    const bool is_taken = error.code() == std::errc::address_in_use;
    return fail(ErrorKind::unavailable, is_taken ? "platform.port_taken" : "platform.cannot_listen",
                {{"address", config.listen_address},
                 {"port", std::to_string(config.port)},
                 {"reason", error.code().message()}});
  }
  return std::unique_ptr<Service>(new Service(std::move(impl)));
}

std::uint16_t Service::port() const { return impl_->server.port(); }

void Service::stop() {
  impl_->background.stop();
  impl_->server.stop(drain);
}

}  // namespace clocher::api::commands
