// Counts failures and writes the mail.
#include "tenants/journal/failure_digest.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/people/agent.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

struct Failures {
  std::int64_t mails = 0, callbacks = 0, documents = 0, files = 0;
  [[nodiscard]] std::int64_t total() const { return mails + callbacks + documents + files; }
};

// The digest's own mail that fails is not told by the next: its subject says so.
Failures count(db::ReadTx& tx, Instant since, std::string_view own_subject, Instant now) {
  return {tx.number("SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND state = 'failed' AND next_attempt_at > ? AND "
                    "subject <> ?",
                    since, own_subject),
          tx.number(
              "SELECT COUNT(*) FROM outbox WHERE kind = 'webhook' AND state = 'failed' AND next_attempt_at > ?", since),
          tx.number("SELECT COUNT(*) FROM document_job WHERE state = 'failed' AND finished_at > ?", since),
          tx.number("SELECT COUNT(*) FROM file_check c JOIN attachment a ON a.id = c.attachment_id WHERE c.state = "
                    "'waiting' AND c.last_error <> '' AND a.created_at < ?",
                    now - one_hour)};
}

json::Array lines(const Texts& texts, const Failures& failures) {
  json::Array list;
  const auto add = [&](std::string_view key, std::int64_t number) {
    if (number > 0)
      list.push_back(json::Object{
          {"line", texts.catalogue.text("mail.failure_digest." + std::string(key) + (number == 1 ? ".one" : ""),
                                        {{"count", std::to_string(number)}})}});
  };
  add("mails", failures.mails);
  add("callbacks", failures.callbacks);
  add("documents", failures.documents);
  add("files", failures.files);
  return list;
}

Instant since_last(db::ReadTx& tx, Instant now) {
  const Instant last{tx.number("SELECT COALESCE(MAX(sent_at), 0) FROM failure_digest")};
  return std::max(last, now - 2 * one_day);
}

}  // namespace

bool send_failure_digest(Tenant& tenant, const Texts& texts, Instant now) {
  const std::string day = to_iso(to_local(now).date);
  const std::string subject = texts.catalogue.text("mail.failure_digest.subject", {{"name", tenant.identity().name}});
  const auto look = [&](db::ReadTx& tx) {
    if (tx.number("SELECT COUNT(*) FROM failure_digest WHERE day = ?", day) > 0) return Failures{};
    return count(tx, since_last(tx, now), subject, now);
  };
  // Read first: most days nothing has failed, and a write costs a sync.
  if (tenant.read(look).total() == 0) return false;
  return tenant.write_private([&](db::Tx& tx) {
    const Failures failures = look(tx);
    if (failures.total() == 0) return false;
    const json::Object data{{"lines", lines(texts, failures)},
                            {"list_url", tenant.identity().site_url + "/admin/envois"},
                            {"commune_of_name", with_de(tenant.identity().name)}};
    const std::string text = texts.views.render("mails/failure_digest.txt", data);
    for (const std::string& address : agent_addresses(tx)) enqueue_mail(tx, {address, subject, text}, now);
    tx.run("INSERT INTO failure_digest (day, sent_at) VALUES (?, ?)", day, now);
    return true;
  });
}

}  // namespace clocher::tenants
