// Many cases at once: deeds and exports.
#include "core/csv/csv.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"
#include "tenants/dossiers/case_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/dossiers/work_case.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE("a deed on many cases says beforehand what it will do, does it, and names what it could not") {
  Case one;
  const auto second = sent_dossier(*one.tenant, one.world.texts(), one.world.now()).id;
  REQUIRE(one.move(State::accepted));
  const dossiers::BulkAction refuse{"state", "refused", "Hors délai."};
  const std::vector<std::int64_t> ids = {one.id.value, second.value, 999};
  const auto plan = dossiers::plan_bulk(*one.tenant, refuse, ids);
  REQUIRE(plan);
  CHECK(plan->possible == 1);
  CHECK(plan->refused == std::vector<std::string>{one.now().reference});
  const auto job = dossiers::start_bulk(*one.tenant, claire, refuse, ids, one.world.now());
  REQUIRE(job);
  CHECK(one.now().state == State::accepted);
  dossiers::do_bulk_jobs(*one.tenant, one.world.texts(), one.world.now());
  const auto done = one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_bulk(tx, job->id).value(); });
  CHECK(done.done == 2);
  CHECK(done.finished_at);
  REQUIRE(done.refused.size() == 1);
  CHECK(done.refused.front().key == "transition.not_allowed");
  CHECK(one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, second)->state; }) == State::refused);
}

TEST_CASE("a deed on many cases needs a known action, its reason, and some cases") {
  Case one;
  const auto key = [&](const dossiers::BulkAction& action, const std::vector<std::int64_t>& ids) {
    return dossiers::plan_bulk(*one.tenant, action, ids).error().fields.at(0).key;
  };
  CHECK(key({"delete", "1"}, {1}) == "bulk.action");
  CHECK(key({"state", "lost"}, {1}) == "bulk.action");
  CHECK(key({"state", "refused"}, {1}) == "transition.reason_required");
  CHECK(key({"label", "urgent"}, {}) == "bulk.ids");
  CHECK(key({"label", "urgent"}, std::vector<std::int64_t>(1001, 1)) == "bulk.ids");
}

TEST_CASE("an export holds every answer, a row a case, and runs no formula") {
  Case one;
  REQUIRE(one.change({.labels = std::vector<std::string>{"=1+1"}}));
  const auto asked = dossiers::request_export(*one.tenant, claire, "csv", {}, one.world.now());
  REQUIRE(asked);
  dossiers::make_exports(*one.tenant, one.world.texts(), one.world.now());
  const auto made = one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_export(tx, asked->id).value(); });
  CHECK(made.state == "made");
  CHECK(made.row_count == 1);
  const std::string bytes = one.tenant->files().get(made.file_sha256).value();
  CHECK(bytes.find("\"'=1+1\"") != std::string::npos);
  CHECK(bytes.find("applicant_family_name") != std::string::npos);
  CHECK(bytes.find(one.now().tracking_code) == std::string::npos);
  CHECK(dossiers::request_export(*one.tenant, claire, "exe", {}, one.world.now()).error().fields.at(0).key ==
        "export.format");
  one.world.clock.advance(8 * one_day);
  dossiers::make_exports(*one.tenant, one.world.texts(), one.world.now());
  CHECK_FALSE(one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_export(tx, asked->id); }));
}

TEST_CASE("an .ods begins with its type and says every cell as text") {
  const std::string ods = dossiers::write_case_table({{"a"}, {"=<1>&\n2"}}, "ods");
  CHECK(ods.substr(30, 8) == "mimetype");
  CHECK(ods.find("application/vnd.oasis.opendocument.spreadsheet") == 38);
  CHECK(ods.find("<text:p>=&lt;1&gt;&amp;</text:p><text:p>2</text:p>") != std::string::npos);
  CHECK(ods.find("table:formula") == std::string::npos);
  CHECK(dossiers::write_case_table({{"a"}, {"=1"}}, "json") == R"([{"a":"=1"}])");
}
