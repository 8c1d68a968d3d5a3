// Drafts: kept at each step, found by the browser's token alone, gone when they expire.
#include "tenants/dossiers/draft.hpp"

#include "tenants/dossiers/submit.hpp"
#include "tenants/people/agent_session.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

forms::Procedure civil(tenants::Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return forms::find_procedure(tx, civil_slug); }).value();
}

std::optional<dossiers::Draft> find(tenants::Tenant& tenant, std::string_view token, Instant now) {
  const auto id = civil(tenant).id;
  return tenant.read([&](db::ReadTx& tx) { return dossiers::find_draft(tx, id, token, now); });
}

std::int64_t count_attachments(tenants::Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM attachment"); });
}

}  // namespace

TEST_CASE("a draft is found by its token and by nothing else") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = civil(*tenant).id;
  const auto started = filled_draft(*tenant, civil_slug, {{"acte", {{"act_kind", "deces"}}}}, world.now());
  const auto look = [&](Id<forms::Procedure> procedure, std::string_view token) {
    return tenant->read(
        [&](db::ReadTx& tx) { return dossiers::find_draft(tx, procedure, token, world.now()).has_value(); });
  };
  CHECK(look(id, started.token));
  CHECK_FALSE(look(id, ""));
  CHECK_FALSE(look(id, std::string(64, '0')));
  CHECK_FALSE(look({id.value + 1}, started.token));
}

TEST_CASE("the token of a draft is not in the file of the commune") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto started = filled_draft(*tenant, civil_slug, {}, world.now());
  CHECK(tenant->read([&](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM draft WHERE token_digest = ?", started.token);
  }) == 0);
}

TEST_CASE("a draft lives to the second of its expiry and saving moves it") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto started = filled_draft(*tenant, civil_slug, {{"acte", {{"act_kind", "deces"}}}}, world.now());
  CHECK(find(*tenant, started.token, world.now() + 30 * one_day - 1));
  CHECK_FALSE(find(*tenant, started.token, world.now() + 30 * one_day));
  const auto saved = dossiers::save_step(*tenant, started.draft, {started.draft.answers, {}, {}, {}, {}, {}},
                                         30 * one_day, world.now() + one_day);
  REQUIRE(saved);
  CHECK(find(*tenant, started.token, world.now() + 30 * one_day));
}

TEST_CASE("purging drops expired drafts with the rows of their files and leaves the living") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto pages = birth_certificate_answers();
  const auto old = filled_draft(*tenant, civil_slug, pages, world.now());
  world.clock.advance(one_day);
  const auto young = filled_draft(*tenant, civil_slug, pages, world.now());
  CHECK(count_attachments(*tenant) == 2);
  CHECK(dossiers::purge_drafts(*tenant, test_start + 30 * one_day) == 1);
  CHECK(count_attachments(*tenant) == 1);
  CHECK(find(*tenant, young.token, world.now()));
}

TEST_CASE("the files of one draft have a limit together, and what was kept before stays") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto started = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now());
  tenant->write_private(
      [&](db::Tx& tx) { tx.run("UPDATE attachment SET size_bytes = ?", (std::int64_t{50} << 20) - 5); });
  const http::UploadedFile upload{"piece", "une.pdf", "application/pdf", "plus de cinq octets"};
  const forms::StepReading reading{
      started.draft.answers, {}, {}, {{"piece", "une.pdf", "application/pdf", &upload}}, {}, {}};
  const auto refused = dossiers::save_step(*tenant, started.draft, reading, 30 * one_day, world.now());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "draft.too_heavy");
  CHECK(count_attachments(*tenant) == 1);
}

TEST_CASE("a discarded draft is gone with its files but a sent one cannot be discarded") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto started = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now());
  dossiers::discard_draft(*tenant, started.draft.id);
  CHECK_FALSE(find(*tenant, started.token, world.now()));
  CHECK(count_attachments(*tenant) == 0);

  const auto sent = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now());
  const auto dossier = dossiers::submit(*tenant, world.texts(), sent.draft.id, world.now());
  REQUIRE(dossier);
  dossiers::discard_draft(*tenant, sent.draft.id);
  CHECK(count_attachments(*tenant) == 1);
  const auto id = civil(*tenant).id;
  CHECK(tenant->read([&](db::ReadTx& tx) { return dossiers::find_sent(tx, id, sent.token, world.now()); }) ==
        dossier->id);
}

TEST_CASE("a step cannot be saved into a draft that was sent") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto started = filled_draft(*tenant, civil_slug, death_certificate_answers(), world.now());
  REQUIRE(dossiers::submit(*tenant, world.texts(), started.draft.id, world.now()));
  const auto saved = dossiers::save_step(*tenant, started.draft, {}, 30 * one_day, world.now());
  REQUIRE_FALSE(saved);
  CHECK(saved.error().kind == ErrorKind::conflict);
  CHECK(saved.error().key == "draft.sent");
}

TEST_CASE("a removed file leaves the draft and only a file of this draft can be removed") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto mine = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now());
  const auto other = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now());
  const auto foreign = forms::files_of(other.draft.answers).front().id;
  forms::StepReading reading;
  reading.values = mine.draft.answers;
  reading.removed_files = {foreign};
  REQUIRE(dossiers::save_step(*tenant, mine.draft, reading, one_day, world.now()));
  CHECK(count_attachments(*tenant) == 2);
  reading.removed_files = {forms::files_of(mine.draft.answers).front().id};
  REQUIRE(dossiers::save_step(*tenant, mine.draft, reading, one_day, world.now()));
  CHECK(count_attachments(*tenant) == 1);
}

TEST_CASE("a closed procedure starts no draft") {
  TenantWorld world;
  const auto tenant = world.commune();
  REQUIRE(forms::set_procedure_state(*tenant, claire, civil_slug, forms::ProcedureState::closed, world.now()));
  const auto started = dossiers::start_draft(*tenant, civil(*tenant), one_day, world.now());
  REQUIRE_FALSE(started);
  CHECK(started.error().key == "procedure.closed");
}

TEST_CASE("purging where nothing has expired makes no page of the site stale") {
  TenantWorld world;
  const auto tenant = world.commune();
  static_cast<void>(filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now()));
  const auto generation = tenant->generation();
  CHECK(dossiers::purge_drafts(*tenant, world.now()) == 0);
  CHECK(tenants::purge_sessions(*tenant, world.now()) == 0);
  CHECK(tenant->generation() == generation);
}
