// SQL of the outbox and its rhythm of retries.
#include "tenants/journal/outbox.hpp"

#include <array>

namespace clocher::tenants {
namespace {

// 1, 5, 15 minutes, 1 hour, then every 4 hours to about two days: a mail server that is down for a weekend loses nothing
// that an agent would not see, for a given-up row stays visible with its reason.
constexpr std::array<std::int64_t, 4> first_delays = {one_minute, 5 * one_minute, 15 * one_minute, one_hour};
constexpr std::int64_t later_delay = 4 * one_hour;
constexpr std::int64_t most_attempts = 16;

OutboxItem read_item(const db::Row& row) {
  return {row.id<OutboxItem>(0), row.text(1),    row.text(2), row.text(3),    row.text(4),
          row.text(5),           row.integer(6), row.text(7), row.instant(8), row.instant(9)};
}

}  // namespace

std::optional<std::int64_t> retry_delay(std::int64_t attempt) {
  if (attempt >= most_attempts) return std::nullopt;
  const auto index = static_cast<std::size_t>(attempt - 1);
  return index < first_delays.size() ? first_delays[index] : later_delay;
}

Id<OutboxItem> enqueue_mail(db::Tx& tx, const OutgoingMail& mail, Instant now) {
  return {
      tx.insert("INSERT INTO outbox (kind, recipient, subject, body, state, next_attempt_at, created_at) "
                "VALUES ('mail', ?, ?, ?, 'pending', ?, ?)",
                mail.recipient, mail.subject, mail.body, now, now)};
}

std::vector<OutboxItem> due_items(db::ReadTx& tx, Instant now, int limit) {
  return tx.all(
      "SELECT id, kind, recipient, subject, body, state, attempts, last_error, next_attempt_at, created_at FROM outbox "
      "WHERE kind = 'mail' AND state = 'pending' AND next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?",
      read_item, now, limit);
}

std::optional<Instant> next_due(db::ReadTx& tx) {
  return tx.one("SELECT next_attempt_at FROM outbox WHERE kind = 'mail' AND state = 'pending' ORDER BY next_attempt_at LIMIT 1",
                [](const db::Row& row) { return row.instant(0); });
}

void begin_attempt(db::Tx& tx, const OutboxItem& item, Instant now) {
  const std::int64_t attempt = item.attempts + 1;
  tx.run("UPDATE outbox SET attempts = ?, next_attempt_at = ? WHERE id = ?", attempt,
         now + retry_delay(attempt).value_or(later_delay), item.id);
}

void mark_sent(db::Tx& tx, Id<OutboxItem> id, Instant now) {
  tx.run("UPDATE outbox SET state = 'sent', body = '', sent_at = ?, last_error = '' WHERE id = ?", now, id);
}

void mark_failed(db::Tx& tx, const OutboxItem& item, Fault fault, std::string_view error, Instant now) {
  const std::int64_t attempt = item.attempts + 1;
  const auto delay = fault == Fault::permanent ? std::nullopt : retry_delay(attempt);
  tx.run("UPDATE outbox SET state = ?, attempts = ?, last_error = ?, next_attempt_at = ? WHERE id = ?",
         delay ? "pending" : "failed", attempt, error, now + delay.value_or(0), item.id);
}

std::vector<OutboxItem> list_outbox(db::ReadTx& tx, std::string_view state) {
  return tx.all(
      "SELECT id, kind, recipient, subject, body, state, attempts, last_error, next_attempt_at, created_at FROM outbox "
      "WHERE state <> 'sent' AND (? = '' OR state = ?) ORDER BY id DESC LIMIT 200",
      read_item, state, state);
}

Result<OutboxItem> retry_now(db::Tx& tx, Id<OutboxItem> id, Instant now) {
  const auto changed = tx.change(
      "UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = ? WHERE id = ? AND state <> 'sent'", now,
      id);
  if (changed == 0) return fail(ErrorKind::not_found, "outbox.not_found");
  return *tx.one(
      "SELECT id, kind, recipient, subject, body, state, attempts, last_error, next_attempt_at, created_at FROM outbox "
      "WHERE id = ?",
      read_item, id);
}

}  // namespace clocher::tenants
