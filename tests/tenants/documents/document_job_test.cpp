// Documents in the background: asked for once, made, tried again, given up with a reason.
#include "tenants/documents/document_job.hpp"

#include "tenants/documents/document_kind.hpp"
#include "tenants/site/act_check.hpp"
#include "tests/tenants/site/act_world.hpp"

using namespace clocher;
using namespace clocher::tenants;
using namespace clocher::test;

namespace {

struct Office : ActWorld {
  Act act = deliberation();
  std::string printed = {};

  [[nodiscard]] DocumentJob ask() {
    return request_document(tenant, claire, act_attestation, act.id.value, now()).value();
  }
  std::optional<Instant> work(const std::string& failure = "") {
    return make_due_documents(
        tenant, world.texts(),
        [&](std::string_view html, std::string_view) -> Result<std::string> {
          printed = html;
          if (!failure.empty()) return fail(ErrorKind::unavailable, failure);
          return "%PDF-1.7 " + std::string(html);
        },
        now());
  }
  [[nodiscard]] DocumentJob found(Id<DocumentJob> id) {
    return tenant.read([&](db::ReadTx& tx) { return *find_document(tx, id); });
  }
  [[nodiscard]] bool says(std::string_view text) const { return printed.find(text) != std::string::npos; }
};

}  // namespace

TEST_CASE("a document that waits is not asked for twice, one that is made may be asked for again") {
  Office office;
  const auto first = office.ask();
  CHECK(office.ask().id == first.id);
  CHECK_FALSE(office.work());
  CHECK(office.ask().id != first.id);
}

TEST_CASE("an attestation says what was posted, since when, and that nothing is missing") {
  Office office;
  office.world.clock.advance(one_day);
  (void)check_acts(office.tenant, office.now());
  const auto job = office.ask();
  (void)office.work();
  const auto made = office.found(job.id);
  CHECK(made.state == DocumentState::made);
  CHECK(made.file_name == "attestation-deliberation-2026-41.pdf");
  CHECK(office.tenant.files().get(made.file_sha256));
  CHECK(office.says(office.act.file->sha256));
  CHECK(office.says("24 novembre 2026"));
  CHECK(office.says("1 contrôle"));
  CHECK(office.says("Aucune interruption"));
}

TEST_CASE("an attestation shows gaps as gaps") {
  Office office;
  office.world.clock.advance(4 * one_day);
  (void)office.ask();
  (void)office.work();
  CHECK(office.says("Du 25 novembre 2026 au 27 novembre 2026"));
  CHECK_FALSE(office.says("Aucune interruption"));
}

TEST_CASE("a document that fails is tried again after a minute, then five, then given up with its reason") {
  Office office;
  const auto job = office.ask();
  CHECK(office.work("pdf.failed") == office.now() + one_minute);
  CHECK(office.work() == office.now() + one_minute);  // not due yet
  office.world.clock.advance(one_minute);
  CHECK(office.work("pdf.failed") == office.now() + 5 * one_minute);
  office.world.clock.advance(5 * one_minute);
  CHECK_FALSE(office.work("pdf.too_slow"));
  const auto failed = office.found(job.id);
  CHECK(failed.state == DocumentState::failed);
  CHECK(failed.reason == "pdf.too_slow");
  REQUIRE(retry_document(office.tenant, claire, job.id, office.now()));
  CHECK_FALSE(office.work());
  CHECK(office.found(job.id).state == DocumentState::made);
  CHECK(retry_document(office.tenant, claire, job.id, office.now()).error().key == "document.not_failed");
}

TEST_CASE("an upper layer adds its kinds of documents, and a kind that nobody has fails") {
  Office office;
  const auto ask = [&] { return request_document(office.tenant, claire, "receipt_of_upper_layer", 7, office.now()).value(); };
  const DocumentKind upper{"receipt_of_upper_layer", [](Tenant&, const Texts&, std::int64_t subject, Instant) -> Result<DocumentSource> {
                             return DocumentSource{"recu-" + std::to_string(subject) + ".pdf", "<p>Reçu</p>"};
                           }};
  const Press press = [](std::string_view html, std::string_view) -> Result<std::string> { return "%PDF-1.7 " + std::string(html); };
  const auto made = ask();
  make_due_documents(office.tenant, office.world.texts(), press, office.now(), std::span(&upper, 1));
  CHECK(office.found(made.id).state == DocumentState::made);
  CHECK(office.found(made.id).file_name == "recu-7.pdf");
  const auto unknown = ask();
  make_due_documents(office.tenant, office.world.texts(), press, office.now());
  CHECK(office.found(unknown.id).reason == "document.not_found");
}
