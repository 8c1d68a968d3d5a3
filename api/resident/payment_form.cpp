// "Pay the letter": a reference and an amount lead to what is owed. Guessing is slowed, and told nothing.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "payments/debt.hpp"
#include "payments/debt_reference.hpp"

namespace clocher::api::resident {
namespace {

struct Typed {
  std::string reference, amount;
};

struct Errors {
  std::string reference, amount;
};

http::Response form_page(const Context& context, int status, const Typed& typed, const Errors& errors) {
  const Tools& tools = context.tools;
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Array list;
  const auto add = [&](const std::string& message, const char* href) {
    if (!message.empty()) list.push_back(json::Object{{"href", href}, {"message", message}});
  };
  add(errors.reference, "#f-reference");
  add(errors.amount, "#f-montant");
  json::Object data = frame_data(context, profile,
                                 {.title = tools.catalogue.text("title.payment_form"),
                                  .path = "/payer",
                                  .title_error = !list.empty(),
                                  .noindex = status != 200 || !context.request.query.empty()});
  data["action"] = "/payer";
  data["csrf"] = csrf_token(context);
  data["has_errors"] = !list.empty();
  data["errors"] = std::move(list);
  data["reference_value"] = typed.reference;
  data["reference_error"] = or_false(errors.reference);
  data["amount_value"] = typed.amount;
  data["amount_error"] = or_false(errors.amount);
  return page(tools, status, "payment_form.html", data);
}

std::optional<payments::Debt> matching_debt(Context& context, const std::string& reference, Money amount) {
  auto debt = context.tenant.read([&](db::ReadTx& tx) { return payments::find_debt_by_reference(tx, reference); });
  const bool is_named = debt && (debt->amount == amount || debt->remaining() == amount);
  return is_named ? debt : std::nullopt;
}

}  // namespace

// The QR code of a letter brings both values.
Result<http::Response> payment_form(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  return form_page(context, 200, {std::string(query.get("reference")), std::string(query.get("montant"))}, {});
}

Result<http::Response> find_payment(Context& context) {
  const auto& words = context.tools.catalogue;
  const Typed typed{std::string(trim(context.form.get("reference"))), std::string(trim(context.form.get("montant")))};
  const auto reference = payments::parse_debt_reference(typed.reference);
  const auto amount = parse_money(typed.amount);
  Errors errors;
  if (!reference)
    errors.reference = words.text(typed.reference.empty() ? "payment.reference_required" : "payment.reference_wrong");
  if (!amount) errors.amount = words.text("payment.amount_wrong");
  if (!reference || !amount) return form_page(context, 422, typed, errors);

  const security::Attempt attempt{"payer", context.tenant.insee(), security::digest(*reference),
                                  context.request.remote_address};
  if (const auto allowed = context.tools.throttle.begin(attempt); !allowed) {
    errors.reference = message_of(context.tools, allowed.error());
    http::Response response = form_page(context, http_status(allowed.error().kind), typed, errors);
    add_retry_after(response, allowed.error());
    return response;
  }
  const auto debt = matching_debt(context, *reference, *amount);
  if (!debt) return form_page(context, 422, typed, {words.text("payment.no_such_pair"), ""});
  context.tools.throttle.succeeded(attempt);
  return http::see_other("/paiements/" + debt->page_key);
}

}  // namespace clocher::api::resident
