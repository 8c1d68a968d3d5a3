// To the gateway and back: starting, returning, and being told. What arrives names an attempt; then the gateway is asked.
#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/payment_page.hpp"
#include "api/respond.hpp"
#include "core/security/headers.hpp"
#include "payments/pay.hpp"

namespace clocher::api::resident {
namespace {

// A bank that takes a form: one more page, whose only button posts what was signed.
http::Response leave_page(const Context& context, const payments::Debt& debt,
                          const payments::Redirection& redirection) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Object data = frame_data(
      context, profile,
      {.title = context.tools.catalogue.text("title.payment_leave"), .path = payment_path(debt), .noindex = true});
  json::Array fields;
  for (const auto& [name, value] : redirection.fields)
    fields.push_back(json::Object{{"field_name", name}, {"field_value", value}});
  data["object"] = debt.object;
  data["amount"] = format_french(debt.remaining());
  data["action"] = redirection.url;
  data["fields"] = std::move(fields);
  http::Response response = page(context.tools, 200, "payment_leave.html", data);
  security::allow_forms_to(response, context.tools.gateways.page_origin(payments::GatewayKind::systempay));
  return response;
}

http::Response go(const Context& context, const payments::Debt& debt, const payments::Redirection& redirection) {
  if (redirection.how == payments::Redirection::How::post) return leave_page(context, debt, redirection);
  return http::see_other(redirection.url);
}

http::Response plain(int status, std::string_view text) {
  http::Response response;
  response.status = status;
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  response.body = text;
  return response;
}

}  // namespace

Result<http::Response> start_payment(Context& context) {
  const auto debt = debt_of_page(context);
  if (!debt) return fail(debt.error());
  const std::string email(context.form.get("courriel"));
  const auto redirection = payments::pay(context.tenant, paying_tools(context), debt->id, email, context.now);
  if (redirection) return go(context, *debt, *redirection);
  // Paid meanwhile, or in another tab: the page says so, and Back never pays twice.
  if (redirection.error().kind == ErrorKind::conflict) return http::see_other(payment_path(*debt));
  return payment_page(context, http_status(redirection.error().kind), *debt, {email, &redirection.error()});
}

Result<http::Response> resume_payment(Context& context) {
  const auto debt = debt_of_page(context);
  if (!debt) return fail(debt.error());
  const auto redirection = payments::resume(context.tenant, debt->id, context.now);
  return redirection ? go(context, *debt, *redirection) : http::see_other(payment_path(*debt));
}

// Whoever comes back is a reason to ask, at once: the page that follows tells what was answered.
Result<http::Response> payment_return(Context& context) {
  const std::string_view key = context.parameters.get("key");
  const auto attempt = context.tenant.read([&](db::ReadTx& tx) { return payments::find_attempt_by_return(tx, key); });
  if (!attempt) return fail(ErrorKind::not_found, "debt.not_found");
  if (attempt->is_alive()) payments::ask_now(context.tenant, paying_tools(context), *attempt, context.now);
  const auto debt =
      context.tenant.read([&](db::ReadTx& tx) { return payments::find_debt(tx, attempt->debt_id).value(); });
  return http::see_other(payment_path(debt));
}

// 200 once the question is on the disk, and for names that nobody knows: a stranger learns nothing.
Result<http::Response> payment_notification(Context& context) {
  const auto kind = payments::parse_gateway_kind(context.parameters.get("gateway"));
  if (!kind || *kind == payments::GatewayKind::none) return fail(ErrorKind::not_found, "request.not_found");
  const auto form = http::parse_form(context.request, {.fields = 100, .field_bytes = 4096, .files = 0});
  if (!form) return plain(400, "unreadable\n");
  const auto gateway = context.tools.gateways.maker()({*kind, "0", "", payments::Mode::test});
  std::optional<std::string> name;
  if (*kind == payments::GatewayKind::payfip && gateway) name = gateway->attempt_named_by(*form);
  if (*kind == payments::GatewayKind::systempay)
    name = std::string(form->get("vads_trans_date")) + "-" + std::string(form->get("vads_trans_id"));
  if (name) {
    static_cast<void>(payments::hear_notification(context.tenant, paying_tools(context), *kind, *name,
                                                  context.request.body, context.now));
  }
  return plain(200, "ok\n");
}

}  // namespace clocher::api::resident
