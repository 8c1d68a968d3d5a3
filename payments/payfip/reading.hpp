// What an answer on a payment means: the decision by result and age, and whether it is the answer to what we asked.
#pragma once

#include "core/base/clock.hpp"
#include "payments/gateway.hpp"
#include "payments/payfip/fields.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace clocher::payments::payfip {

// `result` is resultrans (P, V, R, Z, A) or the code of the fault (P1, P5); `age_seconds` since the attempt began.
// nullopt: not about the payment, nothing changes. A letter that nobody knows is unclear.
enum class Source { result, fault };
[[nodiscard]] std::optional<Outcome> decide(Source source, std::string_view result, std::int64_t age_seconds);

// A paid answer must repeat the account, amount, reference, mode and id that we sent; any other must not contradict them.
// exer is not looked at: "20" was seen for 2019.
[[nodiscard]] std::vector<Mismatch> compare(const Fields& echo, const Account& account, const Attempt& attempt, Outcome outcome);

// JJMMAAAA and HHMM of Europe/Paris; nullopt when they are no moment.
[[nodiscard]] std::optional<Instant> moment_of(std::string_view date, std::string_view time);

[[nodiscard]] PaymentStatus status_of(const Fields& echo, const Account& account, const Question& question, Evidence evidence);

}  // namespace clocher::payments::payfip
