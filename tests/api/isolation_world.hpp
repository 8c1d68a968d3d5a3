// Two communes, A and B: everything that can be planted in one is planted in B with a marker, and A's agent is signed in.
#pragma once

#include "tenants/documents/document_job.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/track.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory_import.hpp"
#include "tenants/site/feedback.hpp"
#include "tenants/site/media_variants.hpp"
#include "tenants/site/section.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/planted_money.hpp"
#include "tests/support/planted_desk.hpp"
#include "tests/support/planted_work.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace clocher::test {

inline constexpr const char* canary = "Canari-Zq7";

// Everything that can be planted in a commune, with the marker in every text. Ids of B go beyond those of A.
struct Planted {
  Id<tenants::Act> act;
  Id<tenants::DocumentJob> document;
  Id<dossiers::Dossier> dossier;
  Id<tenants::Content> content;
  Id<tenants::DirectoryEntry> directory_entry;
  std::int64_t directory_import = 0, section = 0, attachment = 0, outbox = 0, feedback = 0;
  PlantedWork work;
  PlantedMoney money;
  PlantedDesk desk;
  tenants::Media media;
  std::string image_name;
  std::string feedback_key;
  std::string tracking_code;
  std::string suivi_cookie;
  std::string draft_name, draft_cookie;
};

inline std::vector<PageAnswers> marked_answers() {
  auto pages = with(birth_certificate_answers(), {{"person_birth_name", canary},
                                                  {"person_given_names", canary},
                                                  {"parent_1_name", canary},
                                                  {"applicant_family_name", canary},
                                                  {"applicant_email", "canari-zq7@exemple.fr"},
                                                  {"request_message", canary}});
  pages[5].files.front().name = std::string(canary) + ".pdf";
  return pages;
}

class Isolation {
 public:
  TestPlatform platform;
  Browser a{platform, mulsanne};
  Planted b;

  Isolation() {
    make_agent(*platform.tenant(mulsanne), platform.now());
    sign_in(a);
    plant();
  }

 private:
  void plant_directory(tenants::Tenant& tenant) {
    tenants::DirectoryText text{.name = canary, .category = canary, .description = canary, .address = canary};
    for (int i = 0; i < 3; ++i) {
      const auto entry =
          tenants::create_entry(tenant, claire, tenants::DirectoryKind::associations, text, platform.now());
      REQUIRE(entry);
      b.directory_entry = entry->id;
    }
    const std::string file = "Nom\n" + std::string(canary) + " importé\n";
    const auto import = tenants::run_import(
        tenant, claire, {tenants::DirectoryKind::lieux, std::string(canary) + ".csv", file}, platform.now());
    REQUIRE(import);
    b.directory_import = import->id.value;
  }

  void plant() {
    const auto tenant = platform.tenant(saint_maixent);
    Browser resident(platform, saint_maixent);
    make_agent(*tenant, platform.now());
    // Several of each, so that their ids go beyond what A has.
    for (int i = 0; i < 3; ++i)
      b.dossier = sent_dossier(*tenant, platform.texts(), platform.now(), marked_answers()).id;
    REQUIRE(dossiers::reply(*tenant, platform.texts(), claire, b.dossier, canary, platform.now()));
    REQUIRE(dossiers::answer(*tenant, platform.texts(), {b.dossier, canary, {}}, platform.now()));
    auto content = tenants::create_content(*tenant, claire, {tenants::ContentKind::news, "", {canary, canary, canary}},
                                           platform.now());
    REQUIRE(content);
    b.content = content->id;
    b.section = tenants::create_section(*tenant, claire, {canary, canary}, {}, platform.now())->id.value;
    REQUIRE(tenants::publish(*tenant, claire, b.content, 1, platform.now()));
    const json::Object on_fifth{{"starts", "2026-12-05T18:00"}, {"place", canary}};
    REQUIRE(tenants::create_published(
        *tenant, claire, {tenants::ContentKind::event, "", {canary, canary, canary, {}, on_fifth}}, platform.now()));
    plant_directory(*tenant);
    b.desk = plant_desk(*tenant, platform.texts(), canary, platform.now());
    b.work = plant_work(*tenant, platform.texts(), b.dossier, canary, platform.now());
    b.money = plant_money(*tenant, canary, platform.now());
    b.feedback_key =
        tenants::give_verdict(*tenant, "/canari-zq7", tenants::Verdict::not_useful, platform.now()).value();
    REQUIRE(tenants::explain_verdict(*tenant, b.feedback_key, "other", canary, platform.now()));
    b.media =
        tenants::add_media(*tenant, claire, {"file", "canari-zq7.jpg", "", jpeg_image(40, 30)}, {}, platform.now())
            .value();
    tenant->read([&](db::ReadTx& tx) {
      b.image_name = tenants::variant_name(tenants::variants_of(tx, b.media.id).front());
      b.attachment = dossiers::attachments_of(tx, b.dossier).front().id.value;
      b.outbox = tx.number("SELECT MAX(id) FROM outbox");
      b.feedback = tx.number("SELECT MAX(id) FROM page_feedback");
      b.tracking_code = dossiers::find_dossier(tx, b.dossier)->tracking_code;
    });
    resident.post("/suivi", {{"code", b.tracking_code}, {"courriel", "canari-zq7@exemple.fr"}});
    REQUIRE(resident.last().status == 303);
    b.suivi_cookie = resident.cookies.at("suivi");
    auto unfinished = marked_answers();
    unfinished.resize(4);
    fill(resident, civil_slug, unfinished);
    for (const auto& [name, value] : resident.cookies)
      if (name.starts_with("demarche-")) std::tie(b.draft_name, b.draft_cookie) = std::tie(name, value);
  }
};

}  // namespace clocher::test
