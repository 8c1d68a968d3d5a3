// Turns acts into JSON and back.
#include "api/agent/act_json.hpp"

#include "api/respond.hpp"

#include <vector>

namespace clocher::api {
namespace {

using tenants::Act;

std::string day(const std::optional<Date>& date) { return date ? to_iso(*date) : ""; }

json::Value or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(instant->seconds) : json::Value(nullptr);
}
json::Value or_null(const std::optional<Id<Act>>& id) { return id ? json::Value(id->value) : json::Value(nullptr); }

json::Value file_json(const Act& act) {
  if (!act.file) return nullptr;
  return json::Object{{"name", act.file->name}, {"size_bytes", act.file->size_bytes}, {"sha256", act.file->sha256}};
}

// field -> sentence, of what a draft still lacks.
json::Object lacks_json(const Context& context, const Act& act) {
  json::Object lacks;
  if (act.state != tenants::ActState::draft) return lacks;
  for (const FieldError& error : tenants::lacks_for_publication(act, context.now))
    lacks[error.field] = message_of(context.tools, error);
  return lacks;
}

void add_votes(json::Object& data, const std::optional<tenants::ActVotes>& votes) {
  const auto count = [&](std::int64_t tenants::ActVotes::*member) {
    return votes ? json::Value((*votes).*member) : json::Value(nullptr);
  };
  data["vote_members"] = count(&tenants::ActVotes::members);
  data["vote_present"] = count(&tenants::ActVotes::present);
  data["vote_for"] = count(&tenants::ActVotes::in_favour);
  data["vote_against"] = count(&tenants::ActVotes::against);
  data["vote_abstained"] = count(&tenants::ActVotes::abstained);
}

std::optional<tenants::ActVotes> read_votes(JsonBody& body) {
  const auto members = body.integer_or_absent("vote_members");
  const auto present = body.integer_or_absent("vote_present");
  const auto in_favour = body.integer_or_absent("vote_for");
  const auto against = body.integer_or_absent("vote_against");
  const auto abstained = body.integer_or_absent("vote_abstained");
  if (!members && !present && !in_favour && !against && !abstained) return std::nullopt;
  if (members && present && in_favour && against && abstained)
    return tenants::ActVotes{*members, *present, *in_favour, *against, *abstained};
  body.note({"votes", "act.votes_whole", {}});
  return std::nullopt;
}

}  // namespace

json::Object act_json(const Context& context, const Act& act) {
  const tenants::ActText& text = act.text;
  const bool is_online = act.state == tenants::ActState::published;
  const std::string url = is_online ? context.tenant.identity().site_url + path_of(act) : "";
  json::Object data{{"id", act.id.value},
                    {"kind", std::string(to_string(act.kind))},
                    {"state", std::string(to_string(act.state))},
                    {"name", name_of(act)},
                    {"url", url},
                    {"number", text.number},
                    {"object", text.object},
                    {"decided_on", day(text.decided_on)},
                    {"meeting_on", day(text.meeting_on)},
                    {"approved_on", day(text.approved_on)},
                    {"author_first_name", text.author_first_name},
                    {"author_name", text.author_name},
                    {"author_quality", text.author_quality},
                    {"subject_code", text.subject_code},
                    {"subject_label", text.subject_label},
                    {"budget_year", text.budget_year},
                    {"budget_name", text.budget_name},
                    {"prefecture_id", text.prefecture_id},
                    {"prefecture_on", day(text.prefecture_on)},
                    {"file", file_json(act)},
                    {"replaces", or_null(act.replaces)},
                    {"replaced_by", or_null(act.replaced_by)},
                    {"version", act.version},
                    {"updated_at", act.updated_at.seconds},
                    {"published_at", or_null(act.published_at)},
                    {"withdrawn_at", or_null(act.withdrawn_at)},
                    {"withdrawn_reason", act.withdrawn_reason},
                    {"lacks", lacks_json(context, act)}};
  data["withdrawable_on"] = act.published_at ? to_iso(tenants::first_withdrawal_day(*act.published_at)) : "";
  data["may_withdraw"] = is_online && to_local(context.now).date >= tenants::first_withdrawal_day(*act.published_at);
  add_votes(data, text.votes);
  return data;
}

json::Object proof_json(const tenants::ActProof& proof) {
  json::Array gaps;
  for (const auto& gap : proof.gaps)
    gaps.push_back(json::Object{{"first", to_iso(gap.first)}, {"last", to_iso(gap.last)}});
  json::Array faults;
  for (const auto& fault : proof.faults) {
    const bool is_missing = fault.fault == tenants::ActFault::missing;
    faults.push_back(json::Object{{"at", fault.at.seconds}, {"fault", is_missing ? "missing" : "altered"}});
  }
  return {{"since", proof.since.seconds},
          {"until", proof.until.seconds},
          {"is_still_online", proof.is_still_online},
          {"checks", proof.checks},
          {"gaps", std::move(gaps)},
          {"faults", std::move(faults)},
          {"chain_is_whole", proof.chain_is_whole},
          {"is_continuous", proof.is_continuous()}};
}

Result<JsonBody> read_act_body(const http::Request& request, std::initializer_list<std::string_view> other) {
  std::vector<std::string_view> names = {
      "number",        "object",         "decided_on",   "meeting_on",    "approved_on", "author_first_name",
      "author_name",   "author_quality", "subject_code", "subject_label", "budget_year", "budget_name",
      "prefecture_id", "prefecture_on",  "vote_members", "vote_present",  "vote_for",    "vote_against",
      "vote_abstained"};
  names.insert(names.end(), other.begin(), other.end());
  return JsonBody::read(request, names);
}

std::optional<Date> read_day(JsonBody& body, std::string_view name) {
  const std::string text = body.text_or_empty(name);
  if (text.empty()) return std::nullopt;
  const auto date = parse_iso_date(text);
  if (!date) body.note({std::string(name), "act.date", {}});
  return date;
}

tenants::ActText read_act_text(JsonBody& body) {
  return {.number = body.text_or_empty("number"),
          .object = body.text("object"),
          .decided_on = read_day(body, "decided_on"),
          .meeting_on = read_day(body, "meeting_on"),
          .approved_on = read_day(body, "approved_on"),
          .author_first_name = body.text_or_empty("author_first_name"),
          .author_name = body.text_or_empty("author_name"),
          .author_quality = body.text_or_empty("author_quality"),
          .subject_code = body.text_or_empty("subject_code"),
          .subject_label = body.text_or_empty("subject_label"),
          .votes = read_votes(body),
          .budget_year = body.text_or_empty("budget_year"),
          .budget_name = body.text_or_empty("budget_name"),
          .prefecture_id = body.text_or_empty("prefecture_id"),
          .prefecture_on = read_day(body, "prefecture_on")};
}

}  // namespace clocher::api
