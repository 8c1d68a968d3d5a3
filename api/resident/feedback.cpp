// A reader says whether a page was useful, then why, in three small pages without a cookie.
#include "tenants/site/feedback.hpp"

#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"

namespace clocher::api::resident {
namespace {

std::string feedback_path(std::string_view key) { return "/avis/" + std::string(key); }

json::Array reason_options(const Tools& tools, std::string_view chosen) {
  json::Array options;
  for (const std::string_view reason : tenants::feedback_reasons) {
    options.push_back(json::Object{{"option_id", "raison-" + std::string(reason)},
                                   {"option_value", std::string(reason)},
                                   {"option_label", tools.catalogue.text("feedback.reason." + std::string(reason))},
                                   {"checked", reason == chosen}});
  }
  return options;
}

std::string error_of(const Tools& tools, const Error* error, std::string_view field) {
  if (error == nullptr) return "";
  for (const FieldError& one : error->fields) {
    if (one.field == field) return message_of(tools, one);
  }
  return "";
}

http::Response feedback_page(const Context& context, const tenants::PageFeedback& feedback, int status,
                             const Error* error) {
  const Tools& tools = context.tools;
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  const std::string reason_error = error_of(tools, error, "reason");
  const std::string comment_error = error_of(tools, error, "comment");
  json::Object data = frame_data(context, profile,
                                 {.title = tools.catalogue.text("title.feedback"),
                                  .path = "/avis",
                                  .title_error = error != nullptr,
                                  .noindex = true});
  json::Array errors;
  if (!reason_error.empty())
    errors.push_back(json::Object{{"href", "#raison-" + std::string(tenants::feedback_reasons.front())},
                                  {"message", reason_error}});
  if (!comment_error.empty())
    errors.push_back(json::Object{{"href", "#f-remarque"}, {"message", comment_error}});
  data["has_errors"] = !errors.empty();
  data["errors"] = std::move(errors);
  data["action"] = feedback_path(context.parameters.get("key"));
  data["page_url"] = feedback.path;
  data["asks_why"] = feedback.verdict == tenants::Verdict::not_useful && feedback.reason.empty() && feedback.comment.empty();
  data["options"] = reason_options(tools, context.form.get("raison"));
  data["reason_error"] = or_false(reason_error);
  data["comment_error"] = or_false(comment_error);
  data["comment_value"] = std::string(context.form.get("remarque"));
  return page(tools, status, "feedback.html", data);
}

std::optional<tenants::PageFeedback> asked_for(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) {
    return tenants::find_feedback(tx, context.parameters.get("key"), context.now);
  });
}

}  // namespace

Result<http::Response> give_feedback(Context& context) {
  const std::string_view said = context.form.get("utile");
  if (said != "oui" && said != "non") return fail(ErrorKind::malformed, "feedback.verdict");
  const auto verdict = said == "oui" ? tenants::Verdict::useful : tenants::Verdict::not_useful;
  const auto key = tenants::give_verdict(context.tenant, context.form.get("page"), verdict, context.now);
  if (!key) return fail(key.error());
  return http::see_other(feedback_path(*key));
}

Result<http::Response> show_feedback(Context& context) {
  const auto feedback = asked_for(context);
  if (!feedback) return fail(ErrorKind::not_found, "feedback.not_found");
  return feedback_page(context, *feedback, 200, nullptr);
}

Result<http::Response> explain_feedback(Context& context) {
  const std::string& key = context.parameters.get("key");
  const auto explained = tenants::explain_verdict(context.tenant, key, context.form.get("raison"),
                                                  context.form.get("remarque"), context.now);
  // Sent twice, by Back or a double click: the first one counts, the reader is thanked again.
  if (explained || explained.error().kind == ErrorKind::conflict) return http::see_other(feedback_path(key));
  const auto feedback = asked_for(context);
  if (explained.error().kind != ErrorKind::invalid || !feedback) return fail(explained.error());
  return feedback_page(context, *feedback, 422, &explained.error());
}

}  // namespace clocher::api::resident
