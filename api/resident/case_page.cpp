// Fills tracking_case.html.
#include "api/resident/case_page.hpp"

#include "api/attachment.hpp"
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/paragraphs.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/case_payment.hpp"
#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/dossiers/work.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/form_view.hpp"
#include "tenants/forms/upload_check.hpp"
#include "tenants/journal/event.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

using dossiers::State;

constexpr std::size_t largest_reply_file_bytes = 5 * 1024 * 1024;

std::string_view tone(State state) {
  switch (state) {
    case State::waiting_for_resident: return "action";
    case State::accepted:
    case State::closed: return "good";
    case State::refused: return "bad";
    case State::submitted:
    case State::in_progress:
    case State::withdrawn: break;
  }
  return "waiting";
}

dossiers::FileState state_of(const Tools& tools, const dossiers::CaseFile& data, const dossiers::Attachment& file) {
  const auto found = data.file_states.find(file.id.value);
  const auto state = found == data.file_states.end() ? dossiers::FileState::waiting : found->second;
  return dossiers::seen_as(state, antivirus_of(tools.config));
}

json::Array files_of(const Tools& tools, const dossiers::CaseFile& data, Id<dossiers::Message> message) {
  json::Array list;
  for (const dossiers::Attachment& file : data.attachments) {
    if (file.message_id != message) continue;
    const auto state = state_of(tools, data, file);
    const bool is_clean = state == dossiers::FileState::clean;
    const std::string note =
        is_clean ? "" : tools.catalogue.text(state == dossiers::FileState::waiting ? "file.held_note" : "file.infected_note");
    const std::string url = is_clean ? "/suivi/demande/fichiers/" + std::to_string(file.id.value) : "";
    list.push_back(json::Object{{"file_name", file.name},
                                {"size_text", forms::size_in_words(static_cast<std::size_t>(file.size_bytes))},
                                {"file_note", or_false(note)},
                                {"file_url", or_false(url)}});
  }
  return list;
}

// Whatever page of the form, or message, the file came with.
json::Array infected_files(const Tools& tools, const dossiers::CaseFile& data) {
  json::Array list;
  for (const dossiers::Attachment& file : data.attachments) {
    if (state_of(tools, data, file) == dossiers::FileState::infected)
      list.push_back(json::Value(tools.catalogue.text("file.infected_notice", {{"name", file.name}})));
  }
  return list;
}

json::Array messages(const Tools& tools, const dossiers::CaseFile& data) {
  json::Array list;
  for (const dossiers::Message& message : data.messages) {
    json::Array files = files_of(tools, data, message.id);
    const std::string author = message.from_resident
                                   ? tools.catalogue.text("message.you")
                                   : tools.catalogue.text("message.town_hall", {{"agent", message.author_name}});
    list.push_back(json::Object{{"from_town_hall", !message.from_resident},
                                {"author", author},
                                {"posted", moment_data(message.created_at)},
                                {"paragraphs", paragraphs(message.body)},
                                {"has_files", !files.empty()},
                                {"files", std::move(files)}});
  }
  return list;
}

// When the town hall first moved the request, and when it decided.
struct Milestones {
  std::optional<Instant> studied;
  std::optional<Instant> answered;
};

Milestones milestones(const dossiers::CaseFile& data) {
  Milestones reached;
  for (const tenants::Event& event : data.events) {
    if (event.verb != "dossier.state_changed") continue;
    const auto state = dossiers::parse_state(event.details);
    if (!reached.studied) reached.studied = event.at;
    if (state == State::accepted || state == State::refused) reached.answered = event.at;
  }
  return reached;
}

json::Array way(const Tools& tools, const dossiers::CaseFile& data) {
  const State state = data.dossier.state;
  const Milestones reached = milestones(data);
  const bool is_answered = state == State::accepted || state == State::refused || state == State::closed;
  const bool is_studied = is_answered || reached.studied.has_value();
  const auto step = [&](std::string_view key, bool is_done, bool is_current, const std::optional<Instant>& at) {
    return json::Object{{"step_label", tools.catalogue.text(key)},
                        {"is_done", is_done},
                        {"is_current", is_current},
                        {"reached", is_done && at ? json::Value(date_data(to_local(*at).date)) : json::Value(false)}};
  };
  const bool is_withdrawn = state == State::withdrawn;
  return {json::Value(step("step.sent", true, state == State::submitted, data.dossier.submitted_at)),
          json::Value(step("step.studied", is_answered, !is_answered && is_studied && !is_withdrawn, reached.studied)),
          json::Value(step("step.answered", is_answered, false, reached.answered))};
}

json::Object post_form(std::string_view action, const Context& context) {
  return {{"action", std::string(action)}, {"csrf", csrf_token(context)}};
}

json::Value reply_data(const Context& context, const dossiers::CaseFile& data, json::Value fields) {
  if (dossiers::is_final(data.dossier.state)) return false;
  json::Object reply = post_form("/suivi/demande/message", context);
  reply["fields"] = std::move(fields);
  return reply;
}

}  // namespace

