// Checks and normalises e-mail addresses.
#include "tenants/people/address.hpp"

#include "core/base/text.hpp"
#include "core/outbound/mail.hpp"

#include <algorithm>

namespace clocher::tenants {

bool is_mail_address(std::string_view text) {
  const std::string_view address = trim(text);
  return outbound::is_mail_address(address) && address.substr(address.find('@')).find('.') != std::string_view::npos;
}

std::string normalize_mail_address(std::string_view text) {
  std::string address(trim(text));
  std::ranges::transform(address, address.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return address;
}

}  // namespace clocher::tenants
