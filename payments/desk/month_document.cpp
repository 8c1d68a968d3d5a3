// The statement of a month as the comptable reads it, on paper.
#include "payments/desk/month_document.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "payments/desk/month.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::payments::desk {
namespace {

using tenants::DocumentSource;

struct Wanted {
  tenants::Profile profile;
  MonthFigures figures;
};

Result<Wanted> find_wanted(tenants::Tenant& tenant, std::int64_t id, Instant now) {
  return tenant.read([&](db::ReadTx& tx) -> Result<Wanted> {
    const auto statement = find_statement(tx, id);
    if (!statement) return fail(ErrorKind::not_found, "document.not_found");
    auto figures = month_figures(tx, statement->regie_id, statement->month, now);
    if (!figures) return fail(figures.error());
    return Wanted{tenants::read_profile(tx), std::move(*figures)};
  });
}

json::Value or_false(const std::string& text) { return text.empty() ? json::Value(false) : json::Value(text); }

std::string means_text(Means means, const view::Catalogue& catalogue) {
  return catalogue.text("means." + std::string(to_string(means)));
}

json::Array rows_json(const MonthFigures& figures, const view::Catalogue& catalogue) {
  json::Array rows;
  for (const MonthRow& row : figures.rows)
    rows.push_back(json::Object{{"product", row.product_label},
                                {"account", or_false(row.budget_account)},
                                {"means", means_text(row.means, catalogue)},
                                {"receipts", std::to_string(row.receipts)},
                                {"received", format_french(row.received)},
                                {"undone", format_french(row.undone)},
                                {"total", format_french(row.total())}});
  return rows;
}

json::Array bordereaux_json(const MonthFigures& figures, const view::Catalogue& catalogue) {
  json::Array list;
  for (const Bordereau& each : figures.bordereaux)
    list.push_back(json::Object{{"number", std::to_string(each.year) + "-" + std::to_string(each.number)},
                                {"day", to_french(parse_iso_date(each.day).value())},
                                {"means", means_text(each.means, catalogue)},
                                {"amount", format_french(each.amount)}});
  return list;
}

json::Array held_json(const MonthFigures& figures, const view::Catalogue& catalogue) {
  json::Array list;
  for (const auto& [means, amount] : figures.held)
    list.push_back(json::Object{{"means", means_text(means, catalogue)}, {"amount", format_french(amount)}});
  return list;
}

std::string regisseur_of(const Regie& regie) {
  for (const RegieMember& member : regie.text.members) {
    if (member.role == MemberRole::regisseur) return member.name;
  }
  return {};
}

// "novembre 2026"
std::string month_text(const MonthFigures& figures) {
  const std::string first = to_french(parse_iso_date(figures.first_day).value());
  return first.substr(first.find(' ') + 1);
}

json::Array lines_of(const std::string& text) {
  json::Array lines;
  for (const std::string_view line : split(text, '\n')) lines.push_back(json::Object{{"line", std::string(line)}});
  return lines;
}

}  // namespace

Result<DocumentSource> print_month(tenants::Tenant& tenant, const tenants::Texts& texts, std::int64_t id, Instant now) {
  const auto wanted = find_wanted(tenant, id, now);
  if (!wanted) return fail(wanted.error());
  const MonthFigures& figures = wanted->figures;
  const Regie& regie = figures.regie;
  const json::Object data{
      {"of_name", with_de(wanted->profile.name)},
      {"regie_name", regie.text.name},
      {"regie_number", std::to_string(regie.number)},
      {"act", or_false(regie.text.act_reference)},
      {"month", month_text(figures)},
      {"regisseur", or_false(regisseur_of(regie))},
      {"comptable", lines_of(regie.text.comptable)},
      {"has_rows", !figures.rows.empty()},
      {"rows", rows_json(figures, texts.catalogue)},
      {"received", format_french(figures.received)},
      {"undone", format_french(figures.undone)},
      {"total", format_french(figures.total())},
      {"refunded", figures.refunded == Money{} ? json::Value(false) : json::Value(format_french(figures.refunded))},
      {"has_bordereaux", !figures.bordereaux.empty()},
      {"bordereaux", bordereaux_json(figures, texts.catalogue)},
      {"poured", format_french(figures.poured)},
      {"has_held", !figures.held.empty()},
      {"held", held_json(figures, texts.catalogue)},
      {"first_receipt", std::to_string(figures.first_receipt)},
      {"last_receipt", std::to_string(figures.last_receipt)},
      {"ledger_hash", or_false(figures.ledger_hash)},
      {"made", to_french(now)}};
  return DocumentSource{"releve-regie-" + std::to_string(regie.number) + "-" + figures.month + ".pdf",
                        texts.views.render("documents/regie_month.html", data)};
}

}  // namespace clocher::payments::desk
