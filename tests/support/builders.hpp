// Complete answers to the two procedures of every commune, agents, and dossiers that were sent.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::test {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct TestFile {
  std::string field;
  std::string name;
  std::string content_type;
  std::string bytes;
};

// What a resident types on one page of a form.
struct PageAnswers {
  std::string step;
  Fields fields;
  std::vector<TestFile> files = {};
};

inline constexpr const char* civil_slug = "copie-acte-etat-civil";
inline constexpr const char* absence_slug = "operation-tranquillite-vacances";

// A full copy of a birth certificate: every conditional page of it, with a PDF.
[[nodiscard]] std::vector<PageAnswers> birth_certificate_answers();
// A death certificate: the short way, without file.
[[nodiscard]] std::vector<PageAnswers> death_certificate_answers();
[[nodiscard]] std::vector<PageAnswers> absence_answers();

// Puts other values in: {"applicant_family_name", "<b>"}.
[[nodiscard]] std::vector<PageAnswers> with(std::vector<PageAnswers> pages, const Fields& changes);

// A draft that holds these answers, and the dossier it becomes. Throws std::runtime_error when a rule refuses them.
[[nodiscard]] dossiers::StartedDraft filled_draft(tenants::Tenant& tenant, std::string_view slug,
                                                  const std::vector<PageAnswers>& pages, Instant now);
// The same with a draft that has begun.
void fill_draft(tenants::Tenant& tenant, dossiers::Draft& draft, const std::vector<PageAnswers>& pages, Instant now);
[[nodiscard]] dossiers::Dossier sent_dossier(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now,
                                             const std::vector<PageAnswers>& pages = death_certificate_answers(),
                                             std::string_view slug = civil_slug);

inline constexpr const char* agent_email = "claire.morel@mairie.example";
inline constexpr const char* agent_password = "un-mulot-sous-la-neige";

// Claire Morel, who may do everything.
tenants::Agent make_agent(tenants::Tenant& tenant, Instant now, std::string_view email = agent_email);

inline const tenants::Actor claire{tenants::ActorKind::agent, "Claire Morel"};

}  // namespace clocher::test
