// The mails around a dossier, put into the outbox in the transaction of the fact they tell.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <string_view>

namespace clocher::tenants {
struct Agent;
}

namespace clocher::dossiers {

struct Opinion;

// Accusé de réception électronique (CRPA L112-11, R112-11-1): date, service and its address, what silence means. Its text is
// kept as it was sent.
void enqueue_receipt(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                     const Dossier& dossier, const forms::Definition& definition, Instant now);

// To every agent, without a word of what the resident wrote.
void enqueue_notice_to_agents(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                              const Dossier& dossier, Instant now);

// To the resident: "the town hall wrote to you"; the text itself stays on the site.
void enqueue_message_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                            const Dossier& dossier, std::string_view agent_name, Instant now);

// To every agent: the resident wrote; without a word of it.
void enqueue_answer_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                           const Dossier& dossier, Instant now);

// To the resident: the dossier has a new state (already set in `dossier`).
void enqueue_state_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                          const Dossier& dossier, std::string_view agent_name, std::string_view reason, Instant now);

// To the resident and to every agent: silence has decided (already set in `dossier`).
void enqueue_silence_notices(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                             const Dossier& dossier, Instant now);

// To an agent: a colleague gave them the case.
void enqueue_assignment_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                               const Dossier& dossier, const tenants::Agent& to, std::string_view by, Instant now);

// To the resident: a named step of the procedure was reached.
void enqueue_status_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                           const Dossier& dossier, const forms::Status& status, std::string_view agent_name,
                           Instant now);

// To an elected member: the link with its key, which is nowhere else.
void enqueue_opinion_request(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                             const Dossier& dossier, const Opinion& opinion, std::string_view key, Instant now);
// To every agent: the opinion came.
void enqueue_opinion_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                            const Dossier& dossier, Instant now);

// To every agent: that many cases will be forgotten in a month.
void enqueue_retention_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                              std::int64_t count, Instant now);

}  // namespace clocher::dossiers
