// Going on later: the code of a draft, by mail or on paper, and the page that takes it.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/draft_code.hpp"

namespace clocher::api::resident {
namespace {

struct FieldProblem {
  std::string field;    // "courriel", "code"
  std::string message;  // "" for none
};

json::Array summary(const FieldProblem& problem) {
  if (problem.message.empty()) return {};
  return {json::Object{{"href", "#f-" + problem.field}, {"message", problem.message}}};
}

http::Response later_page(const Context& context, const OpenForm& form, int status, const FieldProblem& problem) {
  const Tools& tools = context.tools;
  const std::string path = later_path(form.procedure);
  json::Object data = frame_data(tools, form.profile,
                                 {.title = tools.catalogue.text("title.later", {{"procedure", form.definition.title}}),
                                  .path = path,
                                  .back_url = resume_path(form, context.now),
                                  .title_error = !problem.message.empty(),
                                  .noindex = true});
  data["procedure_title"] = form.definition.title;
  data["kept_until"] = date_data(to_local(form.draft->expires_at).date);
  data["code_groups"] =
      code_groups(dossiers::draft_code(context.tenant, form.draft->id, tools.secret_key, context.now));
  data["is_mailed"] = http::parse_query(context.request.query).get("courriel") == "envoye";
  data["action"] = path;
  data["csrf"] = csrf_token(context);
  data["has_errors"] = !problem.message.empty();
  data["errors"] = summary(problem);
  data["email_value"] = std::string(context.form.get("courriel"));
  data["email_error"] = or_false(problem.message);
  data["resume_here_url"] = resume_path(form, context.now);
  return page(tools, status, "form_later.html", data);
}

http::Response resume_page(const Context& context, int status, const std::string& problem) {
  const Tools& tools = context.tools;
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Object data = frame_data(tools, profile,
                                 {.title = tools.catalogue.text("title.resume"),
                                  .path = "/reprendre",
                                  .title_error = !problem.empty(),
                                  .noindex = status != 200});
  data["action"] = "/reprendre";
  data["csrf"] = csrf_token(context);
  data["has_errors"] = !problem.empty();
  data["errors"] = summary({"code", problem});
  data["code_value"] = std::string(context.form.get("code"));
  data["code_error"] = or_false(problem);
  return page(tools, status, "form_resume.html", data);
}

}  // namespace

Result<http::Response> later(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  if (!form->draft) return http::see_other(procedure_path(form->procedure));
  return later_page(context, *form, 200, {});
}

Result<http::Response> mail_draft_code(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  if (!form->draft) return http::see_other(procedure_path(form->procedure));
  const std::string code =
      dossiers::draft_code(context.tenant, form->draft->id, context.tools.secret_key, context.now);
  const auto mailed = dossiers::mail_code(
      context.tenant, context.tools.texts(), form->draft->id,
      {context.form.get("courriel"), form->definition.title, code, form->draft->expires_at}, context.now);
  if (!mailed && !mailed.error().fields.empty())
    return later_page(context, *form, 422, {"courriel", message_of(context.tools, mailed.error().fields.front())});
  if (!mailed) return fail(mailed.error());
  return http::see_other(later_path(form->procedure) + "?courriel=envoye");
}

Result<http::Response> resume_form(Context& context) { return resume_page(context, 200, ""); }

Result<http::Response> resume_draft(Context& context) {
  const auto& words = context.tools.catalogue;
  const std::string code(trim(context.form.get("code")));
  if (code.empty()) return resume_page(context, 422, words.text("draft.code_required"));
  // As for tracking codes: what cannot be a code guesses at nobody's.
  const auto canonical = security::normalize_code(code);
  const std::string subject = canonical ? security::digest(*canonical) : std::string();
  const security::Attempt attempt{"reprendre", context.tenant.insee(), subject, context.request.remote_address};
  if (const auto allowed = context.tools.throttle.begin(attempt); !allowed) {
    http::Response response =
        resume_page(context, http_status(allowed.error().kind), message_of(context.tools, allowed.error()));
    add_retry_after(response, allowed.error());
    return response;
  }
  const auto found = dossiers::find_by_code(context.tenant, code, context.now);
  if (!found) return resume_page(context, 422, words.text(found.error().key));
  context.tools.throttle.succeeded(attempt);
  const auto procedure = context.tenant.read(
      [&](db::ReadTx& tx) { return forms::find_procedure(tx, found->procedure_slug); });
  if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
  http::Response response = http::see_other(procedure_path(*procedure) + "/suite");
  set_draft_cookie(context, *procedure, dossiers::let_browser_in(context.tenant, found->id, context.now), response);
  return response;
}

Result<http::Response> go_on(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  return http::see_other(form->draft ? resume_path(*form, context.now) : procedure_path(form->procedure));
}

}  // namespace clocher::api::resident
