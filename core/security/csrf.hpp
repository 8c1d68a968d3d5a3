// Decides whether a request that changes something came from our own page (reliability notes, §5.4).
#pragma once

#include "core/http/message.hpp"

#include <string>
#include <string_view>

namespace clocher::security {

struct CsrfCheck {
  std::string_view own_origin;  // "https://assy.example.fr", as origin_of() gives it
  std::string_view secret;      // key of the form tokens
  std::string_view
      cookie_value;             // of the session or draft cookie that this request relies on; "" when it relies on none
  std::string_view form_token;  // field of the body, "" when absent
};

// Name of the hidden field of every form.
inline constexpr std::string_view csrf_field = "csrf";

[[nodiscard]] std::string form_token(std::string_view secret, std::string_view cookie_value);

// Safe methods pass. Others pass when Sec-Fetch-Site is same-origin; or, without that header, when Origin is ours;
// or, without both, when no cookie is relied on or the form token is right. Sibling communes are "same-site": refused.
[[nodiscard]] bool is_from_own_page(const http::Request& request, const CsrfCheck& check);

}  // namespace clocher::security
