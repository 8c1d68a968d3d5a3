// Contents listed, written and seen before they are public.
#include "api/agent/content_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/resident/content_page.hpp"
#include "api/respond.hpp"
#include "tenants/site/content_text.hpp"

namespace clocher::api::agent {
namespace {

using tenants::Content;
using tenants::ContentKind;

ContentKind read_kind(JsonBody& body) {
  const auto kind = tenants::parse_content_kind(body.text("kind"));
  if (!kind) body.note({"kind", "content.kind", {}});
  return kind.value_or(ContentKind::page);
}

tenants::ContentText read_text(JsonBody& body) {
  return {body.text("title"), body.text_or_empty("summary"), body.text_or_empty("body_markdown"),
          body.array_or_empty("blocks"), body.object_or_empty("details")};
}

tenants::Part part(const JsonBody& body, std::string_view name) {
  return body.has(name) ? tenants::Part::given : tenants::Part::kept;
}

// What is not created yet stands where it will.
Content unborn(ContentKind kind, std::string_view section) {
  Content content;
  content.kind = kind;
  content.section = kind == ContentKind::page ? section : tenants::section_of(kind);
  if (content.section.empty()) content.section = "la-mairie";
  content.slug = "apercu";
  return content;
}

}  // namespace

Result<http::Response> list_contents(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  const auto kind = tenants::parse_content_kind(query.get("kind"));
  if (!kind && !query.get("kind").empty()) return fail(ErrorKind::malformed, "content.kind");
  const auto state = tenants::parse_content_state(query.get("state"));
  if (!state && !query.get("state").empty()) return fail(ErrorKind::malformed, "content.state");
  const auto contents = context.tenant.read([&](db::ReadTx& tx) {
    return state == tenants::ContentState::binned ? tenants::list_bin(tx, kind) : tenants::list_contents(tx, kind);
  });
  json::Array items;
  for (const Content& content : contents) {
    if (!state || tenants::state_of(content, context.now) == *state) items.push_back(content_summary(context, content));
  }
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> create_content(Context& context) {
  auto body =
      JsonBody::read(context.request, {"kind", "section", "title", "summary", "body_markdown", "blocks", "details"});
  if (!body) return fail(body.error());
  const tenants::NewContent input{read_kind(*body), body->text_or_empty("section"), read_text(*body)};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return content_answer(context, 201, tenants::create_content(context.tenant, context.actor(), input, context.now));
}

// What is previewed keeps the address, and the day of publication, of the content that is edited.
Result<http::Response> preview_content(Context& context) {
  auto body = JsonBody::read(context.request,
                             {"id", "kind", "section", "title", "summary", "body_markdown", "blocks", "details"});
  if (!body) return fail(body.error());
  Content content = unborn(read_kind(*body), body->text_or_empty("section"));
  const auto id = body->integer_or_absent("id");
  tenants::ContentText written = read_text(*body);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  if (id) {
    auto known = find_live_content(context, {*id});
    if (!known) return fail(known.error());
    content = std::move(*known);
    if (!body->has("blocks")) written.blocks = content.text.blocks;
    if (!body->has("details")) written.details = content.text.details;
  }
  auto text = tenants::checked_text(content.kind, written, tenants::Completeness::draft);
  if (!text) return fail(text.error());
  content.text = std::move(*text);
  content.updated_at = context.now;
  content.published_at = content.published_at.value_or(context.now);
  return resident::content_page(context, content);
}

Result<http::Response> read_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  return content_answer(context, 200, find_live_content(context, *id));
}

Result<http::Response> save_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(
      context.request, {"title", "summary", "body_markdown", "blocks", "details", "expires_at", "base_revision"});
  if (!body) return fail(body.error());
  const tenants::ContentChange change{*id,
                                      {body->text("title"), body->text("summary"), body->text("body_markdown"),
                                       body->array_or_empty("blocks"), body->object_or_empty("details")},
                                      body->instant_or_null("expires_at"),
                                      body->integer("base_revision"),
                                      part(*body, "blocks"),
                                      part(*body, "details")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer_or_conflict(context, *id,
                            tenants::save_content(context.tenant, context.actor(), change, context.now));
}

}  // namespace clocher::api::agent
