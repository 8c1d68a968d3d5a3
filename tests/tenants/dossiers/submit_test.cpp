// From a draft to a dossier: one transaction, harmless twice, nothing of what was hidden.
#include "tenants/dossiers/submit.hpp"

#include "core/security/token.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <set>

using namespace clocher;
using namespace clocher::test;

namespace {

std::int64_t count_dossiers(tenants::Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier"); });
}

std::int64_t count_mails(tenants::Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM outbox"); });
}

}  // namespace

TEST_CASE("a submitted dossier holds its answers, its files, its journal line and its receipt") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto dossier = sent_dossier(*tenant, world.texts(), world.now(), birth_certificate_answers());
  const auto kept = tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, dossier.id); });
  REQUIRE(kept);
  CHECK(kept->reference == "2026-00001");
  CHECK(kept->state == dossiers::State::submitted);
  CHECK(kept->applicant_name == "Éloïse Garnier");
  CHECK(kept->applicant_email == "eloise.garnier@exemple.fr");
  CHECK(kept->submitted_at == test_start);
  CHECK_FALSE(kept->read_at);
  CHECK(security::normalize_code(kept->tracking_code) == kept->tracking_code);
  CHECK(tenant->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, dossier.id); }).size() == 1);
  const auto events = tenant->read([&](db::ReadTx& tx) {
    return tenants::events_of(tx, {"dossier", dossier.id.value});
  });
  REQUIRE(events.size() == 1);
  CHECK(events.front().verb == "dossier.submitted");
  CHECK(events.front().actor_kind == "resident");
  CHECK(count_mails(*tenant) == 1);
}

TEST_CASE("submitting twice gives the same dossier and one receipt") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto draft = filled_draft(*tenant, civil_slug, death_certificate_answers(), world.now()).draft.id;
  const auto first = dossiers::submit(*tenant, world.texts(), draft, world.now());
  const auto second = dossiers::submit(*tenant, world.texts(), draft, world.now() + 5);
  REQUIRE((first && second));
  CHECK(first->id == second->id);
  CHECK(first->tracking_code == second->tracking_code);
  CHECK(count_dossiers(*tenant) == 1);
  CHECK(count_mails(*tenant) == 1);
}

TEST_CASE("an incomplete draft is refused with the step to complete and makes nothing") {
  TenantWorld world;
  const auto tenant = world.commune();
  auto pages = death_certificate_answers();
  pages.erase(pages.begin() + 2);  // who asks
  const auto draft = filled_draft(*tenant, civil_slug, pages, world.now()).draft.id;
  const auto refused = dossiers::submit(*tenant, world.texts(), draft, world.now());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "draft.incomplete");
  CHECK(refused.error().arguments.at("step") == "vous");
  CHECK(count_dossiers(*tenant) == 0);
  CHECK(count_mails(*tenant) == 0);
}

TEST_CASE("a closed procedure refuses to send, and the same draft is sent once it is open again") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto draft = filled_draft(*tenant, civil_slug, death_certificate_answers(), world.now()).draft.id;
  REQUIRE(forms::set_procedure_state(*tenant, claire, civil_slug, forms::ProcedureState::closed, world.now()));
  const auto refused = dossiers::submit(*tenant, world.texts(), draft, world.now());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::conflict);
  CHECK(refused.error().key == "procedure.closed");
  REQUIRE(forms::set_procedure_state(*tenant, claire, civil_slug, forms::ProcedureState::open, world.now()));
  CHECK(dossiers::submit(*tenant, world.texts(), draft, world.now()));
}

TEST_CASE("a draft that is gone cannot be sent") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto refused = dossiers::submit(*tenant, world.texts(), {99}, world.now());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "draft.gone");
}

