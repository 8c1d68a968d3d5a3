// What must leave the house or be made behind the scenes and has not yet: mails, callbacks, documents, file checks, in one list.
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "tenants/documents/document_job.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/dossiers/file_check.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/site/act.hpp"

namespace clocher::api::agent {
namespace {

using tenants::DocumentJob;
using tenants::DocumentState;

struct Line {
  std::string_view kind;
  std::int64_t id = 0;
  std::string subject, recipient, state;
  std::int64_t attempts = 0;
  std::string last_error;
  Instant next_attempt_at;
  std::string path = {};  // in the administration: what it is about
};

json::Object to_json(const Line& line) {
  const bool is_pending = line.state == "pending";
  return {{"kind", line.kind},
          {"id", line.id},
          {"recipient", line.recipient},
          {"subject", line.subject},
          {"state", line.state},
          {"attempts", line.attempts},
          {"last_error", line.last_error},
          {"next_attempt_at", is_pending ? json::Value(line.next_attempt_at.seconds) : json::Value(nullptr)},
          {"path", line.path.empty() ? json::Value(nullptr) : json::Value(line.path)}};
}

Line line_of(const tenants::OutboxItem& item) {
  return {item.kind == "webhook" ? "webhook" : "mail", item.id.value, item.subject, item.recipient, item.state,
          item.attempts, item.last_error, item.next_attempt_at};
}

// About an act, or about a request: every other document is.
Line line_of(const Context& context, db::ReadTx& tx, const DocumentJob& job) {
  const auto& words = context.tools.catalogue;
  const std::string key = "delivery.document." + job.kind;
  Line line{"document", job.id.value, words.text(words.has(key) ? key : "delivery.document"), job.requested_by,
            job.state == DocumentState::failed ? "failed" : "pending", job.attempts,
            job.reason.empty() ? "" : words.text(job.reason), job.next_attempt_at};
  if (job.kind == tenants::act_attestation) {
    const auto act = tenants::find_act(tx, Id<tenants::Act>{job.subject_id});
    if (!act) return line;
    line.subject += " : " + tenants::name_of(*act);
    line.path = "/actes/" + std::to_string(job.subject_id);
  } else if (const auto dossier = dossiers::find_dossier(tx, Id<dossiers::Dossier>{job.subject_id})) {
    line.subject += " : " + dossier->reference;
    line.path = "/demandes/" + std::to_string(job.subject_id);
  }
  return line;
}

Line line_of(const Context& context, const dossiers::FileCheck& check) {
  Line line{"scan", check.attachment.value, context.tools.catalogue.text("delivery.file", {{"name", check.name}}),
            check.reference, "pending", check.attempts, check.last_error, check.next_attempt_at};
  if (check.dossier.value > 0) line.path = "/demandes/" + std::to_string(check.dossier.value);
  return line;
}

std::vector<Line> read_lines(const Context& context, db::ReadTx& tx) {
  std::vector<Line> lines;
  for (const auto& item : tenants::list_outbox(tx, "")) lines.push_back(line_of(item));
  for (const auto& job : tenants::unmade_documents(tx)) lines.push_back(line_of(context, tx, job));
  if (!context.tools.config.antivirus.empty())
    for (const auto& check : dossiers::late_checks(tx)) lines.push_back(line_of(context, check));
  return lines;
}

Failure not_found() { return fail(ErrorKind::not_found, "outbox.not_found"); }

Result<void> retry(Context& context, std::string_view kind, std::int64_t id) {
  const auto in_tenant = [&](auto&& body) { return context.tenant.write_private(body); };
  if (kind == "document") {
    const auto job = tenants::retry_document(context.tenant, context.actor(), Id<DocumentJob>{id}, context.now);
    if (!job) return fail(job.error());
    return {};
  }
  if (kind == "scan")
    return in_tenant(
        [&](db::Tx& tx) { return dossiers::check_again(tx, Id<dossiers::Attachment>{id}, context.now); });
  if (kind != "mail" && kind != "webhook") return not_found();
  return in_tenant([&](db::Tx& tx) -> Result<void> {
    const auto item = tenants::retry_now(tx, Id<tenants::OutboxItem>{id}, context.now);
    if (!item) return fail(item.error());
    return {};
  });
}

}  // namespace

Result<http::Response> list_outbox(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  const std::string_view state = query.get("state");
  if (!state.empty() && state != "pending" && state != "failed")
    return fail(ErrorKind::malformed, "outbox.unknown_state");
  json::Array items;
  for (const Line& line : context.tenant.read([&](db::ReadTx& tx) { return read_lines(context, tx); })) {
    if (state.empty() || line.state == state) items.push_back(to_json(line));
  }
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> retry_outbox(Context& context) {
  const auto id = parse_id<tenants::OutboxItem>(context.parameters.get("id"));
  if (!id) return not_found();
  if (const auto retried = retry(context, context.parameters.get("kind"), id->value); !retried)
    return fail(retried.error());
  return http::no_content();
}

}  // namespace clocher::api::agent
