// What values of settings may be: numbers in bounds, names of hosts, networks, keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher {

// A whole number in decimal digits, within the bounds.
[[nodiscard]] std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least, std::int64_t most);

// Addresses or address/prefix separated by commas; nothing is an empty list.
[[nodiscard]] std::optional<std::vector<std::string>> split_networks(std::string_view text);

// http(s) addresses separated by commas; nothing is an empty list.
[[nodiscard]] std::optional<std::vector<std::string>> split_urls(std::string_view text);

[[nodiscard]] bool is_web_address(std::string_view text);    // http(s)
[[nodiscard]] bool is_address(std::string_view text);        // IPv4 or IPv6
[[nodiscard]] bool is_host_name(std::string_view text);      // lower case, RFC 1123
[[nodiscard]] bool is_socket_or_empty(std::string_view text);  // "unix:/path" or address:port
[[nodiscard]] bool is_host_or_empty(std::string_view text);  // name or address
[[nodiscard]] bool is_one_line(std::string_view text);       // UTF-8 without control characters, at most 1024 bytes
[[nodiscard]] bool is_path(std::string_view text);
[[nodiscard]] bool is_secret_key(std::string_view text);  // 64 hexadecimal digits or empty
[[nodiscard]] bool is_mail_sender(std::string_view text);
[[nodiscard]] bool is_contact(std::string_view text);  // mailto: or https:, or empty

}  // namespace clocher