TEST_CASE("references follow each other without gap and start again with the local year") {
  TenantWorld world;
  const auto tenant = world.commune();
  const Instant eve{1798757999};  // 31 December 2026, 23 h 59 in France
  CHECK(sent_dossier(*tenant, world.texts(), eve).reference == "2026-00001");
  const auto refused =
      dossiers::submit(*tenant, world.texts(), filled_draft(*tenant, civil_slug, {}, eve).draft.id, eve);
  CHECK_FALSE(refused);
  CHECK(sent_dossier(*tenant, world.texts(), eve).reference == "2026-00002");
  CHECK(sent_dossier(*tenant, world.texts(), eve + 1).reference == "2027-00001");
}

TEST_CASE("two communes count their references apart") {
  TenantWorld world;
  CHECK(sent_dossier(*world.commune(first_insee), world.texts(), world.now()).reference == "2026-00001");
  CHECK(sent_dossier(*world.commune(second_insee), world.texts(), world.now()).reference == "2026-00001");
}

TEST_CASE("answers of steps that no longer show are not submitted") {
  TenantWorld world;
  const auto tenant = world.commune();
  auto pages = birth_certificate_answers();
  for (const auto& page : death_certificate_answers()) pages.push_back(page);  // changes one's mind
  const auto dossier = sent_dossier(*tenant, world.texts(), world.now(), pages);
  const auto kept = tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, dossier.id); })->answers;
  for (const char* hidden : {"copy_kind", "relation", "identity_document", "person_birth_date", "parent_1_name"}) {
    INFO(hidden);
    CHECK_FALSE(kept.contains(hidden));
  }
}

TEST_CASE("a file of a step that no longer shows does not travel with the dossier") {
  TenantWorld world;
  const auto tenant = world.commune();
  auto pages = birth_certificate_answers();
  for (const auto& page : death_certificate_answers()) pages.push_back(page);
  const auto dossier = sent_dossier(*tenant, world.texts(), world.now(), pages);
  CHECK(tenant->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, dossier.id); }).empty());
}

TEST_CASE("a dossier keeps the revision of the procedure it was filled with") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto draft = filled_draft(*tenant, civil_slug, death_certificate_answers(), world.now());
  tenant->write([&](db::Tx& tx) {
    auto definition = forms::read_definition(tx, draft.draft.procedure_id, 1);
    definition.title = "Nouveau titre";
    const auto text = tx.one("SELECT definition FROM procedure_revision WHERE number = 1 ORDER BY procedure_id",
                             [](const db::Row& row) { return row.text(0); });
    forms::publish_definition(tx, definition, *text + " ", world.now());
  });
  const auto dossier = dossiers::submit(*tenant, world.texts(), draft.draft.id, world.now());
  REQUIRE(dossier);
  CHECK(dossier->procedure_revision == 1);
  CHECK(tenant->read([&](db::ReadTx& tx) { return forms::find_procedure(tx, civil_slug)->revision; }) == 2);
  CHECK(tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, dossier->id)->procedure_title; }) !=
        "Nouveau titre");
}

TEST_CASE("an applicant's name stays on one line in the inbox") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto pages = with(death_certificate_answers(), {{"applicant_family_name", "Garnier\r\nBcc: x@y.fr"}});
  CHECK(sent_dossier(*tenant, world.texts(), world.now(), pages).applicant_name.find_first_of("\r\n") ==
        std::string::npos);
}

TEST_CASE("tracking codes do not repeat") {
  std::set<std::string> codes;
  for (int i = 0; i < 1000; ++i) codes.insert(security::tracking_code());
  CHECK(codes.size() == 1000);
}

TEST_CASE("the browser that sent a request finds it again for two hours, not the next day") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto draft = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now());
  REQUIRE(dossiers::submit(*tenant, world.texts(), draft.draft.id, world.now()));
  const auto finds_at = [&](Instant now) {
    return tenant
        ->read([&](db::ReadTx& tx) { return dossiers::find_sent(tx, draft.draft.procedure_id, draft.token, now); })
        .has_value();
  };
  CHECK(finds_at(world.now() + 2 * one_hour - 1));
  CHECK_FALSE(finds_at(world.now() + 2 * one_hour));
}
