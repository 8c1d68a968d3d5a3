// SQL of the inbox.
#include "tenants/dossiers/inbox.hpp"

#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/case_text.hpp"

#include <chrono>

namespace clocher::dossiers {
namespace {

// At the counter people hand over their tracking code; "" is nobody's.
std::string code_in(std::string_view text) { return security::normalize_code(text).value_or(""); }

std::map<std::string, std::int64_t> count_by_state(db::ReadTx& tx, const InboxQuery& query) {
  const std::string part = fold(query.text), code = code_in(query.text);
  const std::string before = query.urgent_before ? to_iso(*query.urgent_before) : "";
  std::map<std::string, std::int64_t> counts;
  tx.each(
      "SELECT d.state, COUNT(*) FROM dossier d JOIN procedure p ON p.id = d.procedure_id "
      "WHERE (? = '' OR instr(d.search_text, ?) > 0 OR d.tracking_code = ? OR d.id IN (SELECT rowid FROM case_text WHERE case_text "
      "MATCH ?)) "
      "AND (? = '' OR p.slug = ?) AND (? = '' OR EXISTS (SELECT 1 FROM case_label l WHERE l.dossier_id = d.id AND "
      "l.label = ?)) AND (? IS NULL OR COALESCE(d.assignee_id, 0) = ?) AND (? = 0 OR d.read_at IS NULL) "
      "AND (? = '' OR d.urgent_on < ?) GROUP BY d.state ORDER BY d.state",
      [&](const db::Row& row) { counts[row.text(0)] = row.integer(1); }, part, part, code, match_expression(query.text),
      query.procedure, query.procedure, query.label, query.label, query.assignee, query.assignee,
      query.only_unread ? 1 : 0, before, before);
  return counts;
}

}  // namespace

std::vector<Id<Dossier>> inbox_ids(db::ReadTx& tx, const InboxQuery& query, int limit) {
  const std::string part = fold(query.text), code = code_in(query.text);
  const std::string_view state = query.state ? to_string(*query.state) : std::string_view();
  const std::string before = query.urgent_before ? to_iso(*query.urgent_before) : "";
  return tx.all(
      "SELECT d.id FROM dossier d JOIN procedure p ON p.id = d.procedure_id "
      "WHERE (? = '' OR d.state = ?) AND (? = '' OR instr(d.search_text, ?) > 0 OR d.tracking_code = ? OR d.id IN (SELECT rowid "
      "FROM case_text WHERE case_text MATCH ?)) "
      "AND (? = '' OR p.slug = ?) AND (? = '' OR EXISTS (SELECT 1 FROM case_label l WHERE l.dossier_id = d.id AND "
      "l.label = ?)) AND (? IS NULL OR COALESCE(d.assignee_id, 0) = ?) AND (? = 0 OR d.read_at IS NULL) "
      "AND (? = '' OR d.urgent_on < ?) "
      "AND (? IS NULL OR (d.urgent_on, CASE WHEN d.urgent_on = '99999' THEN -d.updated_at ELSE d.submitted_at END, d.id) "
      "> (SELECT c.urgent_on, CASE WHEN c.urgent_on = '99999' THEN -c.updated_at ELSE c.submitted_at END, c.id FROM "
      "dossier c WHERE c.id = ?)) "
      "ORDER BY d.urgent_on, CASE WHEN d.urgent_on = '99999' THEN -d.updated_at ELSE d.submitted_at END, d.id LIMIT ?",
      [](const db::Row& row) { return row.id<Dossier>(0); }, state, state, part, part, code, match_expression(query.text),
      query.procedure, query.procedure, query.label, query.label, query.assignee, query.assignee,
      query.only_unread ? 1 : 0, before, before, query.after, query.after, limit);
}

InboxPage read_inbox(db::ReadTx& tx, const InboxQuery& query) {
  InboxPage page;
  page.counts = count_by_state(tx, query);
  for (const auto id : inbox_ids(tx, query, inbox_page_size + 1)) page.items.push_back(find_dossier(tx, id).value());
  if (page.items.size() > static_cast<std::size_t>(inbox_page_size)) {
    page.items.pop_back();
    page.next = page.items.back().id;
  }
  return page;
}

Waiting count_waiting(db::ReadTx& tx, Date today) {
  const Date soon(std::chrono::sys_days(today) + std::chrono::days(soon_days));
  return {.unread = count_unread(tx),
          .late = tx.number("SELECT COUNT(*) FROM dossier WHERE urgent_on < ?", to_iso(today)),
          .soon = tx.number("SELECT COUNT(*) FROM dossier WHERE urgent_on >= ? AND urgent_on <= ?", to_iso(today),
                            to_iso(soon))};
}

}  // namespace clocher::dossiers
