// The page behind the link that an elected member received: one case to read, one opinion to give, nothing else.
#include "api/attachment.hpp"
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/paragraphs.hpp"
#include "api/respond.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/forms/form_view.hpp"
#include "tenants/forms/upload_check.hpp"

#include <array>

namespace clocher::api::resident {
namespace {

constexpr std::array<std::string_view, 3> verdicts = {"favourable", "reserved", "unfavourable"};

struct Opened {
  tenants::Profile profile;
  dossiers::Opinion opinion;
  dossiers::CaseFile file;
};

std::string path_of(const Context& context) { return "/avis-elu/" + std::string(context.parameters.get("key")); }

std::optional<Opened> open(Context& context) {
  const std::string_view key = context.parameters.get("key");
  return context.tenant.read([&](db::ReadTx& tx) -> std::optional<Opened> {
    auto opinion = dossiers::find_opinion(tx, key, context.now);
    auto file = opinion ? dossiers::read_case_file(tx, opinion->dossier) : std::nullopt;
    if (!file) return std::nullopt;
    return Opened{tenants::read_profile(tx), std::move(*opinion), std::move(*file)};
  });
}

json::Array files_of(const Context& context, const dossiers::CaseFile& file) {
  json::Array list;
  for (const auto& attachment : file.attachments) {
    list.push_back(
        json::Object{{"file_name", attachment.name},
                     {"size_text", forms::size_in_words(static_cast<std::size_t>(attachment.size_bytes))},
                     {"file_url", path_of(context) + "/fichiers/" + std::to_string(attachment.id.value)}});
  }
  return list;
}

json::Array verdict_list(const Tools& tools, std::string_view chosen) {
  json::Array list;
  for (const std::string_view verdict : verdicts) {
    list.push_back(json::Object{{"verdict", std::string(verdict)},
                                {"verdict_id", "f-avis-" + std::string(verdict)},
                                {"verdict_label", tools.catalogue.text("opinion." + std::string(verdict))},
                                {"is_chosen", verdict == chosen}});
  }
  return list;
}

struct Attempt {
  std::string verdict, answer;
  const Error* error = nullptr;
  std::string notice_key = {};
};

http::Response opinion_page(const Context& context, const Opened& opened, const Attempt& attempt) {
  const Tools& tools = context.tools;
  const bool has_errors = attempt.error != nullptr;
  json::Object data = frame_data(tools, opened.profile,
                                 {.title = tools.catalogue.text("title.opinion"),
                                  .path = path_of(context),
                                  .title_error = has_errors,
                                  .noindex = true});
  json::Array files = files_of(context, opened.file);
  json::Array errors;
  data["verdict_error"] = data["answer_error"] = false;
  if (has_errors) {
    for (const FieldError& error : attempt.error->fields) {
      const std::string message = tools.catalogue.text(error.key, error.arguments);
      const bool is_verdict = error.field == "verdict";
      errors.push_back(json::Object{{"href", is_verdict ? "#f-avis-favourable" : "#f-motif"}, {"message", message}});
      data[is_verdict ? "verdict_error" : "answer_error"] = message;
    }
  }
  data["procedure_title"] = opened.file.dossier.procedure_title;
  data["reference"] = opened.file.dossier.reference;
  data["name"] = opened.opinion.recipient_name;
  data["by"] = opened.opinion.asked_by;
  data["question"] = paragraphs(opened.opinion.question);
  data["until"] = date_data(to_local(opened.opinion.expires_at).date);
  data["single_question"] = false;
  data["sections"] = forms::answer_sections(
      opened.file.definition, opened.file.dossier.answers, [](const forms::Step&) { return std::string(); },
      tools.catalogue);
  data["has_files"] = !files.empty();
  data["files"] = std::move(files);
  data["notice"] =
      attempt.notice_key.empty() ? json::Value(false) : json::Value(tools.catalogue.text(attempt.notice_key));
  data["has_errors"] = has_errors;
  data["errors"] = std::move(errors);
  data["action"] = path_of(context);
  data["csrf"] = csrf_token(context);
  data["verdicts"] = verdict_list(tools, attempt.verdict);
  data["answer"] = attempt.answer;
  return page(tools, has_errors ? 422 : 200, "opinion_page.html", data);
}

}  // namespace

Result<http::Response> show_opinion(Context& context) {
  const auto opened = open(context);
  if (!opened) return fail(ErrorKind::not_found, "opinion.not_found");
  const bool was_sent = http::parse_query(context.request.query).get("avis") == "enregistre";
  return opinion_page(context, *opened,
                      {opened->opinion.verdict, opened->opinion.answer, nullptr, was_sent ? "opinion.kept" : ""});
}

Result<http::Response> give_opinion(Context& context) {
  const auto opened = open(context);
  if (!opened) return fail(ErrorKind::not_found, "opinion.not_found");
  const std::string verdict(context.form.get("avis"));
  const std::string answer(context.form.get("motif"));
  const auto given = dossiers::give_opinion(context.tenant, context.tools.texts(), context.parameters.get("key"),
                                            verdict, answer, context.now);
  if (given) return http::see_other(path_of(context) + "?avis=enregistre");
  if (given.error().fields.empty()) return fail(given.error());
  return opinion_page(context, *opened, {verdict, answer, &given.error()});
}

Result<http::Response> opinion_file(Context& context) {
  const auto opened = open(context);
  const auto id = parse_id<dossiers::Attachment>(context.parameters.get("file_id"));
  if (!opened || !id) return fail(ErrorKind::not_found, "file.not_found");
  return serve_attachment(context.tenant, opened->opinion.dossier, *id, antivirus_of(context.tools.config));
}

}  // namespace clocher::api::resident