json::Array paragraphs(std::string_view body) {
  json::Array list;
  std::string paragraph;
  for (const std::string_view line : split(body, '\n')) {
    if (!trim(line).empty()) {
      paragraph += (paragraph.empty() ? "" : "\n") + std::string(line);
    } else if (!paragraph.empty()) {
      list.push_back(json::Value(std::exchange(paragraph, {})));
    }
  }
  if (!paragraph.empty()) list.push_back(json::Value(paragraph));
  return list;
}

ReplyForm::ReplyForm(const view::Catalogue& catalogue) {
  forms::Field message;
  message.id = message_field;
  message.type = forms::find_field_type("long_text");
  message.label = catalogue.text("message.label");
  message.required = true;
  message.max_length = dossiers::longest_message_characters;
  forms::Field file;
  file.id = "piece";
  file.type = forms::find_field_type("file");
  file.label = catalogue.text("message.file_label");
  file.max_file_bytes = largest_reply_file_bytes;
  file.accept = {"pdf", "jpeg", "png"};
  definition_.steps.push_back(
      {"reponse", catalogue.text("message.label"), "", std::nullopt, {std::move(message), std::move(file)}});
}

forms::StepReading ReplyForm::read(const http::Form& form, Date today) const {
  return forms::read_step(definition_, definition_.steps.front(), form, {}, today);
}

json::Object ReplyForm::view(const forms::StepReading* reading, const view::Catalogue& catalogue) const {
  return forms::step_view(definition_, definition_.steps.front(), {}, reading, catalogue);
}

json::Value case_payment_data(const Context& context, Id<dossiers::Dossier> id) {
  const auto payment = context.tenant.read([&](db::ReadTx& tx) { return dossiers::payment_of(tx, id); });
  if (!payment) return false;
  return json::Object{{"amount", format_french(payment->amount)},
                      {"is_paid", payment->paid_at.has_value()},
                      {"page_url", or_false(payment->path)}};
}

Result<http::Response> case_page(Context& context, Id<dossiers::Dossier> id, const CaseView& view) {
  tenants::Profile profile;
  std::string status;
  std::optional<dossiers::Correction> correction;
  const auto loaded = context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    status = dossiers::read_work(tx, id).status;
    correction = dossiers::open_correction(tx, id);
    return dossiers::read_case_file(tx, id);
  });
  if (!loaded) return fail(ErrorKind::not_found, "request.not_found");
  const Tools& tools = context.tools;
  const dossiers::Dossier& dossier = loaded->dossier;
  const bool has_errors = view.reading != nullptr;
  json::Object data = frame_data(
      tools, profile,
      {.title = dossier.procedure_title, .path = "/suivi/demande", .title_error = has_errors, .noindex = true});
  json::Object reply = ReplyForm(tools.catalogue).view(view.reading, tools.catalogue);
  const std::string state = "state." + std::string(to_string(dossier.state));
  data["procedure_title"] = dossier.procedure_title;
  data["reference"] = dossier.reference;
  data["state_label"] = tools.catalogue.text(state + ".label");
  data["state_tone"] = std::string(tone(dossier.state));
  data["state_text"] = tools.catalogue.text(state + ".text");
  const auto& statuses = loaded->definition.statuses;
  if (const auto reached = std::ranges::find(statuses, status, &forms::Status::id); reached != statuses.end()) {
    data["state_label"] = reached->label;
    if (!reached->text.empty()) data["state_text"] = reached->text;
  }
  data["correction"] = correction ? json::Value(json::Object{{"correction_url", "/suivi/demande/correction"},
                                                              {"before", date_data(correction->answer_before)}})
                                  : json::Value(false);
  data["payment"] = case_payment_data(context, id);
  data["steps"] = way(tools, *loaded);
  data["has_errors"] = reply["has_errors"];
  data["errors"] = reply["errors"];
  data["notice"] = view.notice_key.empty() ? json::Value(false) : json::Value(tools.catalogue.text(view.notice_key));
  data["infected_files"] = infected_files(tools, *loaded);
  data["has_messages"] = !loaded->messages.empty();
  data["messages"] = messages(tools, *loaded);
  data["reply"] = reply_data(context, *loaded, reply["fields"]);
  data["single_question"] = false;
  data["sections"] = forms::answer_sections(
      loaded->definition, dossier.answers, [](const forms::Step&) { return std::string(); }, tools.catalogue);
  const bool may_withdraw =
      dossiers::find_transition(dossier.state, State::withdrawn, dossiers::Mover::resident) != nullptr;
  data["withdraw"] = may_withdraw ? json::Value(post_form("/suivi/demande/retrait", context)) : json::Value(false);
  data["leave"] = post_form("/suivi/quitter", context);
  return page(tools, has_errors ? 422 : 200, "tracking_case.html", data);
}

}  // namespace clocher::api::resident
