// Legal pages, made from the real configuration of the commune.
#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/privacy.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/procedure.hpp"

namespace clocher::api::resident {
namespace {

// Connection logs are kept by the platform for a year at most (CNIL recommendation of 14 October 2021).
constexpr const char* log_months = "12";

std::string spaced_siren(std::string_view siren) {
  if (siren.size() != 9) return std::string(siren);
  return std::string(siren.substr(0, 3)) + "\u00A0" + std::string(siren.substr(3, 3)) + "\u00A0" +
         std::string(siren.substr(6));
}

tenants::Profile profile_of(Context& context) {
  return context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
}

std::string director(const tenants::Profile& profile) {
  if (!profile.publication_director.empty()) return profile.publication_director;
  if (!profile.mayor_name.empty()) return profile.mayor_name;
  return "Le maire " + with_de(profile.name);
}

// The platform's own, for all its communes; else what this town hall wrote.
std::string host(const Tools& tools, const tenants::Profile& profile) {
  const Config& config = tools.config;
  if (config.hosting_name.empty()) return profile.host.empty() ? tools.catalogue.text("legal.host_unknown") : profile.host;
  std::string text = config.hosting_name + ", ";
  text += config.hosting_address.empty() ? tools.catalogue.text("legal.host_address_unknown") : config.hosting_address;
  if (!config.hosting_phone.empty())
    text += tools.catalogue.text("legal.host_phone", {{"phone", config.hosting_phone}});
  return text;
}

}  // namespace

Result<http::Response> legal_notice(Context& context) {
  const tenants::Profile profile = profile_of(context);
  json::Object data =
      frame_data(context, profile,
                 {.title = context.tools.catalogue.text("title.legal_notice"), .path = "/mentions-legales"});
  data["publisher_name"] = "Commune " + with_de(profile.name);
  data["siren"] = spaced_siren(profile.siren);
  data["director"] = director(profile);
  data["host"] = host(context.tools, profile);
  data["designer"] = context.tools.catalogue.text("legal.designer");
  data["photo_credits"] = or_false(profile.photo_credits);
  data["licence"] = context.tools.catalogue.text("licence." + (profile.licence.empty() ? "none" : profile.licence));
  data["updated"] = date_data(to_local(profile.updated_at).date);
  return page(context.tools, 200, "legal_notice.html", data);
}

Result<http::Response> personal_data(Context& context) {
  const tenants::Profile profile = profile_of(context);
  json::Array procedures;
  context.tenant.read([&](db::ReadTx& tx) {
    for (const forms::Procedure& procedure : forms::list_procedures(tx)) {
      json::Object line =
          privacy_data(context.tools, profile, forms::read_definition(tx, procedure.id, procedure.revision));
      line["title"] = procedure.title;
      procedures.push_back(std::move(line));
    }
  });
  json::Value dpo = false;
  if (!profile.dpo_contact.empty()) {
    dpo = json::Object{{"dpo_name", context.tools.catalogue.text("legal.dpo")}, {"dpo_contact", profile.dpo_contact}};
  }
  json::Object data =
      frame_data(context, profile,
                 {.title = context.tools.catalogue.text("title.privacy"), .path = "/donnees-personnelles"});
  data["controller"] = "La commune " + with_de(profile.name) + ", représentée par son maire";
  data["processor"] = context.tools.config.hosting_name.empty() ? context.tools.catalogue.text("legal.processor")
                                                                : context.tools.config.hosting_name;
  data["dpo"] = std::move(dpo);
  data["has_procedures"] = !procedures.empty();
  data["procedures"] = std::move(procedures);
  data["draft_days"] = std::to_string(context.tools.config.draft_days);
  data["log_months"] = log_months;
  data["updated"] = date_data(to_local(profile.updated_at).date);
  return page(context.tools, 200, "legal_privacy.html", data);
}

}  // namespace clocher::api::resident
