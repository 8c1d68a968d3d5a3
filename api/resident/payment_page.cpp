// What is owed, what is under way, what was received. "Paid" is what the ledger says, never what a browser brings.
#include "api/resident/payment_page.hpp"

#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/security/headers.hpp"
#include "payments/debt_reference.hpp"
#include "payments/ledger.hpp"
#include "payments/mails.hpp"

namespace clocher::api::resident {
namespace {

using payments::PaymentState;

struct Seen {
  tenants::Profile profile;
  payments::Regie regie;
  std::vector<payments::StoredAttempt> attempts;  // newest first
  std::vector<payments::LedgerLine> lines;
  std::vector<std::string> receipt_numbers;  // of lines, "" for those that are none
};

Seen look(const Context& context, const payments::Debt& debt) {
  return context.tenant.read([&](db::ReadTx& tx) {
    Seen seen{tenants::read_profile(tx),
              payments::find_regie(tx, debt.regie_id).value(),
              payments::attempts_of(tx, debt.id),
              payments::lines_of_debt(tx, debt.id),
              {}};
    for (const payments::LedgerLine& line : seen.lines) {
      const auto number = payments::receipt_number(tx, line);
      seen.receipt_numbers.push_back(number ? payments::to_string(*number) : "");
    }
    return seen;
  });
}

bool was_corrected(const Seen& seen, std::int64_t number) {
  for (const payments::LedgerLine& line : seen.lines) {
    if (line.corrects == number) return true;
  }
  return false;
}

json::Array receipts(const Context& context, const payments::Debt& debt, const Seen& seen) {
  json::Array list;
  for (std::size_t i = 0; i < seen.lines.size(); ++i) {
    const payments::LedgerLine& line = seen.lines[i];
    if (seen.receipt_numbers[i].empty() || was_corrected(seen, line.number)) continue;
    list.push_back(json::Object{{"number", seen.receipt_numbers[i]},
                                {"amount", format_french(line.amount)},
                                {"paid_at", to_french(line.at)},
                                {"means", context.tools.catalogue.text("paid_by." + line.debit)},
                                {"receipt_url", payment_path(debt) + "/recus/" + std::to_string(line.number)}});
  }
  return list;
}

const payments::StoredAttempt* alive(const Seen& seen) {
  for (const payments::StoredAttempt& each : seen.attempts) {
    if (each.is_alive()) return &each;
  }
  return nullptr;
}

json::Value under_way(const Context& context, const payments::Debt& debt, const Seen& seen) {
  const payments::StoredAttempt* live = alive(seen);
  if (live == nullptr) return false;
  return json::Object{{"since", to_french(live->started_at)},
                      {"can_resume", payments::can_resume(*live, context.now)},
                      {"action", payment_path(debt)},
                      {"csrf", csrf_token(context)}};
}

// What became of the last attempt, when it is over and was no receipt.
std::string last_words(const Context& context, const Seen& seen) {
  if (seen.attempts.empty()) return "";
  const payments::StoredAttempt& last = seen.attempts.front();
  if (last.mode == payments::Mode::test && last.state == PaymentState::paid)
    return context.tools.catalogue.text("payment.last.test");
  if (last.state != PaymentState::refused && last.state != PaymentState::cancelled &&
      last.state != PaymentState::expired)
    return "";
  return context.tools.catalogue.text("payment.last." + std::string(payments::to_string(last.state)));
}

// "" when one can pay online now.
std::string reason_not_to_pay(const payments::Debt& debt, const payments::Regie& regie,
                              const payments::StoredAttempt* live) {
  if (live != nullptr || debt.remaining() == Money{}) return "none";
  const bool is_trial = debt.origin == payments::DebtOrigin::trial && regie.gateway != payments::GatewayKind::none;
  if (!is_trial && !payments::takes_payments(regie)) return "payment.not_online";
  const Money ceiling = regie.text.online_ceiling;
  return ceiling > Money{} && debt.remaining() > ceiling ? "payment.over_ceiling" : "";
}

bool is_unclear(const Seen& seen) {
  return !seen.attempts.empty() && seen.attempts.front().state == PaymentState::unknown;
}

bool is_put_aside(const Seen& seen) {
  for (const payments::StoredAttempt& each : seen.attempts) {
    if (each.is_quarantined() && payments::holds_money(each.state)) return true;
  }
  return false;
}

void add_try(const Context& context, const payments::Debt& debt, const PaymentTry& attempt, json::Object& data) {
  json::Array errors;
  data["email_error"] = false;
  if (attempt.error != nullptr) {
    const bool is_field = !attempt.error->fields.empty();
    const std::string message =
        is_field ? message_of(context.tools, attempt.error->fields.front()) : message_of(context.tools, *attempt.error);
    errors.push_back(json::Object{{"href", "#f-courriel"}, {"message", message}});
    if (is_field) data["email_error"] = message;
  }
  data["has_errors"] = !errors.empty();
  data["errors"] = std::move(errors);
  data["email_value"] = attempt.error == nullptr ? debt.debtor.email : attempt.email;
}

}  // namespace

std::string payment_path(const payments::Debt& debt) { return "/paiements/" + debt.page_key; }

Result<payments::Debt> debt_of_page(Context& context) {
  const std::string_view key = context.parameters.get("key");
  auto debt = context.tenant.read([&](db::ReadTx& tx) { return payments::find_debt_by_page(tx, key); });
  if (!debt) return fail(ErrorKind::not_found, "debt.not_found");
  return std::move(*debt);
}

payments::PayingTools paying_tools(const Context& context) {
  return {context.tools.gateways.maker(), payments::tell_people(context.tenant.identity(), context.tools.texts())};
}

http::Response payment_page(const Context& context, int status, const payments::Debt& debt, const PaymentTry& attempt) {
  const Tools& tools = context.tools;
  const Seen seen = look(context, debt);
  const payments::StoredAttempt* live = alive(seen);
  const bool unclear = is_unclear(seen);
  const std::string reason = reason_not_to_pay(debt, seen.regie, live);
  const bool can_pay = reason.empty() && !unclear;
  json::Object data = frame_data(
      context, seen.profile,
      {.title = debt.object, .path = payment_path(debt), .title_error = attempt.error != nullptr, .noindex = true});
  data["object"] = debt.object;
  data["amount"] = format_french(debt.amount);
  data["reference"] = payments::in_groups(debt.reference);
  data["regie"] = seen.regie.text.name;
  data["due"] = debt.due_on.empty() ? json::Value(false) : json::Value(date_data(parse_iso_date(debt.due_on).value()));
  data["is_paid"] = debt.state == payments::DebtState::paid;
  data["is_cancelled"] = debt.state == payments::DebtState::cancelled;
  data["is_excess"] = debt.excess() > Money{};
  data["is_put_aside"] = is_put_aside(seen);
  data["rest"] = debt.state == payments::DebtState::partly_paid ? json::Value(format_french(debt.remaining()))
                                                                : json::Value(false);
  data["under_way"] = under_way(context, debt, seen);
  data["is_unclear"] = unclear;
  data["last"] = or_false(last_words(context, seen));
  data["can_pay"] = can_pay;
  data["cannot_pay"] = reason.starts_with("payment.") ? json::Value(tools.catalogue.text(reason)) : json::Value(false);
  data["is_trial"] = debt.origin == payments::DebtOrigin::trial;
  data["is_test"] = seen.regie.mode == payments::Mode::test;
  data["action"] = payment_path(debt);
  data["csrf"] = csrf_token(context);
  add_try(context, debt, attempt, data);
  json::Array list = receipts(context, debt, seen);
  data["receipt_is_late"] = http::parse_query(context.request.query).get("recu") == "bientot";
  data["has_receipts"] = !list.empty();
  data["receipts"] = std::move(list);
  http::Response response = page(tools, status, "payment.html", data);
  // The form leads to the gateway by a redirect, which the policy of the page must let through.
  if (can_pay || live != nullptr) security::allow_forms_to(response, tools.gateways.page_origin(seen.regie.gateway));
  return response;
}

Result<http::Response> show_payment(Context& context) {
  const auto debt = debt_of_page(context);
  if (!debt) return fail(debt.error());
  return payment_page(context, 200, *debt, {});
}

}  // namespace clocher::api::resident
