// vads_* fields out, vads_* fields in.
#include "payments/systempay/systempay_gateway.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "payments/systempay/notification.hpp"
#include "payments/systempay/signature.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace clocher::payments::systempay {
namespace {

constexpr std::int64_t transaction_numbers = 900'000;  // per site and day; those above are the bank's
constexpr std::size_t most_order_id = 32;
constexpr std::size_t most_subject = 255;

GatewayFault fault(FaultKind kind, std::string_view code) {
  return {kind, std::string(code), "systempay.fault." + std::string(code), {}, {}};
}

std::string digits_of(std::string_view rfc3339) {
  std::string digits;
  std::copy_if(rfc3339.begin(), rfc3339.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string six_digits(std::int64_t number) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%06d", static_cast<int>(number % transaction_numbers));
  return text.data();
}

bool is_order_id(std::string_view text) {
  return !text.empty() && text.size() <= most_order_id && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

std::string_view wrong_field(const PaymentOrder& order) {
  if (order.amount.cents <= 0) return "amount";
  if (!is_order_id(order.reference)) return "reference";
  const bool is_text = is_valid_utf8(order.subject) && is_valid_utf8(order.email) && is_valid_utf8(order.return_url);
  return is_text && order.number >= 0 ? "" : "order";
}

}  // namespace

SystempayGateway::SystempayGateway(Account account) : account_(std::move(account)) {
  if (account_.key.empty()) throw std::invalid_argument("systempay: no key");
}

Reply<StartedPayment> SystempayGateway::start(const PaymentOrder& order, Instant now) {
  if (const auto wrong = wrong_field(order); !wrong.empty()) return Refusal(fault(FaultKind::permanent, wrong));
  const std::string date = digits_of(to_rfc3339(now));
  const std::string number = six_digits(order.number);
  Fields fields{{"vads_version", "V2"},
                {"vads_site_id", account_.site_id},
                {"vads_ctx_mode", std::string(context_of(account_.mode))},
                {"vads_trans_id", number},
                {"vads_trans_date", date},
                {"vads_amount", std::to_string(order.amount.cents)},
                {"vads_currency", "978"},
                {"vads_action_mode", "INTERACTIVE"},
                {"vads_page_action", "PAYMENT"},
                {"vads_payment_config", "SINGLE"},
                {"vads_order_id", order.reference}};
  if (!order.email.empty()) fields["vads_cust_email"] = order.email;
  if (!order.subject.empty() && order.subject.size() <= most_subject) fields["vads_order_info"] = one_line(order.subject);
  if (!order.return_url.empty()) fields["vads_url_return"] = order.return_url;
  Redirection redirection{Redirection::How::post, account_.page, {fields.begin(), fields.end()}};
  redirection.fields.emplace_back("signature", signature_of(fields, account_.key));
  return StartedPayment{attempt_id(date, number), std::move(redirection), {}};
}

Reply<PaymentStatus> SystempayGateway::ask(const Question& question) {
  PaymentStatus waiting;
  waiting.is_test = question.attempt.mode != Mode::production;
  if (question.notification.empty()) return waiting;
  const auto fields = read_notification(question.notification, account_.key);
  if (!fields) return Refusal(fault(FaultKind::transient, "bad_signature"));
  return status_of(*fields, account_.site_id, question);
}

Reply<Connection> SystempayGateway::test_connection(Instant) {
  const bool is_site = account_.site_id.size() == 8 && digits_of(account_.site_id) == account_.site_id;
  if (!is_site) return Refusal(fault(FaultKind::configuration, "site_id"));
  return Connection{Connection::Proof::settings_only, {}};
}

std::optional<std::string> SystempayGateway::attempt_named_by(const http::Form& fields) const {
  const std::string_view date = fields.get("vads_trans_date");
  const std::string_view number = fields.get("vads_trans_id");
  const bool is_shaped = date.size() == 14 && number.size() == 6 && digits_of(date) == date && digits_of(number) == number;
  if (!is_shaped) return std::nullopt;
  return attempt_id(date, number);
}

}  // namespace clocher::payments::systempay
