// Writes contents.
#include "api/agent/content_json.hpp"

#include "api/respond.hpp"

namespace clocher::api::agent {

using tenants::Content;

json::Value or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(instant->seconds) : json::Value(nullptr);
}
json::Value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::Value(*number) : json::Value(nullptr);
}

json::Object content_summary(const Context& context, const Content& content) {
  const bool is_public = tenants::public_revision(content, context.now).has_value();
  const bool is_waiting = content.scheduled_at && *content.scheduled_at > context.now;
  const auto first_seen = content.published_at ? content.published_at : content.scheduled_at;
  return {{"id", content.id.value},
          {"kind", std::string(to_string(content.kind))},
          {"section", content.section},
          {"slug", content.slug},
          {"title", content.text.title},
          {"state", std::string(to_string(tenants::state_of(content, context.now)))},
          {"details", content.text.details},
          {"updated_at", content.updated_at.seconds},
          {"published_at", is_public ? or_null(first_seen) : json::Value(nullptr)},
          {"scheduled_at", is_waiting ? or_null(content.scheduled_at) : json::Value(nullptr)},
          {"expires_at", or_null(content.expires_at)},
          {"deleted_at", or_null(content.deleted_at)},
          {"deleted_by", content.deleted_by},
          {"url", is_public ? json::Value(context.tenant.identity().site_url + path_of(content))
                            : json::Value(nullptr)}};
}

json::Object whole_content(Context& context, const Content& content) {
  json::Array revisions;
  for (const auto& revision :
       context.tenant.read([&](db::ReadTx& tx) { return tenants::revisions_of(tx, content.id); })) {
    revisions.push_back(
        json::Object{{"number", revision.number}, {"at", revision.at.seconds}, {"author", revision.author}});
  }
  const bool is_waiting = content.scheduled_at && *content.scheduled_at > context.now;
  json::Object data = content_summary(context, content);
  data["summary"] = content.text.summary;
  data["body_markdown"] = content.text.body_markdown;
  data["blocks"] = content.text.blocks;
  data["revision"] = content.revision;
  data["published_revision"] = or_null(tenants::public_revision(content, context.now));
  data["scheduled_revision"] = is_waiting ? or_null(content.scheduled_revision) : json::Value(nullptr);
  data["revisions"] = std::move(revisions);
  return data;
}

Result<http::Response> content_answer(Context& context, int status, const Result<Content>& content) {
  if (!content) return fail(content.error());
  return json_response(status, whole_content(context, *content));
}

Result<http::Response> answer_or_conflict(Context& context, Id<Content> id, const Result<Content>& saved) {
  if (saved || saved.error().kind != ErrorKind::conflict) return content_answer(context, 200, saved);
  const auto current = find_live_content(context, id);
  if (!current) return fail(current.error());
  http::Response response = json_error(context.tools, saved.error());
  json::Object body = json::parse_trusted(response.body).as_object();
  body["current"] = whole_content(context, *current);
  return json_response(response.status, body);
}

Result<Id<Content>> content_id(const Context& context) {
  const auto id = parse_id<Content>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "content.not_found");
  return *id;
}

Result<std::int64_t> revision_number(const Context& context) {
  const auto number = parse_id<tenants::Revision>(context.parameters.get("number"));
  if (!number) return fail(ErrorKind::not_found, "content.revision");
  return number->value;
}

Result<Content> find_live_content(Context& context, Id<Content> id) {
  auto content = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_content(tx, id); });
  if (!content) return fail(ErrorKind::not_found, "content.not_found");
  return std::move(*content);
}

}  // namespace clocher::api::agent
