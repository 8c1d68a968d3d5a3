// The durable outbox: a mail, or a callback to another system, is a row written with the fact that causes it, sent after the commit, tried until it works.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct OutboxItem {
  Id<OutboxItem> id;
  std::string kind;
  std::string recipient;
  std::string subject;
  std::string body;   // emptied once sent: the fact stays in the journal, the text only with its reader
  std::string state;  // pending, sent, failed
  std::int64_t attempts = 0;
  std::string last_error;
  Instant next_attempt_at;
  Instant created_at;
};

struct OutgoingMail {
  std::string recipient;
  std::string subject;
  std::string body;
};

// After the attempt numbered from 1: seconds until the next one, or nothing when it is given up (about two days).
[[nodiscard]] std::optional<std::int64_t> retry_delay(std::int64_t attempt);

Id<OutboxItem> enqueue_mail(db::Tx& tx, const OutgoingMail& mail, Instant now);

// Mails; callbacks to other systems are in webhooks/webhook.hpp.
[[nodiscard]] std::vector<OutboxItem> due_items(db::ReadTx& tx, Instant now, int limit);
// When the next pending mail is due; nothing when none waits.
[[nodiscard]] std::optional<Instant> next_due(db::ReadTx& tx);

// Counts the attempt that begins and puts the next one off, so that a row that cannot be marked sent afterwards (full disk,
// power cut) is not sent again at once, and again, and again.
void begin_attempt(db::Tx& tx, const OutboxItem& item, Instant now);
void mark_sent(db::Tx& tx, Id<OutboxItem> id, Instant now);
enum class Fault { transient, permanent };
void mark_failed(db::Tx& tx, const OutboxItem& item, Fault fault, std::string_view error, Instant now);

// state: "" for all that is not sent. Newest first, at most 200.
[[nodiscard]] std::vector<OutboxItem> list_outbox(db::ReadTx& tx, std::string_view state);
// Due at once again, as it stands then. not_found when there is no such unsent row.
[[nodiscard]] Result<OutboxItem> retry_now(db::Tx& tx, Id<OutboxItem> id, Instant now);

}  // namespace clocher::tenants
