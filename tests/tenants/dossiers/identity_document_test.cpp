// Identity documents: marked when they arrive, gone when the case is decided.
#include "tenants/dossiers/identity_document.hpp"

#include "tenants/dossiers/draft.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/tenants/forms/forms_support.hpp"

using namespace clocher;
using namespace clocher::test;
using forms::test::french;

namespace {

const forms::Definition& definition() {
  static const forms::Definition made = forms::test::procedure(R"({"id": "papers", "title": "Papiers", "fields": [
    {"id": "card", "type": "identity", "label": "Pièce", "required": true},
    {"id": "bill", "type": "file", "label": "Facture", "required": false}]})");
  return made;
}

forms::StepReading reading_of(const http::Form& form) {
  return forms::read_step(definition(), definition().steps[0], form, {}, forms::test::today);
}

// A case with an identity document and another file, straight into the tables.
Id<dossiers::Dossier> stored_case(db::Tx& tx) {
  const Id<dossiers::Dossier> id{tx.insert(
      "INSERT INTO dossier (reference, tracking_code, procedure_id, procedure_revision, state, applicant_name, "
      "applicant_email, search_text, answers, submitted_at, updated_at) SELECT '2026-09999', 'X', id, "
      "current_revision, 'submitted', 'Anne', 'a@exemple.fr', '', "
      "'{\"card\":[{\"id\":901,\"name\":\"carte.jpg\",\"size_bytes\":3,\"content_type\":\"image/jpeg\"}],"
      "\"bill\":[{\"id\":902,\"name\":\"facture.pdf\",\"size_bytes\":3,\"content_type\":\"application/pdf\"}]}', 1, 1 "
      "FROM procedure ORDER BY id LIMIT 1")};
  for (const auto& [file, is_identity] : {std::pair{901, 1}, {902, 0}}) {
    tx.run(
        "INSERT INTO attachment (id, dossier_id, field, name, content_type, size_bytes, sha256, is_identity, created_at) "
        "VALUES (?, ?, 'f', 'n', 't', 3, 'aa', ?, 1)",
        file, id, is_identity);
  }
  return id;
}

}  // namespace

TEST_CASE("the picture of an identity document is marked, other files stay as they are") {
  http::Form form;
  form.add_file({"card", "carte.png", "image/png", png_image(400, 300)});
  form.add_file({"bill", "facture.png", "image/png", png_image(400, 300)});
  forms::StepReading reading = reading_of(form);
  REQUIRE(reading.files.size() == 2);
  const std::string before = reading.files[0].bytes();
  const std::string bill = reading.files[1].bytes();
  dossiers::mark_identity_documents(definition(), reading, "Remis à la mairie & au <CCAS>\nCopie d’acte");
  REQUIRE(reading.is_complete());
  CHECK(reading.files[0].bytes() != before);
  CHECK(reading.files[0].name == "carte.jpg");
  CHECK(reading.files[0].content_type == "image/jpeg");
  CHECK(image_size(reading.files[0].bytes()) == std::pair{400, 300});
  CHECK(reading.files[1].bytes() == bill);
}

TEST_CASE("the decision of the town hall deletes identity documents, being looked into does not") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = tenant->write_private([](db::Tx& tx) { return stored_case(tx); });
  const auto count = [&] { return tenant->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, id).size(); }); };
  REQUIRE(dossiers::change_state(*tenant, world.texts(), claire, {id, dossiers::State::in_progress, ""}, world.now()));
  CHECK(count() == 2);
  const auto accepted =
      dossiers::change_state(*tenant, world.texts(), claire, {id, dossiers::State::accepted, ""}, world.now());
  REQUIRE(accepted);
  CHECK(count() == 1);
  CHECK(forms::files_of(accepted->answers, "card").at(0).is_deleted);
}

TEST_CASE("a decided case keeps the name of its identity documents, not the documents") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = tenant->write_private([](db::Tx& tx) { return stored_case(tx); });
  CHECK(tenant->write_private([&](db::Tx& tx) { return dossiers::forget_identity_documents(tx, id); }) == 1);
  const auto kept = tenant->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, id); });
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].id.value == 902);
  const auto dossier = tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id); });
  REQUIRE(dossier);
  CHECK(forms::files_of(dossier->answers, "card").at(0).is_deleted);
  CHECK_FALSE(forms::files_of(dossier->answers, "bill").at(0).is_deleted);
  CHECK(tenant->write_private([&](db::Tx& tx) { return dossiers::forget_identity_documents(tx, id); }) == 0);
}
