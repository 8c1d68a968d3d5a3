// The signature of the vads protocol: SystemPay, PayZen and Scellius sign their forms and notifications alike.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace clocher::payments::systempay {

using Fields = std::map<std::string, std::string>;  // sorted by name, as the signature wants them

// base64(HMAC-SHA-256(values of all vads_* joined by "+", then "+" and the key)). The key is not empty.
[[nodiscard]] std::string signature_of(const Fields& fields, std::string_view key);

// In a time that does not depend on what is wrong.
[[nodiscard]] bool is_signed(const Fields& fields, std::string_view signature, std::string_view key);

}  // namespace clocher::payments::systempay
