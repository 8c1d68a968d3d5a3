// One step of a form: shown, kept, and on to the next.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "api/static_files.hpp"
#include "core/base/text.hpp"
#include "tenants/dossiers/attempt.hpp"
#include "tenants/dossiers/identity_document.hpp"
#include "tenants/forms/availability.hpp"
#include "tenants/forms/ending.hpp"
#include "tenants/forms/form_view.hpp"
#include "tenants/forms/prefill.hpp"
#include "tenants/forms/step.hpp"

namespace clocher::api::resident {
namespace {

bool comes_from_review(const Context& context) {
  return http::parse_query(context.request.query).get("retour") == "verification";
}

std::string with_return(const Context& context, std::string path) {
  return comes_from_review(context) ? path + "?retour=verification" : path;
}

// The step of the address when these answers call for it. One that they do not call for (a draft that expired, a tab left
// open) is a conflict; one that the procedure does not have is not found.
Result<const forms::Step*> find_visible_step(const Context& context, const OpenForm& form) {
  const std::string& id = context.parameters.get("step");
  for (const forms::Step* step : forms::visible_steps(form.definition, form.answers())) {
    if (step->id == id) return step;
  }
  if (forms::find_step(form.definition, id) != nullptr) return fail(ErrorKind::conflict, "draft.gone");
  return fail(ErrorKind::not_found, "request.not_found");
}

std::string back_url(const Context& context, const OpenForm& form, const forms::Step& step,
                     const forms::Answers& answers) {
  if (comes_from_review(context)) return review_path(form.procedure);
  const forms::Step* previous = forms::previous_step(form.definition, step, answers);
  return previous == nullptr ? procedure_path(form.procedure) : step_path(form.procedure, *previous);
}

http::Response step_page(const Context& context, const OpenForm& form, const forms::Step& step,
                         const forms::StepReading* attempt) {
  const Tools& tools = context.tools;
  const forms::Answers answers = form.answers();
  const bool has_errors = attempt != nullptr && !attempt->errors.empty();
  json::Object data = frame_data(
      tools, form.profile,
      {.title = tools.catalogue.text("title.step", {{"step", step.title}, {"procedure", form.definition.title}}),
       .path = step_path(form.procedure, step),
       .back_url = back_url(context, form, step, answers),
       .title_error = has_errors,
       .noindex = true});
  const forms::Answers shown =
      forms::with_prefill(step, http::parse_query(context.request.query), answers, to_local(context.now).date);
  for (auto& [key, value] : forms::step_view(form.definition, step, shown, attempt, tools.catalogue))
    data[key] = std::move(value);
  data["action"] = with_return(context, step_path(form.procedure, step));
  data["csrf"] = csrf_token(context);
  data["submit_label"] =
      tools.catalogue.text(comes_from_review(context) ? "common.save_and_return" : "common.continue");
  data["keep_url"] = step_path(form.procedure, step) + "/saisie";
  data["script"] = hashed_path("/static/draft.js");
  data["later_url"] = or_false(form.draft ? later_path(form.procedure) : "");
  data["kept_until"] = form.draft ? json::Value(date_data(to_local(form.draft->expires_at).date)) : json::Value(false);
  return page(tools, 200, "form_step.html", data);
}

std::string next_path(const Context& context, const OpenForm& form, const forms::Step& step,
                      const forms::Answers& answers) {
  if (forms::find_ending(form.definition, answers, to_local(context.now).date)) return ending_path(form.procedure);
  if (comes_from_review(context)) {
    // A changed answer may have opened questions elsewhere: those come first.
    const forms::Step* missing = forms::first_incomplete_step(form.definition, answers, to_local(context.now).date);
    return missing == nullptr ? review_path(form.procedure)
                              : step_path(form.procedure, *missing) + "?retour=verification";
  }
  const forms::Step* next = forms::next_step(form.definition, step, answers);
  return next == nullptr ? review_path(form.procedure) : step_path(form.procedure, *next);
}

// In another window: what is typed here must not begin a new request in its place.
bool was_sent(const Context& context, const OpenForm& form) {
  return !form.draft && context.tenant.read([&](db::ReadTx& tx) {
    return dossiers::find_sent(tx, form.procedure.id, draft_token(context, form.procedure), context.now).has_value();
  });
}

// The token of the draft that is open, begun now when there is none. conflict procedure.closed.
Result<std::string> hold_draft(const Context& context, OpenForm& form) {
  if (form.draft) return draft_token(context, form.procedure);
  auto started = dossiers::start_draft(context.tenant, form.procedure, context.tools.draft_seconds(), context.now);
  if (!started) return fail(started.error());
  form.draft = std::move(started->draft);
  return std::move(started->token);
}

bool takes_requests(const Context& context, const forms::Procedure& procedure) {
  return context.tenant
      .read([&](db::ReadTx& tx) { return forms::check_available(tx, procedure, to_local(context.now).date); })
      .has_value();
}

// What is written across identity documents: of no use elsewhere or later.
std::string identity_mark(const Context& context, const OpenForm& form) {
  return context.tools.catalogue.text("identity.mark", {{"de_commune", with_de(context.tenant.identity().name)},
                                                        {"procedure", form.definition.title},
                                                        {"date", to_french(to_local(context.now).date)}});
}

}  // namespace

Result<http::Response> show_step(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto step = find_visible_step(context, *form);
  const bool is_closed = !form->draft && !takes_requests(context, form->procedure);
  const bool is_elsewhere = !step && step.error().kind == ErrorKind::conflict;
  if (is_closed || is_elsewhere) return http::see_other(procedure_path(form->procedure));
  if (!step) return fail(step.error());
  std::optional<forms::StepReading> attempt;
  if (form->draft) attempt = dossiers::read_attempt(form->draft->attempt, (*step)->id, form->draft->answers);
  return step_page(context, *form, **step, attempt ? &*attempt : nullptr);
}

Result<http::Response> save_step(Context& context) {
  auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto step = find_visible_step(context, *form);
  if (!step) return fail(step.error());

  forms::StepReading reading =
      forms::read_step(form->definition, **step, context.form, form->answers(), to_local(context.now).date);
  dossiers::mark_identity_documents(form->definition, reading, identity_mark(context, *form));
  const auto token = hold_draft(context, *form);
  if (!token) return fail(token.error());
  // Kept whatever the outcome: nothing that was typed is asked again.
  const auto saved =
      dossiers::save_step(context.tenant, *form->draft, reading, context.tools.draft_seconds(), context.now);
  if (!saved) return fail(saved.error());

  // What cannot be sent now is kept, and its page says why before the next question.
  const std::string on = takes_requests(context, form->procedure) ? next_path(context, *form, **step, saved->answers)
                                                                  : procedure_path(form->procedure);
  // Always to a page of its own, the same step when something is to be mended: Back and reload send nothing twice.
  http::Response response =
      http::see_other(reading.is_complete() ? on
                                            : with_return(context, step_path(form->procedure, **step)) +
                                                  (reading.rearranged.empty() ? "" : "#" + reading.rearranged));
  set_draft_cookie(context, form->procedure, *token, response);
  return response;
}

Result<http::Response> keep_typed(Context& context) {
  auto form = open_form(context);
  if (!form) return fail(form.error());
  if (was_sent(context, *form)) return fail(ErrorKind::conflict, "draft.sent");
  const auto step = find_visible_step(context, *form);
  if (!step) return fail(step.error());
  const forms::StepReading reading =
      forms::read_step(form->definition, **step, context.form, form->answers(), to_local(context.now).date);
  const auto token = hold_draft(context, *form);
  if (!token) return fail(token.error());
  const auto kept =
      dossiers::keep_typed(context.tenant, *form->draft, reading, context.tools.draft_seconds(), context.now);
  if (!kept) return fail(kept.error());
  http::Response response;
  response.status = 204;
  set_draft_cookie(context, form->procedure, *token, response);
  return response;
}

}  // namespace clocher::api::resident
