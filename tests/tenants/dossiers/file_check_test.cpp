// A file is held until the antivirus has seen it; a virus is deleted and said.
#include "tenants/dossiers/file_check.hpp"

#include "tenants/dossiers/submit.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::dossiers;

namespace {

Result<outbound::ScanAnswer> clean(std::string_view) { return outbound::ScanAnswer{}; }
Result<outbound::ScanAnswer> infected(std::string_view) { return outbound::ScanAnswer{"Eicar"}; }
Result<outbound::ScanAnswer> away(std::string_view) {
  return fail(ErrorKind::unavailable, "scan.unreachable", {{"reason", "refus"}});
}

struct Held {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  Dossier dossier = sent_dossier(*tenant, world.texts(), world.now(), birth_certificate_answers());
  Attachment file = tenant->read([&](db::ReadTx& tx) { return attachments_of(tx, dossier.id).at(0); });

  tenants::Visit check(const Scan& scan) { return check_due_files(*tenant, world.texts(), scan, world.now()); }
  FileState state() {
    return tenant->read([&](db::ReadTx& tx) { return file_state(tx, file.id); });
  }
  std::vector<FileCheck> late() {
    return tenant->read([](db::ReadTx& tx) { return late_checks(tx); });
  }
  std::vector<tenants::OutboxItem> mails() {
    return tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, world.now(), 100); });
  }
};

}  // namespace

TEST_CASE("a file waits from its arrival, and is given as it is where no antivirus is set up") {
  Held one;
  CHECK(one.state() == FileState::waiting);
  CHECK(seen_as(one.state(), Antivirus::present) == FileState::waiting);
  CHECK(seen_as(one.state(), Antivirus::absent) == FileState::clean);
  CHECK(seen_as(FileState::infected, Antivirus::absent) == FileState::infected);
}

TEST_CASE("a clean file is free, and is not asked about again") {
  Held one;
  CHECK_FALSE(one.check(clean).next_due);
  CHECK(one.state() == FileState::clean);
  static_cast<void>(one.check(infected));
  CHECK(one.state() == FileState::clean);
}

TEST_CASE("a virus is deleted from the disk, and the resident and the journal are told once") {
  Held one;
  const auto before = one.mails().size();
  static_cast<void>(one.check(infected));
  static_cast<void>(one.check(infected));
  CHECK(one.state() == FileState::infected);
  CHECK_FALSE(one.tenant->files().holds(one.file.sha256));
  const auto mails = one.mails();
  REQUIRE(mails.size() == before + 1);
  CHECK(mails.back().recipient == one.dossier.applicant_email);
  CHECK(mails.back().body.find(one.file.name) != std::string::npos);
  CHECK(mails.back().body.find(one.dossier.tracking_code) == std::string::npos);
  const auto events =
      one.tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", one.dossier.id.value}); });
  CHECK(events.back().verb == "dossier.file_infected");
}

TEST_CASE("while the antivirus is away the file stays held and is asked about again, visibly") {
  Held one;
  const auto visit = one.check(away);
  CHECK(visit.peer_is_away);
  CHECK(visit.next_due == one.world.now() + 60);
  CHECK(one.state() == FileState::waiting);
  REQUIRE(one.late().size() == 1);
  CHECK(one.late().front().reference == one.dossier.reference);
  CHECK(one.late().front().last_error == "L’antivirus ne répond pas (refus).");
  for (int i = 0; i < 50; ++i) {
    one.world.clock.advance(300);
    static_cast<void>(one.check(away));
  }
  CHECK(one.state() == FileState::waiting);  // never given up
  one.world.clock.advance(300);
  static_cast<void>(one.check(clean));
  CHECK(one.state() == FileState::clean);
  CHECK(one.late().empty());
}

TEST_CASE("an agent asks at once again, of a file that waits only") {
  Held one;
  static_cast<void>(one.check(away));
  const auto again = [&] {
    return one.tenant->write([&](db::Tx& tx) { return check_again(tx, one.file.id, one.world.now()); });
  };
  REQUIRE(again());
  static_cast<void>(one.check(clean));
  CHECK(one.state() == FileState::clean);
  CHECK_FALSE(again());
}

TEST_CASE("a virus found in a draft is told when the draft is sent") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto draft = filled_draft(*tenant, civil_slug, birth_certificate_answers(), world.now()).draft;
  static_cast<void>(check_due_files(*tenant, world.texts(), infected, world.now()));
  const auto count = [&] {
    const auto items = tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, world.now(), 100); });
    return std::ranges::count_if(items, [](const auto& mail) { return mail.subject.find("supprimé") != std::string::npos; });
  };
  CHECK(count() == 0);
  REQUIRE(submit(*tenant, world.texts(), draft.id, world.now()));
  CHECK(count() == 1);
}
