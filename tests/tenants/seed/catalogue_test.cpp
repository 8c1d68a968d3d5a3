// The catalogue of procedures reaches communes, new and old, without overwriting what they wrote.
#include "tenants/dossiers/draft.hpp"
#include "tenants/dossiers/procedure_check.hpp"
#include "tenants/forms/procedure_test_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::test;

namespace {

const tenants::Actor claire{tenants::ActorKind::agent, "Claire Morel"};

Procedure find(tenants::Tenant& tenant, std::string_view slug) {
  auto found = tenant.read([&](db::ReadTx& tx) { return find_procedure(tx, slug); });
  REQUIRE(found);
  return *found;
}

std::string text_of(tenants::Tenant& tenant, const Procedure& procedure) {
  return tenant.read([&](db::ReadTx& tx) { return read_definition_text(tx, procedure.id, procedure.revision); });
}

std::vector<Procedure> shown(tenants::Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return list_procedures(tx); });
}

}  // namespace

TEST_CASE("a new commune has the whole catalogue, a few of it open and the rest as models") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto all = tenant->read([](db::ReadTx& tx) { return list_all_procedures(tx); });
  CHECK(all.size() == 22);
  CHECK(shown(*tenant).size() == 7);
  for (const Procedure& procedure : shown(*tenant)) CHECK(procedure.state == ProcedureState::open);
  CHECK(find(*tenant, "location-de-salle").state == ProcedureState::model);
}

TEST_CASE("residents cannot start a model, and it is open in one move") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto model = find(*tenant, "location-de-salle");
  CHECK(dossiers::start_draft(*tenant, model, one_day, world.now()).error().key == "procedure.closed");
  REQUIRE(set_procedure_state(*tenant, claire, "location-de-salle", ProcedureState::open, world.now()));
  CHECK(dossiers::start_draft(*tenant, find(*tenant, "location-de-salle"), one_day, world.now()));
  CHECK(shown(*tenant).size() == 8);
}

TEST_CASE("a closed procedure is shown, one put back among the models is not") {
  TenantWorld world;
  const auto tenant = world.commune();
  REQUIRE(set_procedure_state(*tenant, claire, "contacter-la-mairie", ProcedureState::closed, world.now()));
  CHECK(find(*tenant, "contacter-la-mairie").state == ProcedureState::closed);
  CHECK(shown(*tenant).size() == 7);
  REQUIRE(set_procedure_state(*tenant, claire, "contacter-la-mairie", ProcedureState::model, world.now()));
  CHECK(find(*tenant, "contacter-la-mairie").state == ProcedureState::model);
  CHECK(shown(*tenant).size() == 6);
}

TEST_CASE("sowing again writes nothing") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto generation = tenant->generation();
  CHECK(world.seed().sow_procedures(*tenant, world.now()) == 0);
  CHECK(tenant->generation() == generation);
}

TEST_CASE("a newer text of the catalogue replaces the older one where the commune changed nothing") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto before = find(*tenant, "contacter-la-mairie");
  const std::string catalogue = text_of(*tenant, before);
  const auto definition = *parse_definition(catalogue);
  tenant->write([&](db::Tx& tx) {
    CHECK(sow_definition(tx, definition, catalogue + " ", ProcedureState::model, world.now()));
    CHECK_FALSE(sow_definition(tx, definition, catalogue + " ", ProcedureState::model, world.now()));
  });
  const auto after = find(*tenant, "contacter-la-mairie");
  CHECK(after.revision == before.revision + 1);
  CHECK(after.state == ProcedureState::open);
  CHECK(world.seed().sow_procedures(*tenant, world.now()) == 1);
  CHECK(text_of(*tenant, find(*tenant, "contacter-la-mairie")) == catalogue);
}

TEST_CASE("what a commune wrote itself is never overwritten by the catalogue") {
  TenantWorld world;
  const auto tenant = world.commune();
  const std::string catalogue = text_of(*tenant, find(*tenant, "contacter-la-mairie"));
  tenant->write([&](db::Tx& tx) { publish_definition(tx, *parse_definition(catalogue), catalogue + "\n", world.now()); });
  const auto own = find(*tenant, "contacter-la-mairie");
  CHECK(world.seed().sow_procedures(*tenant, world.now()) == 0);
  CHECK(find(*tenant, "contacter-la-mairie").revision == own.revision);
}

TEST_CASE("a space of an intercommunality gets no procedure") {
  TenantWorld world;
  REQUIRE(tenants::open_epci_space(world.provisioning(), "200072692", ""));
  const auto space = world.registry().open("200072692");
  REQUIRE(space);
  CHECK(world.seed().sow_procedures(**space, world.now()) == 0);
}

TEST_CASE("tests are played once for each revision and each version of the program, and a failure is counted") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto migrations = shipped_migrations("commune");
  const tenants::Texts texts = world.texts();
  dossiers::Rehearsal rehearsal(texts, migrations);
  CHECK(dossiers::check_procedures(*tenant, rehearsal, texts, "1.0", world.now()) == 0);
  const auto procedure = find(*tenant, "contacter-la-mairie");
  const auto run_of = [&] { return tenant->read([](db::ReadTx& tx) { return test_runs(tx); }).at(procedure.id.value); };
  CHECK(run_of().tests >= 3);
  // As if that version had found a failure: it is not played again, another version plays it again.
  tenant->write_private([&](db::Tx& tx) { keep_test_run(tx, procedure.id, {procedure.revision, "1.0", 3, 1, "Faute"}, world.now()); });
  CHECK(dossiers::check_procedures(*tenant, rehearsal, texts, "1.0", world.now()) == 1);
  CHECK(dossiers::check_procedures(*tenant, rehearsal, texts, "1.1", world.now()) == 0);
  CHECK(run_of().program == "1.1");
}
