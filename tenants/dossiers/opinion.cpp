// SQL of opinions.
#include "tenants/dossiers/opinion.hpp"

#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/conversation.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/people/address.hpp"

#include <algorithm>
#include <array>

namespace clocher::dossiers {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::array<std::string_view, 3> verdicts = {"favourable", "unfavourable", "reserved"};

Opinion read_opinion(const db::Row& row) {
  Opinion opinion;
  opinion.id = row.id<Opinion>(0);
  opinion.dossier = row.id<Dossier>(1);
  opinion.recipient_name = row.text(2);
  opinion.recipient_email = row.text(3);
  opinion.question = row.text(4);
  opinion.asked_by = row.text(5);
  opinion.asked_at = row.instant(6);
  opinion.expires_at = row.instant(7);
  opinion.verdict = row.text(8);
  opinion.answer = row.text(9);
  opinion.answered_at = row.maybe_instant(10);
  opinion.cancelled_at = row.maybe_instant(11);
  return opinion;
}

Result<OpinionRequest> check(const OpinionRequest& typed) {
  OpinionRequest request{one_line(trim(typed.name)), tenants::normalize_mail_address(typed.email), ""};
  if (request.name.empty() || length_in_characters(request.name) > longest_name)
    return fail_field("name", "opinion.name");
  if (!tenants::is_mail_address(request.email)) return fail_field("email", "opinion.email");
  auto question = check_message(typed.question);
  if (!question) {
    auto error = question.error();
    for (auto& field : error.fields) field.field = "question";
    return fail(error);
  }
  request.question = std::move(*question);
  return request;
}

}  // namespace

std::vector<Opinion> opinions_of(db::ReadTx& tx, Id<Dossier> id) {
  return tx.all(
      "SELECT id, dossier_id, recipient_name, recipient_email, question, asked_by, asked_at, expires_at, verdict, "
      "answer, answered_at, cancelled_at FROM opinion WHERE dossier_id = ? ORDER BY id",
      read_opinion, id);
}

Result<Opinion> ask_opinion(tenants::Tenant& tenant, const tenants::Texts& texts, const tenants::Actor& agent,
                            Id<Dossier> id, const OpinionRequest& typed, Instant now) {
  const auto request = check(typed);
  const std::string key = security::random_token();
  return tenant.write_private([&](db::Tx& tx) -> Result<Opinion> {
    const auto dossier = find_dossier(tx, id);
    if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
    if (!request) return fail(request.error());
    if (is_final(dossier->state)) return fail(ErrorKind::conflict, "dossier.final");
    Opinion opinion{{},        id,           request->name, request->email, request->question,
                    agent.name, now, now + opinion_seconds, "", ""};
    opinion.id.value = tx.insert(
        "INSERT INTO opinion (dossier_id, token_digest, recipient_name, recipient_email, question, asked_by, asked_at, "
        "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id, security::digest(key), opinion.recipient_name, opinion.recipient_email, opinion.question, opinion.asked_by,
        now, opinion.expires_at);
    tenants::append_event(tx, agent, {"dossier", id.value}, "dossier.opinion_asked", opinion.recipient_name, now);
    enqueue_opinion_request(tx, tenant.identity(), texts, *dossier, opinion, key, now);
    return opinion;
  });
}

Result<void> cancel_opinion(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> dossier, Id<Opinion> id,
                            Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto all = opinions_of(tx, dossier);
    const auto found = std::ranges::find(all, id, &Opinion::id);
    if (found == all.end()) return fail(ErrorKind::not_found, "opinion.not_found");
    if (found->answered_at) return fail(ErrorKind::conflict, "opinion.over");
    if (found->cancelled_at) return {};
    tx.run("UPDATE opinion SET cancelled_at = ? WHERE id = ?", now, id);
    tenants::append_event(tx, agent, {"dossier", dossier.value}, "dossier.opinion_cancelled", found->recipient_name,
                          now);
    return {};
  });
}

std::optional<Opinion> find_opinion(db::ReadTx& tx, std::string_view key, Instant now) {
  return tx.one(
      "SELECT id, dossier_id, recipient_name, recipient_email, question, asked_by, asked_at, expires_at, verdict, "
      "answer, answered_at, cancelled_at FROM opinion WHERE token_digest = ? AND cancelled_at IS NULL AND expires_at > ?",
      read_opinion, security::digest(key), now);
}

Result<Opinion> give_opinion(tenants::Tenant& tenant, const tenants::Texts& texts, std::string_view key,
                             std::string_view verdict, std::string_view typed, Instant now) {
  const std::string answer(trim(typed));
  if (std::ranges::find(verdicts, verdict) == verdicts.end()) return fail_field("verdict", "opinion.verdict");
  if (answer.empty() && verdict != "favourable") return fail_field("answer", "opinion.reason");
  if (length_in_characters(answer) > longest_message_characters)
    return fail_field("answer", "message.too_long", {{"max", std::to_string(longest_message_characters)}});
  return tenant.write_private([&](db::Tx& tx) -> Result<Opinion> {
    const auto opinion = find_opinion(tx, key, now);
    const auto dossier = opinion ? find_dossier(tx, opinion->dossier) : std::nullopt;
    if (!dossier) return fail(ErrorKind::not_found, "opinion.not_found");
    tx.run("UPDATE opinion SET verdict = ?, answer = ?, answered_at = ? WHERE id = ?", verdict, answer, now,
           opinion->id);
    tx.run("UPDATE dossier SET read_at = NULL WHERE id = ?", opinion->dossier);
    tenants::append_event(tx, {tenants::ActorKind::agent, opinion->recipient_name}, {"dossier", dossier->id.value},
                          "dossier.opinion_given", verdict, now);
    enqueue_opinion_notice(tx, tenant.identity(), texts, *dossier, now);
    return find_opinion(tx, key, now).value();
  });
}

}  // namespace clocher::dossiers
