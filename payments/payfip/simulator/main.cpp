// clocher-payfip-simulator: PayFiP on this machine, for development and tests.
#include "core/base/clock.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/net/server.hpp"
#include "core/net/signals.hpp"
#include "core/net/ticker.hpp"
#include "payments/payfip/contract.hpp"
#include "payments/payfip/simulator/options.hpp"
#include "payments/payfip/simulator/server_handler.hpp"

#include <csignal>
#include <exception>
#include <iostream>

#include <sys/prctl.h>
#include <unistd.h>

using namespace clocher;
using namespace clocher::payments::payfip;

namespace {

constexpr int exit_usage = 2;
constexpr std::chrono::milliseconds notification_period{100};

// The parent may have ended before we asked.
bool follow_parent() {
  const pid_t parent = ::getppid();
  return ::prctl(PR_SET_PDEATHSIG, SIGTERM) == 0 && ::getppid() == parent;
}

std::string endpoint_of(const simulator::Options& options, std::uint16_t port) {
  const bool is_ipv6 = options.listen.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + options.listen + "]" : options.listen) + ":" + std::to_string(port) +
         std::string(service_path) + "?wsdl";
}

void run(const simulator::Options& options, net::StopSignals& signals) {
  const SystemClock clock;
  simulator::Simulator simulator(clock);
  for (const auto& [number, label] : options.clients) simulator.add_client(number, {{label, "REGIE", ""}, true});
  simulator::ServerHandler handler(simulator);
  net::ServerOptions server_options;
  server_options.address = options.listen;
  server_options.port = options.port;
  server_options.worker_threads = 16;  // calls that are told to time out hold one each
  net::Server server(std::move(server_options), handler);
  server.start();
  net::Ticker notifier(notification_period, [&] { simulator.deliver_due(); });
  const std::string endpoint = endpoint_of(options, server.port());
  if (!options.address_file.empty()) write_durably(options.address_file, endpoint + "\n");
  std::cout << "Le simulateur de PayFiP écoute sur " << endpoint << " (Ctrl+C pour arrêter)" << std::endl;
  signals.wait();
  simulator.stop();
  notifier.stop();
  server.stop(std::chrono::seconds(1));
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = simulator::parse_options({argv + 1, argv + argc});
  if (!options || options->asks_for_help) {
    (options ? std::cout : std::cerr) << simulator::usage;
    return options ? EXIT_SUCCESS : exit_usage;
  }
  net::StopSignals signals;  // before any thread
  if (options->ends_with_parent && !follow_parent()) return EXIT_SUCCESS;
  try {
    run(*options, signals);
  } catch (const std::exception& error) {
    std::cerr << "Le simulateur de PayFiP ne peut pas démarrer : " << error.what() << "\n";
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
