// Reads what the bank posts: first whether the bank wrote it, then what it says.
#pragma once

#include "payments/gateway.hpp"
#include "payments/systempay/signature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::payments::systempay {

[[nodiscard]] std::string_view context_of(Mode mode);  // vads_ctx_mode: TEST or PRODUCTION

[[nodiscard]] std::string attempt_id(std::string_view date, std::string_view number);

// The vads_* fields of a form body; nullopt when it is no form, names a field twice, or is not signed with the key.
[[nodiscard]] std::optional<Fields> read_notification(const std::string& body, std::string_view key);

[[nodiscard]] PaymentStatus status_of(const Fields& fields, std::string_view site_id, const Question& question);

}  // namespace clocher::payments::systempay
