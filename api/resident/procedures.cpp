// The list of procedures and the page before each form.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/ending.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/introduction_page.hpp"
#include "api/resident/listing.hpp"
#include "api/resident/privacy.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "core/view/markdown.hpp"
#include "payments/regie.hpp"
#include "tenants/forms/availability.hpp"
#include "tenants/forms/prefill.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/forms/theme.hpp"

#include <algorithm>
#include <iterator>

namespace clocher::api::resident {
namespace {

json::Value draft_data(const Context& context, const OpenForm& form) {
  if (!form.draft) return false;
  return json::Object{{"resume_url", resume_path(form, context.now)},
                      {"saved", moment_data(form.draft->updated_at)},
                      {"discard_url", procedure_path(form.procedure) + "/abandon"},
                      {"csrf", csrf_token(context)}};
}

// Only a sheet that this site has: no link leads to an empty page.
json::Value sheet_data(const Tools& tools, const std::string& id) {
  const auto index = tools.sheets.index();
  const auto* known = index->find(sheets::Audience::particuliers, id);
  if (known == nullptr) return false;
  return json::Object{{"title", known->title}, {"url", sheets::path_of(sheets::Audience::particuliers, id)}};
}

// A heading for each theme that has something, in the order of the table; by title within it.
json::Array themed_entries(const Tools& tools, std::vector<forms::Procedure> procedures) {
  std::ranges::sort(procedures, {}, [](const forms::Procedure& one) { return fold(one.title); });
  json::Array list;
  for (const std::string_view theme : forms::themes) {
    std::vector<forms::Procedure> own;
    std::ranges::copy_if(procedures, std::back_inserter(own),
                         [&](const forms::Procedure& one) { return one.theme == theme; });
    if (own.empty()) continue;
    list.push_back(json::Object{{"theme_title", tools.catalogue.text("procedure.theme." + std::string(theme))},
                                {"procedures", procedure_entries(own, own.size())}});
  }
  return list;
}

json::Value closed_data(const Tools& tools, const Error& refusal) {
  const RefusalWords words = refusal_words(tools, refusal);
  return json::Object{{"heading", words.heading}, {"message", words.message}, {"advice", words.advice}};
}

json::Array needs(const forms::Definition& definition) {
  json::Array list;
  for (const std::string& need : definition.needs) list.push_back(json::Value(need));
  return list;
}

}  // namespace

Result<http::Response> procedure_list(Context& context) {
  tenants::Profile profile;
  std::vector<forms::Procedure> procedures;
  bool takes_payments = false;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    procedures = forms::list_offered_procedures(tx);
    takes_payments = std::ranges::any_of(payments::list_regies(tx), payments::takes_payments);
  });
  json::Object data =
      frame_data(context, profile, {.title = context.tools.catalogue.text("title.procedures"), .path = "/demarches"});
  data["has_procedures"] = !procedures.empty();
  data["takes_payments"] = takes_payments;
  data["has_sheets"] = !context.tools.sheets.index()->empty();
  data["themes"] = themed_entries(context.tools, procedures);
  return page(context.tools, 200, "procedures.html", data);
}

http::Response introduction_page(const Context& context, const OpenForm& form) {
  const Tools& tools = context.tools;
  const forms::Definition& definition = form.definition;
  const auto steps = forms::visible_steps(definition, form.answers());
  const auto available = context.tenant.read(
      [&](db::ReadTx& tx) { return forms::check_available(tx, form.procedure, to_local(context.now).date); });
  const bool is_open = available.has_value();
  json::Object data = frame_data(context, form.profile,
                                 {.title = definition.title,
                                  .path = procedure_path(form.procedure),
                                  .breadcrumb = {{tools.catalogue.text("nav.procedures"), "/demarches"}},
                                  .description = definition.summary,
                                  .asks_opinion = true});
  data["purpose"] = definition.summary;
  data["introduction_html"] = or_false(view::render_markdown(definition.introduction));
  data["is_open"] = is_open;
  data["closed"] = is_open ? json::Value(false) : closed_data(tools, available.error());
  data["start_url"] = step_path(form.procedure, *steps.front()) +
                      forms::prefill_query(definition, http::parse_query(context.request.query));
  data["draft"] = draft_data(context, form);
  data["audience"] = false;
  data["needed"] = needs(definition);
  data["has_needed"] = !definition.needs.empty();
  data["duration"] =
      tools.catalogue.text("procedure.minutes", {{"count", std::to_string(definition.duration_minutes)}});
  data["delay"] = false;
  data["cost"] = definition.cost.empty() ? tools.catalogue.text("procedure.free") : definition.cost;
  data["legal_text"] = or_false(definition.legal_basis);
  data["sheet"] = sheet_data(tools, definition.sheet);
  data["privacy"] = privacy_data(tools, form.profile, definition);
  return page(tools, 200, "procedure.html", data);
}

Result<http::Response> procedure_page(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  return introduction_page(context, *form);
}

Result<http::Response> discard_draft(Context& context) {
  const auto form = open_form(context);
  if (!form) return fail(form.error());
  if (form->draft) dossiers::discard_draft(context.tenant, form->draft->id);
  http::Response response = http::see_other(procedure_path(form->procedure));
  delete_draft_cookie(context, form->procedure, response);
  return response;
}

}  // namespace clocher::api::resident
