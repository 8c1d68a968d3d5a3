// The parts of a case as the agents' API says them.
#pragma once

#include "api/context.hpp"
#include "core/db/database.hpp"
#include "core/json/json.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/forms/field_type.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::api::agent {

// The lines of an answer, one below the other.
[[nodiscard]] std::string joined(const forms::Lines& lines);
[[nodiscard]] json::Array texts_json(const std::vector<std::string>& texts);
[[nodiscard]] json::Value iso_or_null(const std::optional<Date>& date);
[[nodiscard]] json::Value seconds_or_null(const std::optional<Instant>& instant);

[[nodiscard]] json::Object clocks_json(const dossiers::Dossier& dossier, const dossiers::Clocks& clocks);
[[nodiscard]] json::Object work_json(db::ReadTx& tx, const dossiers::CaseFile& file);
[[nodiscard]] json::Array corrections_json(const Context& context, db::ReadTx& tx, const dossiers::CaseFile& file);
[[nodiscard]] json::Array opinions_json(db::ReadTx& tx, Id<dossiers::Dossier> id);

}  // namespace clocher::api::agent
