// Fills the templates of api/views/documents.
#include "payments/documents.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/json/json.hpp"
#include "core/view/qr.hpp"
#include "payments/debt_reference.hpp"
#include "payments/desk/month_document.hpp"
#include "payments/ledger.hpp"
#include "tenants/site/profile.hpp"

#include <vector>

namespace clocher::payments {
namespace {

json::Value or_false(std::string_view text) { return text.empty() ? json::Value(false) : json::Value(text); }

json::Array lines_of(std::string_view block) {
  json::Array lines;
  for (const std::string_view line : split(block, '\n')) {
    if (!trim(line).empty()) lines.push_back(json::Value(trim(line)));
  }
  return lines;
}

json::Object town_hall(const tenants::Profile& profile) {
  return {{"of_name", with_de(profile.name)},
          {"address", or_false(profile.address)},
          {"town", or_false(trim(profile.postcode + " " + profile.city))},
          {"phone", or_false(profile.phone)}};
}

// "42,50", as the field of the page takes it.
std::string typed_amount(Money amount) {
  const std::string cents = std::to_string(amount.cents % 100);
  return std::to_string(amount.cents / 100) + "," + (cents.size() < 2 ? "0" : "") + cents;
}

json::Value due_text(const Debt& debt) {
  const auto day = parse_iso_date(debt.due_on);
  return day ? json::Value(to_french(*day)) : json::Value(false);
}

}  // namespace

Result<tenants::DocumentSource> print_notice(tenants::Tenant& tenant, const tenants::Texts& texts, std::int64_t debt_id,
                                             Instant now) {
  std::optional<Debt> debt;
  std::optional<Regie> regie;
  tenants::Profile profile;
  tenant.read([&](db::ReadTx& tx) {
    debt = find_debt(tx, {debt_id});
    if (debt) regie = find_regie(tx, debt->regie_id);
    profile = tenants::read_profile(tx);
  });
  if (!debt) return fail(ErrorKind::not_found, "debt.not_found");
  if (debt->cancelled_at) return fail(ErrorKind::conflict, "debt.is_cancelled");
  const std::string page = tenant.identity().site_url + "/payer";
  const std::string filled_page =
      page + "?reference=" + debt->reference + "&montant=" + percent_encode(typed_amount(debt->amount));
  json::Object data = town_hall(profile);
  data["regie"] = regie->text.name;
  data["debtor"] = debt->debtor.name;
  data["debtor_lines"] = lines_of(debt->debtor.address);
  data["object"] = debt->object;
  data["amount"] = format_french(debt->amount);
  data["reference"] = in_groups(debt->reference);
  data["due"] = due_text(*debt);
  data["online"] = takes_payments(*regie)
                       ? json::Value(json::Object{{"page", page}, {"qr", view::qr_image_url(filled_page)}})
                       : json::Value(false);
  data["by_cheque"] = regie->allows(Means::cheque);
  data["at_counter"] = regie->allows(Means::cash) || regie->allows(Means::card);
  data["made"] = to_french(to_local(now).date);
  return tenants::DocumentSource{"facture-" + debt->reference + ".pdf",
                                 texts.views.render("documents/debt_notice.html", data)};
}

Result<tenants::DocumentSource> print_receipt(tenants::Tenant& tenant, const tenants::Texts& texts,
                                              std::int64_t line_number, Instant) {
  std::optional<LedgerLine> line;
  std::optional<ReceiptNumber> number;
  std::optional<Debt> debt;
  std::optional<Regie> regie;
  tenants::Profile profile;
  tenant.read([&](db::ReadTx& tx) {
    line = find_line(tx, line_number);
    if (line) number = receipt_number(tx, *line);
    if (line && line->debt_id) debt = find_debt(tx, *line->debt_id);
    if (line) regie = find_regie(tx, line->regie_id);
    profile = tenants::read_profile(tx);
  });
  if (!number) return fail(ErrorKind::not_found, "ledger.not_found");
  json::Object data = town_hall(profile);
  data["regie"] = regie->text.name;
  data["number"] = to_string(*number);
  data["object"] = line->label;
  data["amount"] = format_french(line->amount);
  data["received"] = to_french(line->at);
  data["means"] = texts.catalogue.text("paid_by." + line->debit);
  data["reference"] = debt ? json::Value(in_groups(debt->reference)) : json::Value(false);
  data["debtor"] = debt ? or_false(debt->debtor.name) : json::Value(false);
  data["fingerprint"] = line->hash;
  return tenants::DocumentSource{"recu-" + to_string(*number) + ".pdf",
                                 texts.views.render("documents/payment_receipt.html", data)};
}

std::span<const tenants::DocumentKind> document_kinds() {
  static const std::vector<tenants::DocumentKind> kinds = [] {
    const auto others = tenants::document_kinds();
    std::vector<tenants::DocumentKind> all(others.begin(), others.end());
    all.push_back({debt_notice, print_notice});
    all.push_back({payment_receipt, print_receipt});
    all.push_back({desk::month_document, desk::print_month});
    return all;
  }();
  return kinds;
}

}  // namespace clocher::payments
