// A commune with acts: complete ones by default, changed by the test.
#pragma once

#include "tenants/site/act.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <string>
#include <vector>

namespace clocher::test {

[[nodiscard]] inline Date day(const char* iso) { return *parse_iso_date(iso); }

[[nodiscard]] inline tenants::ActText deliberation_text(const std::string& number = "2026-41") {
  return {.number = number,
          .object = "Subvention à l’association des parents d’élèves",
          .decided_on = day("2026-11-12"),
          .subject_code = "7.5",
          .votes = tenants::ActVotes{11, 10, 8, 1, 1},
          .budget_year = "2026",
          .budget_name = "Budget principal"};
}

[[nodiscard]] inline http::UploadedFile pdf(const std::string& mark = "") {
  return {"file", "acte.pdf", "application/pdf",
          clocher::forms::test::sample_pdf() + (mark.empty() ? "" : "% " + mark + "\n")};
}

struct ActWorld {
  TenantWorld world;
  tenants::TenantHandle handle = world.commune();
  tenants::Tenant& tenant = *handle;

  [[nodiscard]] Instant now() const { return world.now(); }
  [[nodiscard]] tenants::Act draft(tenants::ActKind kind, const tenants::ActText& text, const std::string& mark = "") {
    const auto created = tenants::create_act(tenant, claire, kind, text, now());
    REQUIRE(created);
    const auto given = tenants::give_act_file(tenant, claire, created->id, pdf(mark), 1 << 20, now());
    REQUIRE(given);
    return *given;
  }
  [[nodiscard]] tenants::Act published(tenants::ActKind kind, const tenants::ActText& text,
                                       const std::string& mark = "") {
    const auto act = draft(kind, text, mark);
    const auto done = tenants::publish_act(tenant, claire, act.id, act.version, now());
    if (!done) FAIL(done.error().key << (done.error().fields.empty() ? "" : " " + done.error().fields[0].key));
    return *done;
  }
  [[nodiscard]] tenants::Act deliberation(const std::string& number = "2026-41") {
    return published(tenants::ActKind::deliberation, deliberation_text(number), number);
  }
  [[nodiscard]] tenants::Act found(Id<tenants::Act> id) {
    return *tenant.read([&](db::ReadTx& tx) { return tenants::find_act(tx, id); });
  }
  [[nodiscard]] std::string file_path(const tenants::Act& act) const {
    return world.data_dir() + "/communes/72/72213/files/" + act.file->sha256.substr(0, 2) + "/" + act.file->sha256;
  }
};

template <class T>
[[nodiscard]] std::string key_of(const Result<T>& result) {
  if (result) return "";
  return result.error().fields.empty() ? result.error().key : result.error().fields.front().key;
}

}  // namespace clocher::test
