// Reads addresses of web sites.
#include "tenants/site/web_address.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest = 300;

bool is_host(std::string_view host) {
  const auto colon = host.find(':');
  const std::string_view port = colon == std::string_view::npos ? "80" : host.substr(colon + 1);
  const std::string_view name = host.substr(0, colon);
  const bool has_port =
      !port.empty() && port.size() <= 5 && std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
  const bool has_name = std::ranges::all_of(name, [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c >= 0x80;
  });
  const auto dot = name.find('.');
  return has_port && has_name && dot != std::string_view::npos && dot > 0 && !name.ends_with('.') &&
         name.find("..") == std::string_view::npos;
}

bool may_stand_in_address(unsigned char c) {
  return c > 0x20 && c != 0x7F && std::string_view("\"<>\\^`{|}'").find(static_cast<char>(c)) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> read_web_address(std::string_view text) {
  std::string address(trim(text));
  const std::string folded = fold(address.substr(0, 8));
  if (folded.starts_with("https://"))
    address.replace(0, 8, "https://");
  else if (folded.starts_with("http://"))
    address.replace(0, 7, "http://");
  else if (address.find("://") == std::string::npos)
    address.insert(0, "https://");
  else
    return std::nullopt;
  if (!is_valid_utf8(address) || length_in_characters(address) > longest) return std::nullopt;
  if (!std::ranges::all_of(address, may_stand_in_address)) return std::nullopt;
  const std::string_view rest = std::string_view(address).substr(address.find("://") + 3);
  // "javascript:alert(1)" has no host with a dot; "a@b.fr" would name a user.
  return is_host(rest.substr(0, rest.find_first_of("/?#"))) ? std::optional(std::move(address)) : std::nullopt;
}

}  // namespace clocher::tenants
