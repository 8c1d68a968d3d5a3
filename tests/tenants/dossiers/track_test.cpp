// A resident follows a dossier: found by code and address in any spelling, answers the town hall, withdraws.
#include "tenants/dossiers/track.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

std::string lower_with_spaces(std::string code) {
  for (char& c : code) c = c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return "  " + code + " ";
}

dossiers::Dossier read(tenants::Tenant& tenant, Id<dossiers::Dossier> id) {
  return tenant.read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id).value(); });
}

}  // namespace

TEST_CASE("a resident is found by any spelling of the code and of the address") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto dossier = sent_dossier(*tenant, world.texts(), world.now());
  std::string bare = dossier.tracking_code;
  std::erase(bare, '-');
  for (const std::string& code : {dossier.tracking_code, lower_with_spaces(dossier.tracking_code), bare}) {
    const auto found = dossiers::find_for_resident(*tenant, code, " Eloise.GARNIER@exemple.fr ");
    REQUIRE(found);
    CHECK(found->id == dossier.id);
  }
}

TEST_CASE("a wrong code, a wrong address and another commune's code get the same answer") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto dossier = sent_dossier(*tenant, world.texts(), world.now());
  const auto elsewhere = sent_dossier(*world.commune(second_insee), world.texts(), world.now());
  const auto same = [&](std::string_view code, std::string_view email) {
    const auto found = dossiers::find_for_resident(*tenant, code, email);
    REQUIRE_FALSE(found);
    CHECK(found.error().kind == ErrorKind::not_found);
    CHECK(found.error().key == "tracking.not_found");
  };
  same(elsewhere.tracking_code, "eloise.garnier@exemple.fr");
  same(dossier.tracking_code, "autre@exemple.fr");
  same(dossier.tracking_code, "");
  same("", "eloise.garnier@exemple.fr");
  same("pas un code", "eloise.garnier@exemple.fr");
}

TEST_CASE("a resident's answer makes the dossier unread and moves one that waited for it") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = sent_dossier(*tenant, world.texts(), world.now()).id;
  REQUIRE(dossiers::change_state(*tenant, world.texts(), claire, {id, State::waiting_for_resident, "Quelle année ?"},
                                 world.now()));
  REQUIRE(dossiers::mark_read(*tenant, claire, id, world.now()));
  REQUIRE(read(*tenant, id).read_at);
  const auto sent = dossiers::answer(*tenant, world.texts(), {id, "En 1984.", {}}, world.now() + 10);
  REQUIRE(sent);
  CHECK(sent->from_resident);
  CHECK(read(*tenant, id).state == State::in_progress);
  CHECK_FALSE(read(*tenant, id).read_at);
  CHECK(read(*tenant, id).updated_at == world.now() + 10);
}

TEST_CASE("a resident's answer to a dossier under study leaves its state") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = sent_dossier(*tenant, world.texts(), world.now()).id;
  REQUIRE(dossiers::answer(*tenant, world.texts(), {id, "Bonjour", {}}, world.now()));
  CHECK(read(*tenant, id).state == State::submitted);
}

TEST_CASE("a file that comes with a message belongs to that message and to that dossier only") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = sent_dossier(*tenant, world.texts(), world.now()).id;
  const auto other = sent_dossier(*tenant, world.texts(), world.now()).id;
  const http::UploadedFile upload{"piece", "livret.pdf", "application/pdf", forms::test::sample_pdf()};
  const auto sent = dossiers::answer(
      *tenant, world.texts(), {id, "Voici.", {{"piece", "livret.pdf", "application/pdf", &upload}}}, world.now());
  REQUIRE(sent);
  const auto files = tenant->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, id); });
  REQUIRE(files.size() == 1);
  CHECK(files.front().message_id == sent->id);
  CHECK(tenant->files().get(files.front().sha256) == upload.bytes);
  CHECK_FALSE(tenant->read([&](db::ReadTx& tx) { return dossiers::find_attachment(tx, other, files.front().id); }));
}

TEST_CASE("a resident withdraws until it is decided, and twice is harmless") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = sent_dossier(*tenant, world.texts(), world.now()).id;
  REQUIRE(dossiers::withdraw(*tenant, id, world.now()));
  CHECK(dossiers::withdraw(*tenant, id, world.now())->state == State::withdrawn);
  CHECK(tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", id.value}); }).size() == 2);

  const auto decided = sent_dossier(*tenant, world.texts(), world.now()).id;
  REQUIRE(dossiers::change_state(*tenant, world.texts(), claire, {decided, State::accepted, ""}, world.now()));
  const auto refused = dossiers::withdraw(*tenant, decided, world.now());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::conflict);
  CHECK(world.texts().catalogue.has(refused.error().key));
  CHECK(dossiers::withdraw(*tenant, {99}, world.now()).error().kind == ErrorKind::not_found);
}
