// One mail at a time: its attempt written down, sent, its outcome written down.
#include "tenants/journal/delivery.hpp"

#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::tenants {
namespace {

constexpr int at_a_time = 20;

outbound::Mail to_mail(const Tenant& tenant, const PostOffice& office, const OutboxItem& item,
                       const std::string& reply_to) {
  outbound::Mail mail;
  mail.from = {"Mairie " + with_de(tenant.identity().name), office.sender};
  mail.to = {"", item.recipient};
  mail.subject = item.subject;
  mail.text = item.body;
  mail.message_id = "outbox-" + std::to_string(item.id.value) + "." + tenant.insee() + "@" + office.base_domain;
  mail.reply_to = reply_to;
  mail.date = item.created_at;
  return mail;
}

// A mailer that throws (a full disk of the mail folder) is one that is away.
Result<void> send(const PostOffice& office, const outbound::Mail& mail) {
  try {
    return office.mailer.send(mail);
  } catch (const std::exception& error) {
    return fail(ErrorKind::unavailable, "mail.unreachable", {{"reason", error.what()}});
  }
}

// A 4xx answer is about this mail (a full mailbox, greylisting); anything else that is transient is about the server.
bool is_about_the_server(const Error& error) {
  const auto code = error.arguments.find("code");
  return error.kind == ErrorKind::unavailable && (code == error.arguments.end() || !code->second.starts_with('4'));
}

void write_down(Tenant& tenant, const PostOffice& office, const OutboxItem& item, const Result<void>& sent, Instant now,
                DeliveryReport& report) {
  const Fault fault = sent || sent.error().kind == ErrorKind::unavailable ? Fault::transient : Fault::permanent;
  const bool is_final = fault == Fault::permanent || !retry_delay(item.attempts + 1);
  // Not through Tenant::write: no page of the site shows the outbox, so none becomes stale.
  tenant.database().write([&](db::Tx& tx) {
    if (sent)
      mark_sent(tx, item.id, now);
    else
      mark_failed(tx, item, fault, office.catalogue.text(sent.error().key, sent.error().arguments), now);
  });
  if (sent) {
    ++report.sent;
    log::info("mail.sent", {{"commune", tenant.insee()}, {"outbox", item.id.value}});
    return;
  }
  ++(is_final ? report.failed : report.postponed);
  log::warning(is_final ? "mail.failed" : "mail.postponed", {{"commune", tenant.insee()},
                                                             {"outbox", item.id.value},
                                                             {"key", sent.error().key},
                                                             {"attempt", item.attempts + 1}});
  report.server_is_away = is_about_the_server(sent.error());
}

}  // namespace

DeliveryReport deliver_due(Tenant& tenant, const PostOffice& office, Instant now) {
  DeliveryReport report;
  const auto waiting = [&] { return tenant.read([&](db::ReadTx& tx) { return due_items(tx, now, at_a_time); }); };
  for (auto items = waiting(); !items.empty() && !report.server_is_away; items = waiting()) {
    const std::string reply_to = tenant.read([](db::ReadTx& tx) { return read_profile(tx).email; });
    for (const OutboxItem& item : items) {
      tenant.database().write([&](db::Tx& tx) { begin_attempt(tx, item, now); });
      write_down(tenant, office, item, send(office, to_mail(tenant, office, item, reply_to)), now, report);
      if (report.server_is_away) break;
    }
  }
  report.next_due = tenant.read([](db::ReadTx& tx) { return next_due(tx); });
  return report;
}

}  // namespace clocher::tenants
