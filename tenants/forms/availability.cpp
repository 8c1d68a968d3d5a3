// Dates, quota and one request for each person.
#include "tenants/forms/availability.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <vector>

namespace clocher::forms {
namespace {

Instant counted_from(const Procedure& procedure) {
  return procedure.opens ? to_instant({*procedure.opens, 0, 0}) : Instant{0};
}

// "MARTIN Anne-Lise" and "anne lise martin" are one person.
std::string same_for_one_person(std::string_view name) {
  const std::string words = slug(name);
  std::vector<std::string_view> parts = split(words, '-');
  std::sort(parts.begin(), parts.end());
  std::string key;
  for (const std::string_view part : parts) key.append(part).append(" ");
  return key;
}

}  // namespace

Result<void> check_dates(const Procedure& procedure, Date today) {
  if (procedure.state != ProcedureState::open) return fail(ErrorKind::conflict, "procedure.closed");
  if (procedure.opens && today < *procedure.opens)
    return fail(ErrorKind::conflict, "procedure.not_yet", {{"date", to_french(*procedure.opens)}});
  if (procedure.closes && today > *procedure.closes)
    return fail(ErrorKind::conflict, "procedure.ended", {{"date", to_french(*procedure.closes)}});
  return {};
}

Result<void> check_available(db::ReadTx& tx, const Procedure& procedure, Date today) {
  if (auto open = check_dates(procedure, today); !open) return open;
  if (procedure.quota == 0) return {};
  const std::int64_t taken = tx.number(
      "SELECT COUNT(*) FROM dossier WHERE procedure_id = ? AND submitted_at >= ? AND state NOT IN ('refused', "
      "'withdrawn')",
      procedure.id, counted_from(procedure));
  if (taken < procedure.quota) return {};
  return fail(ErrorKind::conflict, "procedure.full", {{"quota", std::to_string(procedure.quota)}});
}

Result<void> check_once(db::ReadTx& tx, const Procedure& procedure, std::string_view name,
                        std::string_view normal_email) {
  if (!procedure.once_per_person) return {};
  const auto names = tx.all(
      "SELECT applicant_name FROM dossier WHERE procedure_id = ? AND applicant_email = ? AND submitted_at >= ? AND "
      "state NOT IN ('refused', 'withdrawn') ORDER BY id",
      [](const db::Row& row) { return row.text(0); }, procedure.id, normal_email, counted_from(procedure));
  const std::string person = same_for_one_person(name);
  const bool has_one = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& other) { return same_for_one_person(other) == person; });
  if (has_one) return fail(ErrorKind::conflict, "procedure.once");
  return {};
}

}  // namespace clocher::forms
