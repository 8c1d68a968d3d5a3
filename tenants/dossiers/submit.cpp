// Submission.
#include "tenants/dossiers/submit.hpp"

#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/assistance.hpp"
#include "tenants/dossiers/callbacks.hpp"
#include "tenants/dossiers/case_payment.hpp"
#include "tenants/dossiers/case_text.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/file_check.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/forms/availability.hpp"
#include "tenants/people/address.hpp"
#include "tenants/people/agent.hpp"

#include <array>
#include <cstdio>

namespace clocher::dossiers {
namespace {

// As long as a tracked request stays open in a browser: who sits at a shared computer tomorrow must not find the code.
constexpr std::int64_t sent_draft_seconds = 2 * one_hour;

struct Pending {
  Draft draft;
  std::string procedure_slug = {};
};

std::optional<Pending> read_pending(db::ReadTx& tx, Id<Draft> id) {
  return tx.one(
      "SELECT d.id, d.procedure_id, d.procedure_revision, d.answers, d.dossier_id, d.updated_at, d.expires_at, p.slug "
      "FROM draft d JOIN procedure p ON p.id = d.procedure_id WHERE d.id = ?",
      [](const db::Row& row) {
        Pending pending;
        pending.draft.id = row.id<Draft>(0);
        pending.draft.procedure_id = row.id<forms::Procedure>(1);
        pending.draft.procedure_revision = row.integer(2);
        pending.draft.answers = json::parse_trusted(row.text(3)).as_object();
        if (const auto dossier = row.maybe_integer(4)) pending.draft.dossier_id = Id<Dossier>{*dossier};
        pending.procedure_slug = row.text(7);
        return pending;
      },
      id);
}

// "2026-00042": without gaps, for it is counted in the same transaction.
std::string next_reference(db::Tx& tx, Instant now) {
  const int year = static_cast<int>(to_local(now).date.year());
  const std::string name = "dossier-" + std::to_string(year);
  tx.run("INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1", name);
  const auto number = static_cast<long long>(tx.number("SELECT value FROM counter WHERE name = ?", name));
  std::array<char, 40> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04d-%05lld", year, number);
  return {text.data(), static_cast<std::size_t>(size)};
}

Id<Dossier> insert_dossier(db::Tx& tx, const Dossier& dossier) {
  return {
      tx.insert("INSERT INTO dossier (reference, tracking_code, procedure_id, procedure_revision, state, "
                "applicant_name, applicant_email, "
                "search_text, answers, submitted_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dossier.reference, dossier.tracking_code, dossier.procedure_id, dossier.procedure_revision,
                to_string(dossier.state), dossier.applicant_name, dossier.applicant_email,
                fold(dossier.reference + " " + dossier.applicant_name), json::serialize(dossier.answers),
                dossier.submitted_at, dossier.updated_at)};
}

// The draft's row stays for a while, emptied, so that pressing "send" twice finds the dossier.
// Files of questions that no longer show are not part of what was sent: nobody would ever see them, so nobody keeps them.
void move_from_draft(db::Tx& tx, Id<Draft> draft, const Dossier& dossier) {
  for (const forms::FileAnswer& file : forms::files_of(dossier.answers)) {
    tx.run("UPDATE attachment SET dossier_id = ?, draft_id = NULL WHERE id = ? AND draft_id = ?", dossier.id, file.id,
           draft);
  }
  tx.run("DELETE FROM attachment WHERE draft_id = ?", draft);
  tx.run("UPDATE draft SET dossier_id = ?, answers = '{}', attempt = '', expires_at = ? WHERE id = ?", dossier.id,
         dossier.submitted_at + sent_draft_seconds, draft);
}

Dossier make_dossier(db::Tx& tx, const Draft& draft, const forms::Definition& definition, Instant now) {
  Dossier dossier;
  dossier.reference = next_reference(tx, now);
  dossier.tracking_code = security::tracking_code();
  dossier.procedure_id = draft.procedure_id;
  dossier.procedure_revision = draft.procedure_revision;
  dossier.procedure_slug = definition.slug;
  dossier.procedure_title = definition.title;
  dossier.answers =
      forms::submitted_answers(definition, forms::with_computed(definition, draft.answers, to_local(now).date));
  dossier.applicant_name = one_line(forms::applicant_name(definition, dossier.answers));
  dossier.applicant_email = tenants::normalize_mail_address(forms::applicant_email(definition, dossier.answers));
  dossier.submitted_at = dossier.updated_at = now;
  return dossier;
}

}  // namespace

Result<Dossier> submit(tenants::Tenant& tenant, const tenants::Texts& texts, Id<Draft> draft_id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Dossier> {
    const auto pending = read_pending(tx, draft_id);
    if (!pending) return fail(ErrorKind::not_found, "draft.gone");
    const Draft& draft = pending->draft;
    if (draft.dossier_id) return *find_dossier(tx, *draft.dossier_id);
    const auto procedure = forms::find_procedure(tx, pending->procedure_slug);
    if (auto available = forms::check_available(tx, *procedure, to_local(now).date); !available)
      return fail(available.error());
    const forms::Definition definition = definition_for(tx, draft.id, draft.procedure_id, draft.procedure_revision);
    if (const forms::Step* step = forms::first_incomplete_step(definition, draft.answers, to_local(now).date)) {
      return fail(ErrorKind::invalid, "draft.incomplete", {{"step", step->id}});
    }
    Dossier dossier = make_dossier(tx, draft, definition, now);
    if (auto once = forms::check_once(tx, *procedure, dossier.applicant_name, dossier.applicant_email); !once)
      return fail(once.error());
    dossier.id = insert_dossier(tx, dossier);
    move_from_draft(tx, draft.id, dossier);
    move_assistance(tx, draft.id, dossier.id);
    tenants::append_event(tx, {tenants::ActorKind::resident, dossier.applicant_name}, {"dossier", dossier.id.value},
                          "dossier.submitted", dossier.reference, now);
    work_out_silence(tx, dossier.id);
    index_case(tx, dossier.id);
    if (definition.payment) await_payment(tx, dossier, *definition.payment, now);
    call_back(tx, dossier.id, "case.sent", now);
    tell_of_infected_files(tx, tenant.identity(), texts, dossier, now);
    enqueue_receipt(tx, tenant.identity(), texts, dossier, definition, now);
    enqueue_notice_to_agents(tx, tenant.identity(), texts, dossier, now);
    return dossier;
  });
}

}  // namespace clocher::dossiers
