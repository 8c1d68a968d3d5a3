// Walks the domain verbs as a resident's form does, without HTTP.
#include "tests/support/builders.hpp"

#include "tenants/dossiers/assistance.hpp"
#include "tenants/dossiers/submit.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/forms/step.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <algorithm>
#include <stdexcept>

namespace clocher::test {
namespace {

Fields address(const std::string& field) {
  return {{field + ".street", "4 rue du Lavoir"}, {field + ".postcode", "72320"}, {field + ".city", "Lavaré"}};
}

Fields operator+(Fields left, const Fields& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

PageAnswers applicant_page() {
  return {"vous", Fields{{"applicant_given_name", "Éloïse"},
                         {"applicant_family_name", "Garnier"},
                         {"applicant_email", "Eloise.Garnier@Exemple.fr"}} +
                      address("applicant_address")};
}

http::Form form_of(const PageAnswers& page) {
  http::Form form;
  for (const auto& [name, value] : page.fields) form.add(name, value);
  for (const TestFile& file : page.files) form.add_file({file.field, file.name, file.content_type, file.bytes});
  return form;
}

const forms::Step& step_named(const forms::Definition& definition, std::string_view id) {
  for (const forms::Step& step : definition.steps) {
    if (step.id == id) return step;
  }
  throw std::runtime_error("test: no step " + std::string(id));
}

}  // namespace

std::vector<PageAnswers> birth_certificate_answers() {
  return {{"acte", {{"act_kind", "naissance"}}},
          {"copie", {{"copy_kind", "copie_integrale"}}},
          {"personne",
           {{"person_birth_name", "Garnier"},
            {"person_given_names", "Éloïse Marie"},
            {"person_birth_date", "27/03/1984"},
            {"person_birth_place", "Lavaré"},
            {"parent_1_name", "Garnier Paul"}}},
          {"lien", {{"relation", "personne_concernee"}}},
          applicant_page(),
          {"pieces", {}, {{"identity_document", "carte d’identité.pdf", "application/pdf", forms::test::sample_pdf()}}},
          {"envoi", {{"delivery", "guichet"}, {"request_message", "Deux exemplaires."}}}};
}

std::vector<PageAnswers> death_certificate_answers() {
  return {{"acte", {{"act_kind", "deces"}}},
          {"personne",
           {{"person_birth_name", "Garnier"},
            {"person_given_names", "Paul"},
            {"death_date", "02/01/2020"},
            {"death_place", "Lavaré"}}},
          applicant_page(),
          {"envoi", {{"delivery", "mon_adresse"}}}};
}

std::vector<PageAnswers> absence_answers() {
  return {
      {"absence", {{"absence_start", "20/12/2026"}, {"absence_end", "03/01/2027"}, {"reachable", "oui"}}},
      {"logement",
       address("home_address") + Fields{{"home_kind", "maison"}, {"home_features", "alarme"}, {"visited", "non"}}},
      {"precisions", {{"alarm_company", "Veilleurs du Maine"}}},
      {"vous",
       {{"resident_given_name", "Éloïse"},
        {"resident_family_name", "Garnier"},
        {"resident_email", "eloise.garnier@exemple.fr"},
        {"resident_phone", "06 12 34 56 78"}}},
      {"contact", {{"contact_name", "Paul Garnier"}, {"contact_phone", "02 43 00 00 00"}, {"contact_has_keys", "oui"}}},
      {"accord", {{"transmission_consent", "yes"}}}};
}

std::vector<PageAnswers> with(std::vector<PageAnswers> pages, const Fields& changes) {
  for (const auto& [name, value] : changes) {
    bool found = false;
    for (PageAnswers& page : pages) {
      for (auto& [known, old] : page.fields) {
        if (known != name) continue;
        old = value;
        found = true;
      }
    }
    if (!found) throw std::runtime_error("test: no answer named " + name);
  }
  return pages;
}

dossiers::StartedDraft filled_draft(tenants::Tenant& tenant, std::string_view slug,
                                    const std::vector<PageAnswers>& pages, Instant now) {
  const auto procedure = tenant.read([&](db::ReadTx& tx) { return forms::find_procedure(tx, slug); });
  if (!procedure) throw std::runtime_error("test: no procedure");
  auto started = dossiers::start_draft(tenant, *procedure, 30 * one_day, now);
  if (!started) throw std::runtime_error("test: no draft: " + started.error().key);
  fill_draft(tenant, started->draft, pages, now);
  return std::move(*started);
}

void fill_draft(tenants::Tenant& tenant, dossiers::Draft& draft, const std::vector<PageAnswers>& pages, Instant now) {
  const auto definition = tenant.read([&](db::ReadTx& tx) {
    return dossiers::definition_for(tx, draft.id, draft.procedure_id, draft.procedure_revision);
  });
  for (const PageAnswers& page : pages) {
    const http::Form form = form_of(page);
    // Twice: a question of the same page may appear only after the first reading.
    for (int turn = 0; turn < 2; ++turn) {
      const auto reading = forms::read_step(definition, step_named(definition, page.step), form, draft.answers, to_local(now).date);
      if (!reading.errors.empty())
        throw std::runtime_error("test: " + reading.errors.front().field + " " + reading.errors.front().key);
      if (turn == 0 && reading.is_complete()) ++turn;
      auto saved = dossiers::save_step(tenant, draft, reading, 30 * one_day, now);
      if (!saved) throw std::runtime_error("test: not saved: " + saved.error().key);
      draft = std::move(*saved);
    }
  }
}

dossiers::Dossier sent_dossier(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now,
                               const std::vector<PageAnswers>& pages, std::string_view slug) {
  const auto started = filled_draft(tenant, slug, pages, now);
  auto sent = dossiers::submit(tenant, texts, started.draft.id, now);
  if (!sent) throw std::runtime_error("test: not sent: " + sent.error().key + " " + sent.error().arguments["step"]);
  return std::move(*sent);
}

tenants::Agent make_agent(tenants::Tenant& tenant, Instant now, std::string_view email) {
  auto agent = tenants::create_agent(tenant, {tenants::ActorKind::operator_, "exploitant"},
                                     {std::string(email), "Claire Morel", "administrateur", agent_password}, now);
  if (!agent) throw std::runtime_error("test: no agent: " + agent.error().key);
  return std::move(*agent);
}

}  // namespace clocher::test
