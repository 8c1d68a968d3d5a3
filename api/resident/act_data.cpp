// Builds the shared data of the pages of acts.
#include "api/resident/act_data.hpp"

#include "tenants/forms/upload_check.hpp"

namespace clocher::api::resident {

json::Array act_entries(const std::vector<tenants::Act>& acts, std::size_t first, std::size_t count) {
  json::Array list;
  for (std::size_t i = first; i < acts.size() && i < first + count; ++i) {
    const tenants::Act& act = acts[i];
    list.push_back(json::Object{{"name", name_of(act)},
                                {"object", act.text.object},
                                {"act_url", path_of(act)},
                                {"decided", date_data(*act.text.decided_on)},
                                {"posted_on", date_data(to_local(*act.published_at).date)},
                                {"subject", or_false(act.text.subject_label)},
                                {"is_replaced", act.replaced_by.has_value()}});
  }
  return list;
}

json::Object publicity_data(const Tools& tools, const tenants::ActSettings& settings) {
  const std::string key = "acts.posted." + std::string(to_string(settings.publicity));
  json::Value chosen = false;
  if (settings.chosen_on) {
    chosen = json::Value(tools.catalogue.text(
        "acts.posted.chosen", {{"number", settings.chosen_by}, {"date", to_french(*settings.chosen_on)}}));
  }
  return {{"posted_text", tools.catalogue.text(key)},
          {"posted_place", or_false(settings.place)},
          {"posted_chosen", std::move(chosen)}};
}

std::string file_in_words(const tenants::ActFile& file) {
  return "PDF, " + forms::size_in_words(static_cast<std::size_t>(file.size_bytes));
}

std::vector<Link> act_trail(const Tools& tools, std::vector<Link> below) {
  std::vector<Link> trail{{tools.catalogue.text("nav.town_hall"), "/la-mairie"}};
  for (Link& link : below) trail.push_back(std::move(link));
  return trail;
}

}  // namespace clocher::api::resident
