// Checks of single values; they know nothing of the settings that use them.
#include "core/base/config_values.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <arpa/inet.h>

namespace clocher {
namespace {

bool is_host_label(std::string_view label) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), is_plain);
}

// Number of bits of the address, 0 when the text is none.
int address_bits(std::string_view text) {
  std::array<unsigned char, 16> bytes{};
  const std::string address(text);
  if (inet_pton(AF_INET, address.c_str(), bytes.data()) == 1) return 32;
  return inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1 ? 128 : 0;
}

bool is_network(std::string_view text) {
  const auto slash = text.find('/');
  const int bits = address_bits(text.substr(0, slash));
  return bits > 0 && (slash == std::string_view::npos || read_number(text.substr(slash + 1), 0, bits).has_value());
}

}  // namespace

std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least, std::int64_t most) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

std::optional<std::vector<std::string>> split_networks(std::string_view text) {
  std::vector<std::string> networks;
  if (!trim(text).empty())
    for (const std::string_view part : split(text, ',')) networks.emplace_back(trim(part));
  if (!std::all_of(networks.begin(), networks.end(), is_network)) return std::nullopt;
  return networks;
}

bool is_web_address(std::string_view text) {
  const std::string_view rest = text.starts_with("https://")  ? text.substr(8)
                                : text.starts_with("http://") ? text.substr(7)
                                                              : std::string_view();
  return !rest.empty() && rest.front() != '/' && text.size() <= 1024 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
}

std::optional<std::vector<std::string>> split_urls(std::string_view text) {
  std::vector<std::string> urls;
  if (!trim(text).empty())
    for (const std::string_view part : split(text, ',')) urls.emplace_back(trim(part));
  if (!std::all_of(urls.begin(), urls.end(), is_web_address)) return std::nullopt;
  return urls;
}

bool is_host_name(std::string_view text) {
  const auto labels = split(text, '.');
  return text.size() <= 253 && std::all_of(labels.begin(), labels.end(), is_host_label);
}

bool is_secret_key(std::string_view text) {
  return text.empty() ||
         (text.size() == 64 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos);
}

bool is_one_line(std::string_view text) { return text.size() <= 1024 && is_valid_utf8(text) && one_line(text) == text; }
bool is_path(std::string_view text) { return !text.empty() && is_one_line(text); }
bool is_host_or_empty(std::string_view text) { return text.empty() || is_host_name(text) || address_bits(text) > 0; }
bool is_socket_or_empty(std::string_view text) {
  if (text.empty()) return true;
  if (text.starts_with("unix:/")) return text.size() <= 100 && is_one_line(text);
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  int port = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, port);
  return is_address(text.substr(0, colon)) && read.ec == std::errc{} && read.ptr == end && port > 0 && port < 65536;
}
bool is_address(std::string_view text) { return address_bits(text) > 0; }

bool is_mail_sender(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && is_host_name(text.substr(at + 1)) &&
         text.find_first_of(" \t\r\n<>\",;:()[]\\") == std::string_view::npos;
}

bool is_contact(std::string_view text) {
  return text.empty() || (is_one_line(text) && (text.starts_with("mailto:") || text.starts_with("https://")));
}

}  // namespace clocher
