// One act with all its particulars, and its file.
#include "api/frame.hpp"
#include "api/resident/act_data.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "core/http/negotiate.hpp"
#include "core/http/range.hpp"

namespace clocher::api::resident {
namespace {

using tenants::Act;

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

struct ActView {
  tenants::Profile profile;
  Act act;
  std::optional<Act> replaces;  // when residents can read it
  std::optional<Act> replaced_by;
};

std::optional<Act> find_shown(db::ReadTx& tx, const std::optional<Id<Act>>& id) {
  auto act = id ? tenants::find_act(tx, *id) : std::nullopt;
  return act && act->published_at ? act : std::nullopt;
}

std::optional<ActView> read_view(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) -> std::optional<ActView> {
    auto act = tenants::find_act(tx, context.parameters.get("slug"));
    if (!act) return std::nullopt;
    auto replaces = find_shown(tx, act->replaces);
    auto replaced_by = find_shown(tx, act->replaced_by);
    return ActView{tenants::read_profile(tx), std::move(*act), std::move(replaces), std::move(replaced_by)};
  });
}

json::Value act_link(const std::optional<Act>& act) {
  if (!act) return false;
  return json::Object{{"link_name", name_of(*act)}, {"link_url", path_of(*act)}};
}

json::Array facts(const Tools& tools, const Act& act) {
  const tenants::ActText& text = act.text;
  json::Array list;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty())
      list.push_back(json::Object{{"label", tools.catalogue.text(std::string("acts.fact.") + key)}, {"value", value}});
  };
  add("kind", std::string(info_of(act.kind).label));
  add("number", text.number);
  add("decided", to_french(*text.decided_on));
  if (text.approved_on) add("approved", to_french(*text.approved_on));
  if (!text.author_name.empty())
    add("author", text.author_first_name + " " + text.author_name +
                      (text.author_quality.empty() ? "" : ", " + text.author_quality));
  if (!text.subject_code.empty()) add("subject", text.subject_code + " " + text.subject_label);
  if (text.votes) {
    const auto& votes = *text.votes;
    add("votes", tools.catalogue.text("acts.votes", {{"for", std::to_string(votes.in_favour)},
                                                     {"against", std::to_string(votes.against)},
                                                     {"abstained", std::to_string(votes.abstained)},
                                                     {"present", std::to_string(votes.present)},
                                                     {"members", std::to_string(votes.members)}}));
  }
  if (!text.budget_year.empty()) add("budget", text.budget_name + ", " + text.budget_year);
  add("prefecture_id", text.prefecture_id);
  if (text.prefecture_on) add("prefecture_on", to_french(*text.prefecture_on));
  return list;
}

// Eight by eight: easier to compare aloud.
std::string in_groups(std::string_view digest) {
  std::string text;
  for (std::size_t i = 0; i < digest.size(); i += 8) text += (i == 0 ? "" : " ") + std::string(digest.substr(i, 8));
  return text;
}

json::Value online_data(const Tools& tools, const Act& act) {
  if (act.state != tenants::ActState::published) return false;
  json::Value meeting = false;
  if (act.text.meeting_on) {
    meeting = json::Object{{"meeting_url", "/actes/seances/" + to_iso(*act.text.meeting_on)},
                           {"meeting_day", to_french(*act.text.meeting_on)}};
  }
  return json::Object{{"object", act.text.object},
                      {"file_url", path_of(act) + "/acte.pdf"},
                      {"file_words", file_in_words(*act.file)},
                      {"fingerprint", in_groups(act.file->sha256)},
                      {"facts", facts(tools, act)},
                      {"meeting", std::move(meeting)}};
}

}  // namespace

Result<http::Response> act_page(Context& context) {
  const auto view = read_view(context);
  if (!view) return not_found();
  const Tools& tools = context.tools;
  const Act& act = view->act;
  const bool is_online = act.state == tenants::ActState::published;
  json::Object data = frame_data(context, view->profile,
                                 {.title = name_of(act),
                                  .path = path_of(act),
                                  .breadcrumb = act_trail(tools, {{tools.catalogue.text("acts.title"), "/actes"}}),
                                  .noindex = !is_online});
  data["posted"] = moment_data(*act.published_at);
  data["withdrawn"] = act.withdrawn_at ? json::Value(moment_data(*act.withdrawn_at)) : json::Value(false);
  data["online"] = online_data(tools, act);
  data["replaces"] = act_link(view->replaces);
  data["replaced_by"] = act_link(view->replaced_by);
  return page(tools, 200, "act.html", data);
}

Result<http::Response> act_file(Context& context) {
  const auto view = read_view(context);
  if (!view || view->act.state != tenants::ActState::published) return not_found();
  const Act& act = view->act;
  const std::string etag = http::make_etag(act.file->sha256, http::Encoding::identity);
  http::Response response;
  response.headers.set("ETag", etag);
  response.headers.set("Cache-Control", "public, max-age=300");
  if (http::matches_etag(context.request.headers.get("If-None-Match"), etag)) {
    response.status = 304;
    return response;
  }
  auto bytes = context.tenant.files().get(act.file->sha256);
  if (!bytes) return fail(ErrorKind::unavailable, "act.file_lost");
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", "application/pdf");
  // A download: nothing that a file holds is shown as a page of this site.
  response.headers.set("Content-Disposition", "attachment; filename=\"" + act.slug + ".pdf\"");
  http::apply_range(context.request, response);
  return response;
}

}  // namespace clocher::api::resident
