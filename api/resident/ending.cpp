// The pages of a request that goes no further: not for this person, or not now.
#include "api/resident/ending.hpp"

#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/view/markdown.hpp"

namespace clocher::api::resident {
namespace {

struct Stop {
  std::string heading;
  std::string text;  // Markdown
  std::string path;
  std::string change_url;
  std::string change_label;
  std::optional<Instant> kept_until = {};
};

http::Response stop_page(const Context& context, const OpenForm& form, int status, const Stop& stop) {
  const Tools& tools = context.tools;
  json::Object data = frame_data(tools, form.profile,
                                 {.title = stop.heading + " – " + form.definition.title,
                                  .path = stop.path,
                                  .back_url = stop.change_url,
                                  .noindex = true});
  data["procedure_title"] = form.definition.title;
  data["heading"] = stop.heading;
  data["text_html"] = view::render_markdown(stop.text);
  data["change_url"] = stop.change_url;
  data["change_label"] = stop.change_label;
  data["kept_until"] = stop.kept_until ? json::Value(date_data(to_local(*stop.kept_until).date)) : json::Value(false);
  return page(tools, status, "form_ending.html", data);
}

}  // namespace

RefusalWords refusal_words(const Tools& tools, const Error& refusal) {
  const bool is_plain = refusal.key == "procedure.closed";
  const std::string words = is_plain ? "error.409" : refusal.key;
  return {tools.catalogue.text(words + ".heading"), tools.catalogue.text(refusal.key, refusal.arguments),
          tools.catalogue.text(words + ".advice")};
}

http::Response refusal_page(const Context& context, const OpenForm& form, const Error& refusal) {
  const RefusalWords words = refusal_words(context.tools, refusal);
  return stop_page(context, form, http_status(refusal.kind),
                   {.heading = words.heading,
                    .text = words.message + "\n\n" + words.advice,
                    .path = review_path(form.procedure),
                    .change_url = review_path(form.procedure),
                    .change_label = context.tools.catalogue.text("form.ending.see_answers"),
                    .kept_until = form.draft ? std::optional(form.draft->expires_at) : std::nullopt});
}

http::Response ending_page(const Context& context, const OpenForm& form, const forms::ReachedEnding& reached) {
  const std::string& title = reached.ending->title;
  return stop_page(context, form, 200,
                   {.heading = title.empty() ? context.tools.catalogue.text("form.ending.heading") : title,
                    .text = reached.ending->text,
                    .path = ending_path(form.procedure),
                    .change_url = step_path(form.procedure, *reached.step),
                    .change_label = context.tools.catalogue.text("form.ending.change")});
}

Result<http::Response> procedure_ending(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto reached = forms::find_ending(form->definition, form->answers(), to_local(context.now).date);
  if (!reached) return http::see_other(procedure_path(form->procedure));
  return ending_page(context, *form, *reached);
}

}  // namespace clocher::api::resident
