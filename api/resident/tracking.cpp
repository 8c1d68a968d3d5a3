// A resident finds a request again, reads what the town hall says, and answers.
#include "api/attachment.hpp"
#include "api/frame.hpp"
#include "api/resident/case_page.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/tracking_access.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "core/security/crypto.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/track.hpp"

namespace clocher::api::resident {
namespace {

constexpr const char* case_path = "/suivi/demande";

struct TrackingErrors {
  std::string code;  // message under the field, "" for none
  std::string email;
  std::string whole;  // about both
};

json::Array summary(const TrackingErrors& errors) {
  json::Array list;
  const auto add = [&](const std::string& message, const char* href) {
    if (!message.empty()) list.push_back(json::Object{{"href", href}, {"message", message}});
  };
  add(errors.code, "#f-code");
  add(errors.email, "#f-courriel");
  add(errors.whole, "#f-code");
  return list;
}

http::Response tracking_page(const Context& context, int status, const TrackingErrors& errors) {
  const Tools& tools = context.tools;
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Array list = summary(errors);
  json::Object data = frame_data(context, profile,
                                 {.title = tools.catalogue.text("title.tracking"),
                                  .path = "/suivi",
                                  .title_error = !list.empty(),
                                  .noindex = status != 200});
  data["action"] = "/suivi";
  data["csrf"] = csrf_token(context);
  data["has_errors"] = !list.empty();
  data["errors"] = std::move(list);
  // The address that a printed receipt shows as a QR code brings the code along.
  const bool is_sent = context.request.method == http::Method::post;
  data["code_value"] = is_sent ? std::string(context.form.get("code"))
                               : std::string(http::parse_query(context.request.query).get("code"));
  data["code_error"] = or_false(errors.code.empty() ? errors.whole : errors.code);
  data["email_value"] = std::string(context.form.get("courriel"));
  data["email_error"] = or_false(errors.email);
  return page(tools, status, "tracking.html", data);
}

// The confirmation page shows the code to whoever holds the cookie of a form that was sent.
void forget_sent(const Context& context, http::Response& response) {
  context.tenant.read([&](db::ReadTx& tx) {
    for (const forms::Procedure& procedure : forms::list_procedures(tx)) {
      const bool was_sent =
          dossiers::find_sent(tx, procedure.id, draft_token(context, procedure), context.now).has_value();
      if (was_sent) delete_draft_cookie(context, procedure, response);
    }
  });
}

}  // namespace

Result<http::Response> tracking_form(Context& context) { return tracking_page(context, 200, {}); }

Result<http::Response> open_tracking(Context& context) {
  const auto& words = context.tools.catalogue;
  const std::string code(trim(context.form.get("code")));
  const std::string email(trim(context.form.get("courriel")));
  TrackingErrors errors;
  if (code.empty()) errors.code = words.text("tracking.code_required");
  if (code.empty()) return tracking_page(context, 422, errors);

  // Guessing is slowed by code, by address and by commune; the code itself stays out of the throttle's memory.
  // What cannot be a code guesses at nobody's: one person's slips must not make another wait.
  const auto canonical = security::normalize_code(code);
  const std::string subject = canonical ? security::digest(*canonical) : std::string();
  const security::Attempt attempt{"suivi", context.tenant.insee(), subject, context.request.remote_address};
  if (const auto allowed = context.tools.throttle.begin(attempt); !allowed) {
    errors.whole = message_of(context.tools, allowed.error());
    http::Response response = tracking_page(context, http_status(allowed.error().kind), errors);
    add_retry_after(response, allowed.error());
    return response;
  }
  const auto dossier = dossiers::find_for_resident(context.tenant, code, email);
  if (!dossier) {
    // Nobody learns whether the code exists: without an address both are missing something.
    (email.empty() ? errors.email : errors.whole) =
        words.text(email.empty() ? "tracking.email_required" : dossier.error().key);
    return tracking_page(context, 422, errors);
  }
  context.tools.throttle.succeeded(attempt);
  http::Response response = http::see_other(case_path);
  grant_tracking(context, dossier->id, response);
  return response;
}

Result<http::Response> tracked_case(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const std::string_view done = http::parse_query(context.request.query).get("message");
  return case_page(context, *id,
                   {.notice_key = done == "envoye"    ? "message.sent"
                                  : done == "corrige" ? "correction.sent"
                                                      : ""});
}

Result<http::Response> answer_town_hall(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const ReplyForm form(context.tools.catalogue);
  const forms::StepReading reading = form.read(context.form, to_local(context.now).date);
  if (!reading.is_complete()) return case_page(context, *id, {.reading = &reading});
  const std::string body = json::string_or(reading.values, ReplyForm::message_field);
  const auto sent = dossiers::answer(context.tenant, context.tools.texts(), {*id, body, reading.files}, context.now);
  if (!sent) return fail(sent.error());
  return http::see_other(std::string(case_path) + "?message=envoye");
}

Result<http::Response> withdraw_request(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const auto withdrawn = dossiers::withdraw(context.tenant, *id, context.now);
  if (!withdrawn) return fail(withdrawn.error());
  return http::see_other(case_path);
}

Result<http::Response> tracked_file(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const auto file = parse_id<dossiers::Attachment>(context.parameters.get("file_id"));
  if (!file) return fail(ErrorKind::not_found, "file.not_found");
  return serve_attachment(context.tenant, *id, *file, antivirus_of(context.tools.config));
}

Result<http::Response> leave_tracking(Context& context) {
  http::Response response = http::see_other("/suivi");
  revoke_tracking(context, response);
  forget_sent(context, response);
  return response;
}

}  // namespace clocher::api::resident
