// One step of a form: shown, kept, and on to the next.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/security/csrf.hpp"
#include "tenants/forms/form_view.hpp"
#include "tenants/forms/step.hpp"

namespace clocher::api::resident {
namespace {

bool comes_from_review(const Context& context) {
  return http::parse_query(context.request.query).get("retour") == "verification";
}

std::string with_return(const Context& context, std::string path) {
  return comes_from_review(context) ? path + "?retour=verification" : path;
}

Result<const forms::Step*> find_visible_step(const Context& context, const OpenForm& form,
                                             const forms::Answers& answers) {
  for (const forms::Step* step : forms::visible_steps(form.definition, answers)) {
    if (step->id == context.parameters.get("step")) return step;
  }
  return fail(ErrorKind::not_found, "request.not_found");
}

std::string back_url(const Context& context, const OpenForm& form, const forms::Step& step,
                     const forms::Answers& answers) {
  if (comes_from_review(context)) return review_path(form.procedure);
  const forms::Step* previous = forms::previous_step(form.definition, step, answers);
  return previous == nullptr ? procedure_path(form.procedure) : step_path(form.procedure, *previous);
}

http::Response step_page(const Context& context, const OpenForm& form, const forms::Step& step,
                         const forms::StepReading* reading, const std::string& csrf) {
  const Tools& tools = context.tools;
  const forms::Answers answers = form.answers();
  const bool has_errors = reading != nullptr && !reading->errors.empty();
  json::Object data = frame_data(
      tools, form.profile,
      {.title = tools.catalogue.text("title.step", {{"step", step.title}, {"procedure", form.definition.title}}),
       .path = step_path(form.procedure, step),
       .back_url = back_url(context, form, step, answers),
       .title_error = has_errors,
       .noindex = true});
  for (auto& [key, value] : forms::step_view(form.definition, step, answers, reading, tools.catalogue))
    data[key] = std::move(value);
  data["action"] = with_return(context, step_path(form.procedure, step));
  data["csrf"] = csrf;
  data["submit_label"] =
      tools.catalogue.text(comes_from_review(context) ? "common.save_and_return" : "common.continue");
  data["kept_until"] = form.draft ? json::Value(date_data(to_local(form.draft->expires_at).date)) : json::Value(false);
  return page(tools, has_errors ? 422 : 200, "form_step.html", data);
}

std::string next_path(const Context& context, const OpenForm& form, const forms::Step& step,
                      const forms::Answers& answers) {
  if (comes_from_review(context)) {
    // A changed answer may have opened questions elsewhere: those come first.
    const forms::Step* missing = forms::first_incomplete_step(form.definition, answers, to_local(context.now).date);
    return missing == nullptr ? review_path(form.procedure)
                              : step_path(form.procedure, *missing) + "?retour=verification";
  }
  const forms::Step* next = forms::next_step(form.definition, step, answers);
  return next == nullptr ? review_path(form.procedure) : step_path(form.procedure, *next);
}

}  // namespace

Result<http::Response> show_step(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto step = find_visible_step(context, *form, form->answers());
  if (!step) return fail(step.error());
  if (form->procedure.state == forms::ProcedureState::closed && !form->draft)
    return http::see_other(procedure_path(form->procedure));
  return step_page(context, *form, **step, nullptr, csrf_token(context));
}

Result<http::Response> save_step(Context& context) {
  auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto step = find_visible_step(context, *form, form->answers());
  if (!step) return fail(step.error());
  if (form->procedure.state == forms::ProcedureState::closed && !form->draft)
    return fail(ErrorKind::conflict, "procedure.closed");

  forms::StepReading reading =
      forms::read_step(form->definition, **step, context.form, form->answers(), to_local(context.now).date);
  std::string token = draft_token(context, form->procedure);
  if (!form->draft) {
    auto started = dossiers::start_draft(context.tenant, form->procedure, context.tools.draft_seconds(), context.now);
    if (!started) return fail(started.error());
    form->draft = std::move(started->draft);
    token = std::move(started->token);
  }
  // Kept whatever the outcome: nothing that was right is asked again.
  auto saved = dossiers::save_step(context.tenant, *form->draft, reading, context.tools.draft_seconds(), context.now);
  if (!saved) return fail(saved.error());
  form->draft = std::move(*saved);

  reading.values = form->draft->answers;  // with the files that are stored now
  const std::string cookie = draft_cookie(context, form->procedure, token);
  http::Response response = reading.is_complete()
                                ? http::see_other(next_path(context, *form, **step, form->draft->answers))
                                : step_page(context, *form, **step, &reading, csrf_token_with(context, cookie));
  response.headers.add("Set-Cookie", cookie);
  return response;
}

}  // namespace clocher::api::resident
