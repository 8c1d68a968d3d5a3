// Going on later: a code opens its draft, from any browser, until it is sent or forgotten.
#include "tenants/dossiers/draft_code.hpp"

#include "tenants/dossiers/submit.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* secret = "a secret of thirty-two bytes here";

struct Kept {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  dossiers::StartedDraft started = filled_draft(*tenant, civil_slug, {{"acte", {{"act_kind", "deces"}}}}, world.now());

  std::string code() { return dossiers::draft_code(*tenant, started.draft.id, secret, world.now()); }
  Result<dossiers::FoundDraft> find(std::string_view code) { return dossiers::find_by_code(*tenant, code, world.now()); }
  std::optional<dossiers::Draft> of_browser(std::string_view token) {
    return tenant->read([&](db::ReadTx& tx) {
      return dossiers::find_draft(tx, started.draft.procedure_id, token, world.now());
    });
  }
  Result<void> mail(std::string_view to) {
    return dossiers::mail_code(*tenant, world.texts(), started.draft.id,
                               {to, "Copie d’acte", code(), started.draft.expires_at}, world.now());
  }
};

}  // namespace

TEST_CASE("the code of a draft is the same each time and opens it in any spelling") {
  Kept kept;
  const std::string code = kept.code();
  CHECK(kept.code() == code);
  std::string spelled = code;
  std::ranges::transform(spelled, spelled.begin(), [](char c) { return c == '-' ? ' ' : static_cast<char>(std::tolower(c)); });
  const auto found = kept.find(spelled);
  REQUIRE(found);
  CHECK(found->id == kept.started.draft.id);
  CHECK(found->procedure_slug == civil_slug);
}

TEST_CASE("two drafts, two secrets and two communes have different codes") {
  Kept kept;
  const auto other = filled_draft(*kept.tenant, civil_slug, {}, kept.world.now());
  CHECK(dossiers::draft_code(*kept.tenant, other.draft.id, secret, kept.world.now()) != kept.code());
  CHECK(dossiers::draft_code(*kept.tenant, kept.started.draft.id, "another", kept.world.now()) != kept.code());
  const auto neighbour = kept.world.commune(second_insee);
  const auto there = filled_draft(*neighbour, civil_slug, {}, kept.world.now());
  CHECK(dossiers::draft_code(*neighbour, there.draft.id, secret, kept.world.now()) != kept.code());
  CHECK_FALSE(dossiers::find_by_code(*neighbour, kept.code(), kept.world.now()));
}

TEST_CASE("a code that was never shown opens nothing, and neither does a browser's token") {
  Kept kept;
  CHECK(kept.find("K7QXM-29RTA-PW4ZN").error().key == "draft.unknown_code");
  CHECK(kept.find("").error().key == "draft.unknown_code");
  CHECK(kept.find(kept.started.token).error().key == "draft.unknown_code");
}

TEST_CASE("the code is not in the file of the commune") {
  Kept kept;
  const std::string code = kept.code();
  CHECK(kept.tenant->read(
            [&](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM draft_key WHERE digest = ?", code); }) == 0);
}

TEST_CASE("a second browser is let in and the first stays") {
  Kept kept;
  const std::string token = dossiers::let_browser_in(*kept.tenant, kept.started.draft.id, kept.world.now());
  CHECK(token != kept.started.token);
  CHECK(kept.of_browser(token)->id == kept.started.draft.id);
  CHECK(kept.of_browser(kept.started.token)->id == kept.started.draft.id);
  CHECK_FALSE(kept.of_browser(kept.code()));
}

TEST_CASE("a code opens nothing once the draft is forgotten") {
  Kept kept;
  const std::string code = kept.code();
  dossiers::discard_draft(*kept.tenant, kept.started.draft.id);
  CHECK_FALSE(kept.find(code));
  CHECK(kept.tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM draft_key"); }) == 0);
}

TEST_CASE("a code expires with its draft") {
  Kept kept;
  const std::string code = kept.code();
  kept.world.clock.advance(30 * one_day);
  CHECK_FALSE(kept.find(code));
}

TEST_CASE("the code is mailed with where to give it, three times at most") {
  Kept kept;
  CHECK(kept.mail(" ").error().fields.at(0).key == "draft.email_required");
  CHECK(kept.mail("zoe@").error().fields.at(0).key == "form.email.unreadable");
  for (int i = 0; i < 3; ++i) CHECK(kept.mail("zoe@exemple.fr"));
  CHECK(kept.mail("zoe@exemple.fr").error().fields.at(0).key == "draft.mailed_enough");
  const auto mails = kept.tenant->read([](db::ReadTx& tx) { return tenants::list_outbox(tx, ""); });
  REQUIRE(mails.size() == 3);
  CHECK(mails[0].recipient == "zoe@exemple.fr");
  CHECK(mails[0].body.find(kept.code()) != std::string::npos);
  CHECK(mails[0].body.find("/reprendre") != std::string::npos);
}
