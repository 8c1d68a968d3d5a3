// Exports of cases: asked for now, made in the background, kept for a week.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/inbox.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct CaseExport {
  Id<CaseExport> id;
  std::string format;  // csv, ods, json
  std::string query;   // JSON of the filter
  std::string state;   // queued, made, failed
  std::int64_t row_count = 0;
  std::string file_sha256 = {};
  std::int64_t file_bytes = 0;
  std::string requested_by = {};
  Instant created_at = {};
};

inline constexpr std::int64_t export_seconds = 7 * one_day;
inline constexpr int most_exported_cases = 50'000;

// invalid format export.format.
[[nodiscard]] Result<CaseExport> request_export(tenants::Tenant& tenant, const tenants::Actor& agent,
                                                std::string_view format, const InboxQuery& query, Instant now);
[[nodiscard]] std::vector<CaseExport> list_exports(db::ReadTx& tx);  // newest first
[[nodiscard]] std::optional<CaseExport> find_export(db::ReadTx& tx, Id<CaseExport> id);

// Makes what is queued; a column for each answer of the procedures in it. Forgets those older than a week.
void make_exports(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now);

}  // namespace clocher::dossiers
