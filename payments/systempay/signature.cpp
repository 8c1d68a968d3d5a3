// HMAC over the sorted values.
#include "payments/systempay/signature.hpp"

#include "core/base/base64.hpp"
#include "core/security/crypto.hpp"

namespace clocher::payments::systempay {

std::string signature_of(const Fields& fields, std::string_view key) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (name.starts_with("vads_")) text += value + "+";
  }
  return encode_base64(security::hmac_sha256(key, text.append(key)));
}

bool is_signed(const Fields& fields, std::string_view signature, std::string_view key) {
  return security::equal_in_constant_time(signature_of(fields, key), signature);
}

}  // namespace clocher::payments::systempay
