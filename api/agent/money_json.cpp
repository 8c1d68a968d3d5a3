// One object per noun of money.
#include "api/agent/money_json.hpp"

#include "payments/debt_reference.hpp"

namespace clocher::api::agent {
namespace {

template <class T>
json::Value or_null(const std::optional<T>& moment) {
  return moment ? json::Value(moment->seconds) : json::Value(nullptr);
}

json::Array members(const std::vector<payments::RegieMember>& list) {
  json::Array items;
  for (const payments::RegieMember& each : list) {
    items.push_back(json::Object{{"role", payments::to_string(each.role)},
                                 {"name", each.name},
                                 {"email", each.email},
                                 {"act", each.act},
                                 {"since", each.since}});
  }
  return items;
}

json::Array products(const std::vector<payments::RegieProduct>& list) {
  json::Array items;
  for (const payments::RegieProduct& each : list) {
    items.push_back(json::Object{{"code", each.code},
                                 {"label", each.label},
                                 {"budget_account", each.budget_account},
                                 {"is_withdrawn", each.is_withdrawn}});
  }
  return items;
}

// The sentence of the last fault, "" without one.
std::string fault_text(const Context& context, const std::string& code) {
  if (code.empty()) return "";
  const std::string key = "payfip.fault." + code;
  const auto& words = context.tools.catalogue;
  return words.has(key) ? words.text(key) : words.text("payfip.fault.other", {{"code", code}});
}

}  // namespace

json::Object regie_json(const payments::Regie& regie) {
  json::Array means;
  for (const payments::Means each : regie.text.means) means.push_back(json::Value(payments::to_string(each)));
  return {{"id", regie.id.value},
          {"number", regie.number},
          {"name", regie.text.name},
          {"kind", payments::to_string(regie.text.kind)},
          {"act_reference", regie.text.act_reference},
          {"act_date", regie.text.act_date},
          {"products", products(regie.text.products)},
          {"means", std::move(means)},
          {"members", members(regie.text.members)},
          {"cash_ceiling_cents", regie.text.cash_ceiling.cents},
          {"online_ceiling_cents", regie.text.online_ceiling.cents},
          {"comptable", regie.text.comptable},
          {"gateway", payments::to_string(regie.gateway)},
          {"account", regie.account},
          {"mode", payments::to_string(regie.mode)},
          {"checked_at", or_null(regie.checked_at)},
          {"checked_label", regie.checked_label},
          {"takes_payments", payments::takes_payments(regie)},
          {"created_at", regie.created_at.seconds},
          {"updated_at", regie.updated_at.seconds},
          {"closed_at", or_null(regie.closed_at)}};
}

json::Object debt_json(const payments::Debt& debt) {
  return {{"id", debt.id.value},
          {"reference", debt.reference},
          {"printed_reference", payments::in_groups(debt.reference)},
          {"regie_id", debt.regie_id.value},
          {"product", debt.product},
          {"origin", payments::to_string(debt.origin)},
          {"import_id", debt.import_id ? json::Value(debt.import_id->value) : json::Value(nullptr)},
          {"debtor_name", debt.debtor.name},
          {"debtor_email", debt.debtor.email},
          {"debtor_address", debt.debtor.address},
          {"object", debt.object},
          {"amount_cents", debt.amount.cents},
          {"received_cents", debt.received.cents},
          {"excess_cents", debt.excess().cents},
          {"due_on", debt.due_on},
          {"state", payments::to_string(debt.state)},
          {"page_url", "/paiements/" + debt.page_key},
          {"created_by", debt.created_by},
          {"created_at", debt.created_at.seconds},
          {"cancelled_at", or_null(debt.cancelled_at)},
          {"cancelled_by", debt.cancelled_by},
          {"cancelled_why", debt.cancelled_why}};
}

json::Object attempt_json(const Context& context, const payments::StoredAttempt& attempt) {
  return {{"id", attempt.id.value},
          {"debt_id", attempt.debt_id.value},
          {"regie_id", attempt.regie_id.value},
          {"gateway", payments::to_string(attempt.gateway)},
          {"mode", payments::to_string(attempt.mode)},
          {"reference", attempt.reference},
          {"amount_cents", attempt.amount.cents},
          {"state", payments::to_string(attempt.state)},
          {"gateway_id", attempt.gateway_id},
          {"started_at", attempt.started_at.seconds},
          {"settled_at", or_null(attempt.settled_at)},
          {"next_question_at", or_null(attempt.next_question_at)},
          {"asked_at", or_null(attempt.asked_at)},
          {"questions", attempt.questions},
          {"result", attempt.result},
          {"means", attempt.means},
          {"authorization", attempt.authorization},
          {"paid_cents", attempt.paid ? json::Value(attempt.paid->cents) : json::Value(nullptr)},
          {"local_date", attempt.local_date},
          {"local_time", attempt.local_time},
          {"mismatches", attempt.mismatches},
          {"fault", fault_text(context, attempt.last_fault)},
          {"looked_at", or_null(attempt.looked_at)},
          {"looked_by", attempt.looked_by}};
}

json::Object line_json(db::ReadTx& tx, const payments::LedgerLine& line) {
  const auto receipt = payments::receipt_number(tx, line);
  return {{"number", line.number},
          {"at", line.at.seconds},
          {"day", line.day},
          {"regie_id", line.regie_id.value},
          {"kind", payments::to_string(line.kind)},
          {"debit", line.debit},
          {"credit", line.credit},
          {"amount_cents", line.amount.cents},
          {"product", line.product},
          {"receipt", receipt ? payments::to_string(*receipt) : ""},
          {"corrects", line.corrects ? json::Value(*line.corrects) : json::Value(nullptr)},
          {"label", line.label},
          {"author", line.author}};
}

json::Object import_json(const payments::DebtImport& import) {
  return {{"id", import.id.value},
          {"regie_id", import.regie_id.value},
          {"file_name", import.file_name},
          {"debt_count", import.debt_count},
          {"total_cents", import.total.cents},
          {"imported_by", import.imported_by},
          {"imported_at", import.imported_at.seconds},
          {"undone_by", import.undone_by},
          {"undone_at", or_null(import.undone_at)}};
}

Result<void> may_handle_money(const Context& context) {
  if (context.agent().role == "elu") return fail(ErrorKind::forbidden, "money.role");
  return {};
}

}  // namespace clocher::api::agent
