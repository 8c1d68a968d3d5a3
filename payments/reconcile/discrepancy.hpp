// Statements that were imported and what they do not agree with, kept until somebody has dealt with it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "payments/attempt.hpp"
#include "payments/reconcile/matching.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments::reconcile {

struct ImportedStatement {
  Id<ImportedStatement> id;
  Id<Regie> regie_id;
  std::string file_name;
  std::string first_day, last_day;
  std::int64_t line_count = 0;
  std::int64_t new_count = 0;  // lines that no earlier statement had
  Money total;
  std::string imported_by;
  Instant imported_at;
};

struct StatementFile {
  Id<Regie> regie_id;
  std::string name;
  std::string bytes;
  AmountUnit unit = AmountUnit::as_written;
  std::optional<FixedLayout> layout = {};  // nullopt: CSV
};

// What a comparison changed.
struct Comparison {
  std::int64_t matched = 0;
  std::int64_t awaited = 0;  // ours, expected in the next statement
  std::int64_t found = 0;    // discrepancies that are new
  std::int64_t settled = 0;  // that have explained themselves
};

struct ImportAnswer {
  ImportedStatement statement;
  Comparison comparison;
};

// Fails like read_csv and read_fixed_width; not_found regie.unknown; conflict statement.known when all its lines are there already.
[[nodiscard]] Result<ImportAnswer> import_statement(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                    const StatementFile& file, Instant now);

[[nodiscard]] std::vector<ImportedStatement> list_statements(db::ReadTx& tx, Id<Regie> regie);  // newest first

// Compares again what has no partner yet. Doing it twice changes nothing. Nothing is compared before the first statement.
Comparison compare(db::Tx& tx, Id<Regie> regie, Instant now);

struct Discrepancy {
  Id<Discrepancy> id;
  Id<Regie> regie_id;
  Finding finding = Finding::ours_only;
  Action action = Action::none;
  std::optional<Id<StoredAttempt>> attempt_id = {};
  std::string reference;
  std::string our_day, their_day;  // ISO; "" on the side that has nothing
  std::optional<Money> our_amount = {}, their_amount = {};
  std::string gateway_id;  // the gateway's name of our payment, for whoever asks the comptable
  Instant found_at;
  std::optional<Instant> settled_at = {};
  std::string settled_by;  // "Clocher" when it explained itself
  std::string remark;
};

enum class Which { open, settled };
[[nodiscard]] std::vector<Discrepancy> list_discrepancies(db::ReadTx& tx, Id<Regie> regie, Which which,
                                                          int limit = 200);
[[nodiscard]] std::optional<Discrepancy> find_discrepancy(db::ReadTx& tx, Id<Discrepancy> id);

// Dealt with, in the words of whoever did. not_found discrepancy.not_found; conflict discrepancy.settled; invalid remark
// discrepancy.remark.
[[nodiscard]] Result<Discrepancy> settle_discrepancy(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                     Id<Discrepancy> id, std::string_view remark, Instant now);

}  // namespace clocher::payments::reconcile
