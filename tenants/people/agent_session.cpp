// Sessions of agents.
#include "tenants/people/agent_session.hpp"

#include "core/security/password.hpp"
#include "core/security/token.hpp"
#include "tenants/people/address.hpp"

namespace clocher::tenants {
namespace {

// A session's last use is written at most this often: reading a page must not cost a commit.
constexpr std::int64_t touch_every_seconds = 5 * one_minute;

struct Known {
  Agent agent;
  std::string password_hash;
};

struct Live {
  Agent agent;
  Instant last_seen_at;
};

std::optional<Known> find_by_address(Tenant& tenant, std::string_view email) {
  return tenant.read([&](db::ReadTx& tx) {
    return tx.one(
        "SELECT id, email, name, role, password_hash FROM agent WHERE email = ? AND disabled_at IS NULL",
        [](const db::Row& row) {
          return Known{{row.id<Agent>(0), row.text(1), row.text(2), row.text(3)}, row.text(4)};
        },
        normalize_mail_address(email));
  });
}

}  // namespace

Result<SignedIn> sign_in(Tenant& tenant, std::string_view email, std::string_view password, const SessionPolicy& policy,
                         Instant now) {
  const auto known = find_by_address(tenant, email);
  if (!known) security::dummy_verify(password);
  if (!known || !security::verify_password(known->password_hash, password)) {
    return fail(ErrorKind::unauthenticated, "session.wrong_pair");
  }
  std::string token = security::random_token();
  tenant.write_private([&](db::Tx& tx) {
    tx.run("DELETE FROM agent_session WHERE expires_at <= ?", now);
    tx.run(
        "INSERT INTO agent_session (token_digest, agent_id, created_at, last_seen_at, expires_at) VALUES (?, ?, ?, ?, "
        "?)",
        security::digest(token), known->agent.id, now, now, now + policy.longest_seconds);
    append_event(tx, as_actor(known->agent), {"agent", known->agent.id.value}, "agent.signed_in", "", now);
  });
  return SignedIn{known->agent, std::move(token)};
}

std::optional<Agent> agent_of_session(Tenant& tenant, std::string_view token, const SessionPolicy& policy,
                                      Instant now) {
  if (token.empty()) return std::nullopt;
  const std::string digest = security::digest(token);
  auto live = tenant.read([&](db::ReadTx& tx) {
    return tx.one(
        "SELECT a.id, a.email, a.name, a.role, s.last_seen_at FROM agent_session s JOIN agent a ON a.id = s.agent_id "
        "WHERE s.token_digest = ? AND s.expires_at > ? AND s.last_seen_at > ? AND a.disabled_at IS NULL",
        [](const db::Row& row) {
          return Live{{row.id<Agent>(0), row.text(1), row.text(2), row.text(3)}, row.instant(4)};
        },
        digest, now, now - policy.idle_seconds);
  });
  if (!live) return std::nullopt;
  if (now - live->last_seen_at >= touch_every_seconds) {
    tenant.write_private(
        [&](db::Tx& tx) { tx.run("UPDATE agent_session SET last_seen_at = ? WHERE token_digest = ?", now, digest); });
  }
  return std::move(live->agent);
}

std::int64_t purge_sessions(Tenant& tenant, Instant now) {
  // A write makes every page of the commune stale: none without need.
  const auto ended = tenant.read(
      [&](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM agent_session WHERE expires_at <= ?", now); });
  if (ended == 0) return 0;
  return tenant.write_private(
      [&](db::Tx& tx) { return tx.change("DELETE FROM agent_session WHERE expires_at <= ?", now); });
}

void sign_out(Tenant& tenant, std::string_view token, Instant now) {
  const std::string digest = security::digest(token);
  tenant.write_private([&](db::Tx& tx) {
    const auto agent = tx.one(
        "SELECT a.id, a.email, a.name, a.role FROM agent_session s JOIN agent a ON a.id = s.agent_id WHERE "
        "s.token_digest = ?",
        [](const db::Row& row) {
          return Agent{row.id<Agent>(0), row.text(1), row.text(2), row.text(3)};
        },
        digest);
    if (!agent) return;
    tx.run("DELETE FROM agent_session WHERE token_digest = ?", digest);
    append_event(tx, as_actor(*agent), {"agent", agent->id.value}, "agent.signed_out", "", now);
  });
}

}  // namespace clocher::tenants
