// Check your answers, send, and what happens next.
#include "api/frame.hpp"
#include "api/resident/case_page.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/ending.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/privacy.hpp"
#include "api/resident/tracking_access.hpp"
#include "api/respond.hpp"
#include "core/view/markdown.hpp"
#include "payments/case_link.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/dossiers/submit.hpp"
#include "tenants/forms/ending.hpp"
#include "tenants/forms/form_view.hpp"

namespace clocher::api::resident {
namespace {

std::string last_step_path(const OpenForm& form) {
  return step_path(form.procedure, *forms::visible_steps(form.definition, form.answers()).back());
}

}  // namespace

Result<http::Response> review(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  if (!form->draft) return http::see_other(procedure_path(form->procedure));
  if (forms::find_ending(form->definition, form->answers(), to_local(context.now).date))
    return http::see_other(ending_path(form->procedure));
  const Tools& tools = context.tools;
  json::Object data =
      frame_data(context, form->profile,
                 {.title = tools.catalogue.text("title.review", {{"procedure", form->definition.title}}),
                  .path = review_path(form->procedure),
                  .back_url = last_step_path(*form),
                  .noindex = true});
  const auto url = [&](const forms::Step& step) { return step_path(form->procedure, step) + "?retour=verification"; };
  for (auto& [key, value] :
       forms::review_view(form->definition, form->draft->answers, to_local(context.now).date, url, tools.catalogue)) {
    data[key] = std::move(value);
  }
  data["action"] = review_path(form->procedure);
  data["csrf"] = csrf_token(context);
  data["declaration"] = tools.catalogue.text("review.declaration");
  data["privacy"] = privacy_data(tools, form->profile, form->definition);
  return page(tools, 200, "form_review.html", data);
}

Result<http::Response> send(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  const std::string confirmation_path = procedure_path(form->procedure) + "/confirmation";
  if (!form->draft) {
    // Pressed twice: the first one did it. Otherwise there is nothing to send.
    const auto sent = context.tenant.read([&](db::ReadTx& tx) {
      return dossiers::find_sent(tx, form->procedure.id, draft_token(context, form->procedure), context.now);
    });
    return http::see_other(sent ? confirmation_path : procedure_path(form->procedure));
  }
  const auto dossier = dossiers::submit(context.tenant, context.tools.texts(), form->draft->id, context.now);
  if (!dossier && dossier.error().key == "draft.incomplete") return http::see_other(review_path(form->procedure));
  if (!dossier && dossier.error().key.starts_with("procedure.")) return refusal_page(context, *form, dossier.error());
  if (!dossier) return fail(dossier.error());
  payments::sync_cases(context.tenant, context.now);  // what it costs can be paid from the next page on
  http::Response response = http::see_other(confirmation_path);
  grant_tracking(context, dossier->id, response);
  return response;
}

Result<http::Response> confirmation(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto dossier = context.tenant.read([&](db::ReadTx& tx) -> std::optional<dossiers::Dossier> {
    const auto sent = dossiers::find_sent(tx, form->procedure.id, draft_token(context, form->procedure), context.now);
    return sent ? dossiers::find_dossier(tx, *sent) : std::nullopt;
  });
  if (!dossier) return http::see_other(procedure_path(form->procedure));
  const Tools& tools = context.tools;
  json::Object data =
      frame_data(context, form->profile,
                 {.title = tools.catalogue.text("title.sent", {{"procedure", dossier->procedure_title}}),
                  .path = procedure_path(form->procedure) + "/confirmation",
                  .noindex = true});
  data["is_trial"] = false;
  data["procedure_title"] = dossier->procedure_title;
  data["reference"] = dossier->reference;
  data["code_groups"] = code_groups(dossier->tracking_code);
  data["sent"] = moment_data(dossier->submitted_at);
  data["email"] = or_false(dossier->applicant_email);
  data["receipt_url"] = procedure_path(form->procedure) + "/recepisse";
  data["confirmation_html"] = or_false(view::render_markdown(form->definition.confirmation));
  data["answer_by"] = false;
  data["payment"] = case_payment_data(context, dossier->id);
  return page(tools, 200, "form_sent.html", data);
}

}  // namespace clocher::api::resident
