// The accessibility declaration as residents read it.
#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"

namespace clocher::api::resident {
namespace {

json::Array strings(const std::vector<std::string>& lines) {
  json::Array list;
  for (const std::string& line : lines) list.push_back(json::Value(line));
  return list;
}

json::Value audit_data(const tenants::Declaration& declaration, Date today) {
  const auto end = valid_until(declaration);
  if (!end || today > *end) return false;
  return json::Object{{"auditor", declaration.auditor},
                      {"audited", date_data(*declaration.audited_on)},
                      {"rate", rate_text(declaration)},
                      {"report_url", or_false(declaration.report_url)}};
}

// What a commune has on its first day: no audit, the techniques and checks of the program itself.
tenants::Declaration first_declaration(const tenants::Profile& profile) {
  tenants::Declaration declaration;
  declaration.declared_on = to_local(profile.updated_at).date;
  return declaration;
}

void add_lists(json::Object& data, const tenants::Declaration& declaration) {
  const auto add = [&](const std::string& name, const std::vector<std::string>& lines) {
    data["has_" + name] = !lines.empty();
    data[name] = strings(lines);
  };
  add("issues", declaration.issues);
  add("burdens", declaration.burdens);
  add("exempt", declaration.exempt);
  add("environments", declaration.environments);
  add("test_tools", declaration.tools);
  add("pages_checked", declaration.pages);
  data["technologies"] = strings(declaration.technologies.empty() ? std::vector<std::string>{"HTML5", "CSS", "SVG"}
                                                                  : declaration.technologies);
}

}  // namespace

Result<http::Response> accessibility(Context& context) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  const tenants::Declaration declaration = profile.declaration.value_or(first_declaration(profile));
  json::Object data = frame_data(
      context.tools, profile, {.title = context.tools.catalogue.text("title.accessibility"), .path = "/accessibilite"});
  data["publisher_name"] = "La commune " + with_de(profile.name);
  data["site_address"] = context.tenant.identity().host;
  data["declared"] = date_data(*declaration.declared_on);
  const bool was_updated = declaration.updated_on && declaration.updated_on != declaration.declared_on;
  data["updated"] = was_updated ? json::Value(date_data(*declaration.updated_on)) : json::Value(false);
  data["audit"] = audit_data(declaration, to_local(context.now).date);
  data["plan_url"] = or_false(declaration.plan_url);
  data["yearly_plan_url"] = or_false(declaration.yearly_plan_url);
  data["contact_url"] = or_false(declaration.contact_url);
  add_lists(data, declaration);
  return page(context.tools, 200, "legal_accessibility.html", data);
}

}  // namespace clocher::api::resident
