// The resident corrects the answers that the town hall named, on one page.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/paragraphs.hpp"
#include "api/resident/tracking_access.hpp"
#include "api/respond.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/correction.hpp"
#include "tenants/forms/form_view.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

constexpr const char* case_path = "/suivi/demande";
constexpr const char* correction_path = "/suivi/demande/correction";

struct Asked {
  tenants::Profile profile;
  dossiers::CaseFile file;
  dossiers::Correction correction;
  forms::Definition form;
};

std::optional<Asked> read_asked(Context& context, Id<dossiers::Dossier> id) {
  return context.tenant.read([&](db::ReadTx& tx) -> std::optional<Asked> {
    auto file = dossiers::read_case_file(tx, id);
    auto correction = dossiers::open_correction(tx, id);
    if (!file || !correction) return std::nullopt;
    auto form = dossiers::correction_form(file->definition, *correction);
    return Asked{tenants::read_profile(tx), std::move(*file), std::move(*correction), std::move(form)};
  });
}

// What the town hall wrote when it asked.
json::Array reason_of(const Asked& asked) {
  const auto& messages = asked.file.messages;
  const auto last = std::find_if(messages.rbegin(), messages.rend(),
                                 [](const dossiers::Message& message) { return !message.from_resident; });
  if (last == messages.rend() || last->created_at < asked.correction.asked_at) return {};
  return paragraphs(last->body);
}

http::Response correction_page(Context& context, const Asked& asked, const forms::StepReading* reading) {
  const Tools& tools = context.tools;
  json::Object view =
      forms::step_view(asked.form, asked.form.steps.front(), asked.file.dossier.answers, reading, tools.catalogue);
  const bool has_errors = reading != nullptr && !reading->errors.empty();
  json::Object data = frame_data(tools, asked.profile,
                                 {.title = tools.catalogue.text("title.correction"),
                                  .path = correction_path,
                                  .back_url = case_path,
                                  .title_error = has_errors,
                                  .noindex = true});
  data["procedure_title"] = asked.file.dossier.procedure_title;
  data["reference"] = asked.file.dossier.reference;
  data["before"] = date_data(asked.correction.answer_before);
  data["reason"] = reason_of(asked);
  data["action"] = correction_path;
  data["csrf"] = csrf_token(context);
  data["has_errors"] = view["has_errors"];
  data["errors"] = view["errors"];
  data["single_question"] = false;
  data["fields"] = view["fields"];
  return page(tools, has_errors ? 422 : 200, "correction.html", data);
}

}  // namespace

Result<http::Response> show_correction(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const auto asked = read_asked(context, *id);
  return asked ? correction_page(context, *asked, nullptr) : http::see_other(case_path);
}

Result<http::Response> send_correction(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const auto asked = read_asked(context, *id);
  if (!asked) return http::see_other(case_path);
  const forms::StepReading reading = forms::read_step(asked->form, asked->form.steps.front(), context.form,
                                                      asked->file.dossier.answers, to_local(context.now).date);
  if (!reading.errors.empty()) return correction_page(context, *asked, &reading);
  const auto corrected =
      dossiers::answer_correction(context.tenant, context.tools.texts(), *id, reading, context.now);
  if (!corrected) return fail(corrected.error());
  return http::see_other(std::string(case_path) + "?message=corrige");
}

// Everything that the town hall holds about this request, for the person it is about (RGPD, articles 15 and 20).
Result<http::Response> own_data(Context& context) {
  const auto id = tracked_dossier(context);
  if (!id) return http::see_other("/suivi");
  const auto file = context.tenant.read([&](db::ReadTx& tx) { return dossiers::read_case_file(tx, *id); });
  if (!file) return fail(ErrorKind::not_found, "request.not_found");
  json::Object answers;
  for (auto& [name, value] : forms::flat_answers(file->definition, file->dossier.answers)) answers[name] = value;
  json::Array messages, files, events;
  for (const auto& message : file->messages)
    messages.push_back(json::Object{{"at", to_rfc3339(message.created_at)},
                                    {"author", message.author_name},
                                    {"text", message.body}});
  for (const auto& attachment : file->attachments)
    files.push_back(json::Object{{"name", attachment.name}, {"size_bytes", attachment.size_bytes}});
  for (const auto& event : file->events)
    events.push_back(json::Object{{"at", to_rfc3339(event.at)}, {"verb", event.verb}});
  http::Response response;
  response.body = json::serialize(json::Object{{"reference", file->dossier.reference},
                                               {"procedure", file->dossier.procedure_title},
                                               {"state", std::string(to_string(file->dossier.state))},
                                               {"name", file->dossier.applicant_name},
                                               {"email", file->dossier.applicant_email},
                                               {"submitted_at", to_rfc3339(file->dossier.submitted_at)},
                                               {"answers", std::move(answers)},
                                               {"messages", std::move(messages)},
                                               {"files", std::move(files)},
                                               {"events", std::move(events)}});
  response.headers.set("Content-Type", "application/json");
  response.headers.set("Content-Disposition",
                       "attachment; filename=\"demande-" + file->dossier.reference + ".json\"");
  return response;
}

}  // namespace clocher::api::resident
