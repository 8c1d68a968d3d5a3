// Plans and does bulk jobs.
#include "tenants/dossiers/bulk.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/dossiers/work.hpp"

#include <algorithm>
#include <charconv>

namespace clocher::dossiers {
namespace {

constexpr std::size_t refusals_named = 20;

std::optional<std::int64_t> number(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Whichever state a case comes from; a case that alone would owe one (reopened) is refused by itself.
bool owes_reason(State to) {
  return std::ranges::none_of(transitions(), [&](const Transition& row) {
    return row.to == to && row.mover == Mover::agent && row.reason == Reason::none;
  });
}

Result<void> check(const BulkAction& action, const std::vector<std::int64_t>& ids) {
  const auto state = parse_state(action.value);
  const bool is_known = (action.kind == "assign" && number(action.value)) ||
                        (action.kind == "label" && !trim(action.value).empty() &&
                         length_in_characters(trim(action.value)) <= longest_label_characters) ||
                        (action.kind == "state" && state);
  if (!is_known) return fail_field("action", "bulk.action");
  if (action.kind == "state" && owes_reason(*state) && trim(action.reason).empty())
    return fail_field("reason", "transition.reason_required");
  if (ids.empty() || ids.size() > most_bulk_cases)
    return fail_field("ids", "bulk.ids", {{"most", std::to_string(most_bulk_cases)}});
  return {};
}

bool fits(const BulkAction& action, const Dossier& dossier) {
  if (action.kind != "state") return true;
  const Transition* row = find_transition(dossier.state, parse_state(action.value).value(), Mover::agent);
  return row != nullptr && (row->reason == Reason::none || !trim(action.reason).empty());
}

json::Array as_json(const std::vector<std::int64_t>& ids) {
  json::Array list;
  for (const std::int64_t id : ids) list.emplace_back(id);
  return list;
}

BulkJob read_job(const db::Row& row) {
  BulkJob job;
  job.id = row.id<BulkJob>(0);
  const json::Object action = json::parse_trusted(row.text(1)).as_object();
  job.action = {json::string_or(action, "kind"), json::string_or(action, "value"), json::string_or(action, "reason")};
  const json::Value waiting = json::parse_trusted(row.text(2));
  for (const json::Value& id : waiting.as_array()) job.waiting.push_back(id.as_int64());
  job.total = row.integer(3);
  job.done = row.integer(4);
  const json::Value refused = json::parse_trusted(row.text(5));
  for (const json::Value& each : refused.as_array())
    job.refused.push_back({json::string_or(each.as_object(), "reference"), json::string_or(each.as_object(), "key")});
  job.requested_by = row.text(6);
  job.finished_at = row.maybe_instant(7);
  return job;
}

Result<void> add_label(tenants::Tenant& tenant, const tenants::Texts& texts, const tenants::Actor& agent,
                       Id<Dossier> id, const std::string& label, Instant now) {
  std::vector<std::string> labels = tenant.read([&](db::ReadTx& tx) { return read_work(tx, id).labels; });
  labels.push_back(label);
  const auto done = change_work(tenant, texts, agent, id, {.labels = labels}, now);
  return done ? Result<void>() : fail(done.error());
}

Result<void> do_one(tenants::Tenant& tenant, const tenants::Texts& texts, const BulkJob& job, Id<Dossier> id,
                    Instant now) {
  const tenants::Actor agent{tenants::ActorKind::agent, job.requested_by};
  const BulkAction& action = job.action;
  if (action.kind == "label") return add_label(tenant, texts, agent, id, action.value, now);
  if (action.kind == "assign") {
    const auto done = change_work(tenant, texts, agent, id, {.assignee = number(action.value)}, now);
    return done ? Result<void>() : fail(done.error());
  }
  const auto done =
      change_state(tenant, texts, agent, {id, parse_state(action.value).value(), action.reason}, now);
  return done ? Result<void>() : fail(done.error());
}

std::string reference_of(tenants::Tenant& tenant, Id<Dossier> id) {
  const auto dossier = tenant.read([&](db::ReadTx& tx) { return find_dossier(tx, id); });
  return dossier ? dossier->reference : std::to_string(id.value);
}

void note_done(tenants::Tenant& tenant, const BulkJob& job, Instant now) {
  json::Array refused;
  for (const BulkRefusal& each : job.refused)
    refused.push_back(json::Object{{"reference", each.reference}, {"key", each.key}});
  tenant.write_private([&](db::Tx& tx) {
    tx.run("UPDATE bulk_job SET waiting = ?, done = ?, refused = ?, finished_at = ? WHERE id = ?",
           json::serialize(as_json(job.waiting)), job.done, json::serialize(refused),
           job.waiting.empty() ? std::optional(now) : std::nullopt, job.id);
  });
}

}  // namespace

Result<BulkPlan> plan_bulk(tenants::Tenant& tenant, const BulkAction& action, const std::vector<std::int64_t>& ids) {
  if (const auto valid = check(action, ids); !valid) return fail(valid.error());
  return tenant.read([&](db::ReadTx& tx) {
    BulkPlan plan;
    for (const std::int64_t id : ids) {
      const auto dossier = find_dossier(tx, {id});
      if (!dossier) continue;
      if (fits(action, *dossier)) {
        ++plan.possible;
        continue;
      }
      ++plan.refused_count;
      if (plan.refused.size() < refusals_named) plan.refused.push_back(dossier->reference);
    }
    return plan;
  });
}

Result<BulkJob> start_bulk(tenants::Tenant& tenant, const tenants::Actor& agent, const BulkAction& action,
                           const std::vector<std::int64_t>& ids, Instant now) {
  if (const auto valid = check(action, ids); !valid) return fail(valid.error());
  const json::Object said{{"kind", action.kind}, {"value", action.value}, {"reason", action.reason}};
  return tenant.write_private([&](db::Tx& tx) -> Result<BulkJob> {
    std::vector<std::int64_t> known;
    for (const std::int64_t id : ids) {
      if (find_dossier(tx, {id})) known.push_back(id);
    }
    const Id<BulkJob> id{tx.insert(
        "INSERT INTO bulk_job (action, waiting, total, requested_by, created_at, finished_at) VALUES (?, ?, ?, ?, ?, ?)",
        json::serialize(said), json::serialize(as_json(known)), known.size(), agent.name, now,
        known.empty() ? std::optional(now) : std::nullopt)};
    tenants::append_event(tx, agent, {"bulk_job", id.value}, "bulk.started", action.kind, now);
    return *find_bulk(tx, id);
  });
}

std::optional<BulkJob> find_bulk(db::ReadTx& tx, Id<BulkJob> id) {
  return tx.one(
      "SELECT id, action, waiting, total, done, refused, requested_by, finished_at FROM bulk_job WHERE id = ?",
      read_job, id);
}

void do_bulk_jobs(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now) {
  auto jobs = tenant.read([](db::ReadTx& tx) {
    return tx.all(
        "SELECT id, action, waiting, total, done, refused, requested_by, finished_at FROM bulk_job WHERE finished_at IS "
        "NULL ORDER BY id",
        read_job);
  });
  for (BulkJob& job : jobs) {
    while (!job.waiting.empty()) {
      const Id<Dossier> id{job.waiting.back()};
      const auto done = do_one(tenant, texts, job, id, now);
      job.waiting.pop_back();
      ++job.done;
      if (!done) {
        const auto& error = done.error();
        job.refused.push_back(
            {reference_of(tenant, id), error.fields.empty() ? error.key : error.fields.front().key});
      }
      note_done(tenant, job, now);
    }
  }
}

}  // namespace clocher::dossiers
