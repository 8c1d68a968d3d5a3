// Cookies of drafts and the addresses of a form.
#include "api/resident/draft_cookie.hpp"

#include "api/cookie_names.hpp"
#include "core/base/text.hpp"
#include "core/security/csrf.hpp"
#include "tenants/dossiers/assistance.hpp"
#include "tenants/dossiers/attempt.hpp"
#include "tenants/forms/step.hpp"

namespace clocher::api::resident {
namespace {

std::string cookie_of(const forms::Procedure& procedure) {
  return std::string(cookies::draft_prefix) + std::to_string(procedure.id.value);
}

}  // namespace

std::string draft_token(const Context& context, const forms::Procedure& procedure) {
  return http::read_cookie(context.request, {cookie_of(procedure), context.tools.transport()}).value_or("");
}

void set_draft_cookie(const Context& context, const forms::Procedure& procedure, std::string_view token,
                      http::Response& response) {
  response.headers.add("Set-Cookie", http::set_cookie({cookie_of(procedure), context.tools.transport()}, token,
                                                      {http::SameSite::lax, context.tools.draft_seconds()}));
}

void delete_draft_cookie(const Context& context, const forms::Procedure& procedure, http::Response& response) {
  response.headers.add("Set-Cookie", http::delete_cookie({cookie_of(procedure), context.tools.transport()}));
}

Result<OpenForm> open_form(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) -> Result<OpenForm> {
    auto procedure = forms::find_procedure(tx, context.parameters.get("slug"));
    if (!procedure || procedure->state == forms::ProcedureState::model)
      return fail(ErrorKind::not_found, "procedure.not_found");
    auto draft = dossiers::find_draft(tx, procedure->id, draft_token(context, *procedure), context.now);
    auto definition = draft ? dossiers::definition_for(tx, draft->id, procedure->id, draft->procedure_revision)
                            : forms::read_definition(tx, procedure->id, procedure->revision);
    return OpenForm{std::move(*procedure), std::move(draft), std::move(definition), tenants::read_profile(tx)};
  });
}

std::string procedure_path(const forms::Procedure& procedure) { return "/demarches/" + procedure.slug; }
std::string step_path(const forms::Procedure& procedure, const forms::Step& step) {
  return procedure_path(procedure) + "/etapes/" + step.id;
}
std::string ending_path(const forms::Procedure& procedure) { return procedure_path(procedure) + "/pas-concerne"; }
std::string review_path(const forms::Procedure& procedure) { return procedure_path(procedure) + "/verification"; }

std::string later_path(const forms::Procedure& procedure) { return procedure_path(procedure) + "/plus-tard"; }

std::string resume_path(const OpenForm& form, Instant now) {
  const std::string typed = form.draft ? dossiers::last_attempted_step(form.draft->attempt) : "";
  for (const forms::Step* step : forms::visible_steps(form.definition, form.answers())) {
    if (step->id == typed) return step_path(form.procedure, *step);
  }
  const forms::Step* step = forms::first_incomplete_step(form.definition, form.answers(), to_local(now).date);
  return step == nullptr ? review_path(form.procedure) : step_path(form.procedure, *step);
}

json::Array code_groups(std::string_view code) {
  json::Array groups;
  for (const std::string_view group : split(code, '-')) groups.push_back(json::Value(std::string(group)));
  return groups;
}

std::string csrf_token(const Context& context) {
  return security::form_token(context.tools.secret_key, context.request.headers.get("Cookie"));
}

}  // namespace clocher::api::resident
