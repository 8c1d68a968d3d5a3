// The inbox and the case page.
#include "api/agent/dossier_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/attachment.hpp"
#include "api/respond.hpp"
#include "tenants/dossiers/inbox.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/site/event_proposal.hpp"

namespace clocher::api::agent {
namespace {

using dossiers::Dossier;

Result<Id<Dossier>> dossier_id(const Context& context) {
  const auto id = parse_id<Dossier>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "dossier.not_found");
  return *id;
}

}  // namespace

Result<http::Response> create_event_of_dossier(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  const auto event = tenants::create_event_from(context.tenant, context.actor(), *id, context.now);
  if (!event) return fail(event.error());
  return json_response(200, {{"content_id", event->id.value}});
}

Result<http::Response> list_dossiers(Context& context) {
  const auto wanted = read_inbox_query(context, context.request.query);
  if (!wanted) return fail(wanted.error());
  const Date today = to_local(context.now).date;
  dossiers::InboxPage page;
  dossiers::Waiting waiting;
  json::Array items, agents;
  context.tenant.read([&](db::ReadTx& tx) {
    for (const auto& agent : tenants::list_agents(tx))
      agents.push_back(json::Object{{"id", agent.id.value}, {"name", agent.name}});
    page = dossiers::read_inbox(tx, *wanted);
    waiting = dossiers::count_waiting(tx, today);
    for (const Dossier& dossier : page.items) items.push_back(summary_json(context, tx, dossier));
  });
  json::Object counts;
  for (const auto& [state, count] : page.counts) counts[state] = count;
  json::Value next = nullptr;
  if (page.next) next = std::to_string(page.next->value);
  return json_response(
      200, {{"items", std::move(items)},
            {"counts", std::move(counts)},
            {"waiting", json::Object{{"unread", waiting.unread}, {"late", waiting.late}, {"soon", waiting.soon}}},
            {"agents", std::move(agents)},
            {"next_cursor", std::move(next)}});
}

Result<http::Response> read_dossier(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  return answer_with_case(context, *id);
}

Result<http::Response> mark_read(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  if (const auto read = dossiers::mark_read(context.tenant, context.actor(), *id, context.now); !read)
    return fail(read.error());
  return http::no_content();
}

Result<http::Response> send_message(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"body"});
  if (!body) return fail(body.error());
  const std::string text = body->text("body");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto message = dossiers::reply(context.tenant, context.tools.texts(), context.actor(), *id, text, context.now);
  if (!message) return fail(message.error());
  Dossier dossier;
  dossier.id = *id;
  return json_response(201, message_json(dossier, *message, {}));
}

Result<http::Response> change_state(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"to", "reason", "fields", "answer_before"});
  if (!body) return fail(body.error());
  const auto to = dossiers::parse_state(body->text("to"));
  const std::string reason = body->text_or_empty("reason");
  dossiers::CorrectionRequest correction{{}, body->text_or_empty("answer_before")};
  for (const json::Value& field : body->array_or_empty("fields")) {
    if (field.is_string())
      correction.fields.emplace_back(field.as_string());
    else
      body->note({"fields", "json.string_expected", {}});
  }
  if (!to) body->note({"to", "dossier.unknown_state", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto changed =
      dossiers::change_state(context.tenant, context.tools.texts(), context.actor(), {*id, *to, reason, correction}, context.now);
  if (!changed) return fail(changed.error());
  return answer_with_case(context, *id);
}

Result<http::Response> download_file(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  const auto file_id = parse_id<dossiers::Attachment>(context.parameters.get("file_id"));
  if (!file_id) return fail(ErrorKind::not_found, "file.not_found");
  return serve_attachment(context.tenant, *id, *file_id, antivirus_of(context.tools.config));
}

}  // namespace clocher::api::agent
