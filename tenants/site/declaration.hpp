// The accessibility declaration (décret 2019-768, model of the arrêté of 20 September 2019; interfaces §6.1).
#pragma once

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "core/json/json.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::tenants {

enum class Conformity { none, partial, full };

struct Declaration {
  std::optional<Date> declared_on;  // set when first saved
  std::optional<Date> updated_on;
  std::optional<Date> audited_on;  // none: no audit was made
  std::int64_t criteria_passed = 0;
  std::int64_t criteria_applicable = 0;  // 0 to 106, RGAA 4.1.2
  std::string auditor;
  std::string report_url;            // "" or http(s) or a path of the site
  std::string plan_url;              // schéma pluriannuel
  std::string yearly_plan_url;       // plan d’action of the year
  std::string contact_url;           // form for accessibility, "" for the town hall's own contact
  std::vector<std::string> issues;   // non-conformités
  std::vector<std::string> burdens;  // dérogations pour charge disproportionnée, each with its reason
  std::vector<std::string> exempt;   // contenus non soumis
  std::vector<std::string> technologies;
  std::vector<std::string> environments;  // browser with assistive technology
  std::vector<std::string> tools;
  std::vector<std::string> pages;  // audited
};

// Without a valid audit (3 years) none; else full when every criterion passes, partial from half of them on.
[[nodiscard]] Conformity conformity_of(const std::optional<Declaration>& declaration, Date today);
// Last day of the audit's three years; none without audit.
[[nodiscard]] std::optional<Date> valid_until(const Declaration& declaration);
// "87,5 %", rounded down to a tenth; "" when no criterion applies.
[[nodiscard]] std::string rate_text(const Declaration& declaration);

[[nodiscard]] std::optional<Declaration> read_declaration(db::ReadTx& tx);

// Every property of the declaration but declared_on and updated_on. invalid: audited_on, criteria_passed,
// criteria_applicable, auditor, *_url, and lists with too many or too long lines.
[[nodiscard]] Result<Declaration> parse_declaration(const json::Object& object, Date today);
[[nodiscard]] json::Object to_json(const Declaration& declaration);
void save_declaration(Tenant& tenant, const Actor& actor, const Declaration& declaration, Instant now);

}  // namespace clocher::tenants
