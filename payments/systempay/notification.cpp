// Result and status must agree before anything counts as paid.
#include "payments/systempay/notification.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::payments::systempay {
namespace {

struct Meaning {
  std::string_view name;
  Outcome outcome;
};

constexpr std::array results = {Meaning{"00", Outcome::paid}, Meaning{"02", Outcome::refused}, Meaning{"05", Outcome::refused},
                                Meaning{"17", Outcome::cancelled}};
constexpr std::array statuses = {Meaning{"AUTHORISED", Outcome::paid}, Meaning{"CAPTURED", Outcome::paid},
                                 Meaning{"REFUSED", Outcome::refused}, Meaning{"ABANDONED", Outcome::cancelled}};

template <std::size_t size>
Outcome meaning_in(const std::array<Meaning, size>& table, std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const Meaning& each) { return each.name == name; });
  return found == table.end() ? Outcome::unclear : found->outcome;
}

std::string value_in(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? "" : found->second;
}

// vads_trans_status is not sent by every platform.
Outcome outcome_of(const Fields& fields) {
  const Outcome by_result = meaning_in(results, value_in(fields, "vads_result"));
  const std::string status = value_in(fields, "vads_trans_status");
  return status.empty() || meaning_in(statuses, status) == by_result ? by_result : Outcome::unclear;
}

std::optional<Money> amount_of(const Fields& fields) {
  const std::string text = value_in(fields, "vads_amount");
  std::int64_t cents = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cents);
  const bool is_amount = !text.empty() && error == std::errc{} && end == text.data() + text.size() && cents >= 0;
  return is_amount ? std::optional(Money{cents}) : std::nullopt;
}

}  // namespace

std::string_view context_of(Mode mode) { return mode == Mode::production ? "PRODUCTION" : "TEST"; }

std::string attempt_id(std::string_view date, std::string_view number) {
  return std::string(date) + "-" + std::string(number);
}

std::optional<Fields> read_notification(const std::string& body, std::string_view key) {
  http::Request request;
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.body = body;
  const auto form = http::parse_form(request);
  if (!form) return std::nullopt;
  Fields fields;
  for (const auto& [name, value] : form->fields()) {
    if (!name.starts_with("vads_")) continue;
    if (!fields.emplace(name, value).second) return std::nullopt;
  }
  if (form->values("signature").size() != 1 || !is_signed(fields, form->get("signature"), key)) return std::nullopt;
  return fields;
}

PaymentStatus status_of(const Fields& fields, std::string_view site_id, const Question& question) {
  const Attempt& attempt = question.attempt;
  PaymentStatus status;
  status.outcome = outcome_of(fields);
  status.result = value_in(fields, "vads_result");
  status.means = status.outcome == Outcome::paid ? "card" : "";
  status.authorization = value_in(fields, "vads_auth_number");
  status.amount = amount_of(fields);
  const std::string context = value_in(fields, "vads_ctx_mode");
  status.is_test = attempt.mode != Mode::production || context != "PRODUCTION";
  const auto compare = [&](bool is_equal, Mismatch mismatch) {
    if (!is_equal) status.mismatches.push_back(mismatch);
  };
  compare(value_in(fields, "vads_site_id") == site_id, Mismatch::account);
  compare(status.amount == attempt.amount && value_in(fields, "vads_currency") == "978", Mismatch::amount);
  compare(attempt_id(value_in(fields, "vads_trans_date"), value_in(fields, "vads_trans_id")) == attempt.id, Mismatch::attempt);
  compare(context == context_of(attempt.mode), Mismatch::mode);
  compare(value_in(fields, "vads_order_id") == attempt.reference, Mismatch::reference);
  status.evidence = make_evidence(question.notification, question.now);
  return status;
}

}  // namespace clocher::payments::systempay
