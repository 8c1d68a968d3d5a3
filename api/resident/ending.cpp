// The page of a procedure that ends early.
#include "tenants/forms/ending.hpp"

#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/view/markdown.hpp"

namespace clocher::api::resident {

Result<http::Response> procedure_ending(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  const auto reached = forms::find_ending(form->definition, form->answers(), to_local(context.now).date);
  if (!reached) return http::see_other(procedure_path(form->procedure));
  const Tools& tools = context.tools;
  const std::string change_url = step_path(form->procedure, *reached->step);
  const std::string heading =
      reached->ending->title.empty() ? tools.catalogue.text("form.ending.heading") : reached->ending->title;
  json::Object data = frame_data(tools, form->profile,
                                 {.title = heading + " – " + form->definition.title,
                                  .path = ending_path(form->procedure),
                                  .back_url = change_url,
                                  .noindex = true});
  data["procedure_title"] = form->definition.title;
  data["heading"] = heading;
  data["text_html"] = view::render_markdown(reached->ending->text);
  data["change_url"] = change_url;
  return page(tools, 200, "form_ending.html", data);
}

}  // namespace clocher::api::resident
