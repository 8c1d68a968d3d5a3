// Reads "--name value" pairs.
#include "payments/payfip/simulator/options.hpp"

#include "core/base/config_values.hpp"
#include "payments/payfip/fields.hpp"

namespace clocher::payments::payfip::simulator {
namespace {

bool take(const std::string& name, const std::string& value, Options& options) {
  if (name == "--port") {
    const auto port = read_number(value, 0, 65535);
    options.port = static_cast<std::uint16_t>(port.value_or(0));
    return port.has_value();
  }
  if (name == "--listen") {
    options.listen = value;
    return is_address(value);
  }
  if (name == "--client") {
    const std::size_t equals = value.find('=');
    const std::string number = value.substr(0, equals);
    options.clients.emplace_back(number, equals == std::string::npos ? "COMMUNE " + number : value.substr(equals + 1));
    return is_client_number(number);
  }
  options.address_file = value;
  return name == "--address-file" && !value.empty();
}

}  // namespace

std::optional<Options> parse_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    if (arguments[at] == "--help") options.asks_for_help = true;
    else if (arguments[at] == "--ends-with-parent") options.ends_with_parent = true;
    else if (at + 1 == arguments.size() || !take(arguments[at], arguments[at + 1], options)) return std::nullopt;
    else ++at;
  }
  return options;
}

}  // namespace clocher::payments::payfip::simulator
