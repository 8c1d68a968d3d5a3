// Pages and news, from draft to publication.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/resident/content_page.hpp"
#include "api/respond.hpp"
#include "tenants/site/content.hpp"

namespace clocher::api::agent {
namespace {

using tenants::Content;

json::Value or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(instant->seconds) : json::Value(nullptr);
}
json::Value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::Value(*number) : json::Value(nullptr);
}

std::string_view state_of(const Content& content) {
  if (!content.published_revision) return "draft";
  return *content.published_revision == content.revision ? "published" : "modified";
}

json::Object summary(const Context& context, const Content& content) {
  const bool is_public = content.published_revision.has_value();
  return {
      {"id", content.id.value},
      {"kind", std::string(to_string(content.kind))},
      {"section", content.section},
      {"slug", content.slug},
      {"title", content.text.title},
      {"state", std::string(state_of(content))},
      {"updated_at", content.updated_at.seconds},
      {"published_at", is_public ? or_null(content.published_at) : json::Value(nullptr)},
      {"url", is_public ? json::Value(context.tenant.identity().site_url + path_of(content)) : json::Value(nullptr)}};
}

json::Object whole(Context& context, const Content& content) {
  json::Array revisions;
  for (const auto& revision :
       context.tenant.read([&](db::ReadTx& tx) { return tenants::revisions_of(tx, content.id); })) {
    revisions.push_back(
        json::Object{{"number", revision.number}, {"at", revision.at.seconds}, {"author", revision.author}});
  }
  json::Object data = summary(context, content);
  data["summary"] = content.text.summary;
  data["body_markdown"] = content.text.body_markdown;
  data["revision"] = content.revision;
  data["published_revision"] = or_null(content.published_revision);
  data["expires_at"] = or_null(content.expires_at);
  data["revisions"] = std::move(revisions);
  return data;
}

Result<http::Response> answer(Context& context, int status, const Result<Content>& content) {
  if (!content) return fail(content.error());
  return json_response(status, whole(context, *content));
}

Result<Id<Content>> content_id(const Context& context) {
  const auto id = parse_id<Content>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "content.not_found");
  return *id;
}

Result<Content> find(Context& context, Id<Content> id) {
  auto content = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_content(tx, id); });
  if (!content) return fail(ErrorKind::not_found, "content.not_found");
  return std::move(*content);
}

// 409 carries what the server holds, so that the editor can show both and lose neither.
http::Response edit_conflict(Context& context, const Error& error, const Content& current) {
  http::Response response = json_error(context.tools, error);
  json::Object body = json::parse_trusted(response.body).as_object();
  body["current"] = whole(context, current);
  return json_response(response.status, body);
}

tenants::ContentKind read_kind(JsonBody& body) {
  const auto kind = tenants::parse_content_kind(body.text("kind"));
  if (!kind) body.note({"kind", "content.kind", {}});
  return kind.value_or(tenants::ContentKind::page);
}

}  // namespace

Result<http::Response> list_contents(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  std::optional<tenants::ContentKind> kind;
  if (!query.get("kind").empty()) {
    kind = tenants::parse_content_kind(query.get("kind"));
    if (!kind) return fail(ErrorKind::malformed, "content.kind");
  }
  json::Array items;
  for (const Content& content : context.tenant.read([&](db::ReadTx& tx) { return tenants::list_contents(tx, kind); })) {
    items.push_back(summary(context, content));
  }
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> create_content(Context& context) {
  auto body = JsonBody::read(context.request, {"kind", "section", "title", "summary", "body_markdown"});
  if (!body) return fail(body.error());
  const tenants::NewContent input{
      read_kind(*body),
      body->text("section"),
      {body->text("title"), body->text_or_empty("summary"), body->text_or_empty("body_markdown")}};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 201, tenants::create_content(context.tenant, context.actor(), input, context.now));
}

// What is previewed keeps the address, and the day of publication, of the content that is edited.
Result<http::Response> preview_content(Context& context) {
  auto body = JsonBody::read(context.request, {"id", "kind", "title", "summary", "body_markdown"});
  if (!body) return fail(body.error());
  Content content;
  content.kind = read_kind(*body);
  content.section = content.kind == tenants::ContentKind::news ? "actualites" : "la-mairie";
  const auto id = body->integer_or_absent("id");
  const tenants::ContentText text{body->text("title"), body->text("summary"), body->text("body_markdown")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  if (id) {
    auto known = find(context, {*id});
    if (!known) return fail(known.error());
    content = std::move(*known);
  }
  content.text = text;
  content.updated_at = context.now;
  content.published_at = content.published_at.value_or(context.now);
  return resident::content_page(context, content);
}

Result<http::Response> read_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  return answer(context, 200, find(context, *id));
}

Result<http::Response> save_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"title", "summary", "body_markdown", "expires_at", "base_revision"});
  if (!body) return fail(body.error());
  const tenants::ContentChange change{*id,
                                      {body->text("title"), body->text("summary"), body->text("body_markdown")},
                                      body->instant_or_null("expires_at"),
                                      body->integer("base_revision")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = tenants::save_content(context.tenant, context.actor(), change, context.now);
  if (!saved && saved.error().kind == ErrorKind::conflict) {
    const auto current = find(context, *id);
    if (current) return edit_conflict(context, saved.error(), *current);
  }
  return answer(context, 200, saved);
}

Result<http::Response> delete_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  if (const auto removed = tenants::remove_content(context.tenant, context.actor(), *id, context.now); !removed) {
    return fail(removed.error());
  }
  return http::no_content();
}

Result<http::Response> publish_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"revision"});
  if (!body) return fail(body.error());
  const std::int64_t revision = body->integer("revision");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 200, tenants::publish(context.tenant, context.actor(), *id, revision, context.now));
}

Result<http::Response> unpublish_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  return answer(context, 200, tenants::unpublish(context.tenant, context.actor(), *id, context.now));
}

}  // namespace clocher::api::agent
