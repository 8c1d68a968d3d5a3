// Addresses and networks by Boost.Asio.
#include "core/net/client_address.hpp"

#include "core/base/text.hpp"
#include "core/net/asio.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace clocher::net {
namespace {

namespace ip = asio::ip;

std::optional<ip::address> parse(std::string_view text) {
  ErrorCode error;
  ip::address address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

bool holds(const ip::network_v4& network, const ip::address_v4& address) {
  return ip::network_v4(address, network.prefix_length()).canonical() == network.canonical();
}

bool holds(const ip::network_v6& network, const ip::address_v6& address) {
  return ip::network_v6(address, network.prefix_length()).canonical() == network.canonical();
}

}  // namespace

struct TrustedProxies::Networks {
  std::vector<ip::network_v4> v4;
  std::vector<ip::network_v6> v6;
};

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) : networks_(std::make_unique<Networks>()) {
  for (const std::string& text : networks) {
    const bool whole = text.find('/') == std::string::npos;
    const bool is_v6 = text.find(':') != std::string::npos;
    ErrorCode error;
    if (is_v6) {
      networks_->v6.push_back(ip::make_network_v6(whole ? text + "/128" : text, error));
    } else {
      networks_->v4.push_back(ip::make_network_v4(whole ? text + "/32" : text, error));
    }
    if (error) throw std::invalid_argument("trusted proxy is neither an address nor a network: " + text);
  }
}

TrustedProxies::~TrustedProxies() = default;

bool TrustedProxies::contains(std::string_view text) const {
  const std::optional<ip::address> address = parse(text);
  if (!address) return false;
  if (address->is_v4()) {
    return std::ranges::any_of(networks_->v4, [&](const auto& network) { return holds(network, address->to_v4()); });
  }
  return std::ranges::any_of(networks_->v6, [&](const auto& network) { return holds(network, address->to_v6()); });
}

std::string TrustedProxies::client_address(const std::string& peer, const http::Headers& headers) const {
  if (!contains(peer)) return peer;
  std::vector<std::string_view> hops;
  for (const auto& [name, value] : headers.all()) {
    if (!http::equals_ignoring_case(name, "x-forwarded-for")) continue;
    for (const std::string_view hop : split(value, ',')) hops.push_back(trim(hop));
  }
  std::string client = peer;
  for (auto hop = hops.rbegin(); hop != hops.rend() && contains(client); ++hop) {
    std::string address = plain_address(*hop);
    if (address.empty()) break;
    client = std::move(address);
  }
  return client;
}

std::string plain_address(std::string_view text) {
  const std::optional<ip::address> address = parse(text);
  return address ? address->to_string() : std::string();
}

std::string counted_network(std::string_view text) {
  const std::optional<ip::address> address = parse(text);
  if (!address) return {};
  if (address->is_v4()) return address->to_string();
  return ip::network_v6(address->to_v6(), 64).canonical().to_string();
}

}  // namespace clocher::net
