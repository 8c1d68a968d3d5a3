// Fills the mail templates about payments.
#include "payments/mails.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "payments/case_link.hpp"
#include "payments/debt_reference.hpp"
#include "payments/documents.hpp"
#include "tenants/documents/document_job.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::payments {
namespace {

json::Value or_false(std::string_view text) { return text.empty() ? json::Value(false) : json::Value(text); }

json::Object service(const tenants::Profile& profile) {
  std::string address = profile.address;
  if (!profile.postcode.empty() && !address.empty()) address += ", " + profile.postcode + " " + profile.city;
  return {{"name", "Mairie " + with_de(profile.name)},
          {"address_line", or_false(address)},
          {"phone", or_false(profile.phone)},
          {"email", or_false(profile.email)}};
}

json::Object common(db::ReadTx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                    const Settlement& settlement) {
  return {{"greeting", texts.catalogue.text("mail.greeting")},
          {"object", settlement.debt.object},
          {"amount", format_french(settlement.receipt.amount)},
          {"reference", in_groups(settlement.debt.reference)},
          {"receipt_number", to_string(receipt_number(tx, settlement.receipt).value())},
          {"paid_at", to_french(settlement.attempt.paid_at.value_or(settlement.receipt.at))},
          {"is_put_aside", settlement.attempt.is_quarantined()},
          {"is_excess", settlement.debt.excess() > Money{}},
          {"is_late", settlement.attempt.state == PaymentState::paid_late},
          {"commune_of_name", with_de(commune.name)},
          {"site_url", commune.site_url}};
}

// Who answers for the régie; without anybody's address, every agent.
std::vector<std::string> people_of(db::ReadTx& tx, Id<Regie> id) {
  std::vector<std::string> addresses;
  for (const RegieMember& member : find_regie(tx, id).value().text.members) {
    if (!member.email.empty()) addresses.push_back(member.email);
  }
  return addresses.empty() ? tenants::agent_addresses(tx) : addresses;
}

}  // namespace

OnSettled tell_people(const tenants::CommuneIdentity& commune, const tenants::Texts& texts) {
  return [&commune, texts](db::Tx& tx, const Settlement& settlement, Instant now) {
    tell_case(tx, settlement, now);
    json::Object data = common(tx, commune, texts, settlement);
    data["payment_url"] = commune.site_url + "/paiements/" + settlement.debt.page_key;
    data["service"] = service(tenants::read_profile(tx));
    static_cast<void>(tenants::enqueue_mail(
        tx,
        {settlement.attempt.email, texts.catalogue.text("mail.payment.subject", {{"object", settlement.debt.object}}),
         texts.views.render("mails/payment_receipt.txt", data)},
        now));
    // Ready when the payer comes to fetch it.
    static_cast<void>(tenants::request_document(tx, {tenants::ActorKind::system, "paiement en ligne"}, payment_receipt,
                                                settlement.receipt.number, now));
    if (!settlement.is_flagged()) return;
    json::Object alert = common(tx, commune, texts, settlement);
    alert["admin_url"] = commune.site_url + "/admin/";
    for (const std::string& address : people_of(tx, settlement.attempt.regie_id)) {
      static_cast<void>(tenants::enqueue_mail(
          tx,
          {address, texts.catalogue.text("mail.payment.alert", {{"reference", in_groups(settlement.debt.reference)}}),
           texts.views.render("mails/payment_alert.txt", alert)},
          now));
    }
  };
}

}  // namespace clocher::payments
