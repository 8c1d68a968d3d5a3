// What an import changes, keeps and refuses.
#include "tests/tenants/sheets/import_world.hpp"

#include "tests/support/catch.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;
using sheets::Audience;
using sheets::ImportOutcome;

TEST_CASE("an import makes sheets of the files of a ZIP, whatever their folder") {
  ImportWorld world;
  SampleSheet sheet;
  const auto report = world.import({{"vdd/F100.xml", sheet_xml(sheet)}, {"vdd/lisez-moi.xml", "<a/>"}});
  CHECK(report.outcome == ImportOutcome::done);
  CHECK(report.added == 1);
  CHECK(report.failed == 0);
  const auto found = world.find("F100");
  REQUIRE(found);
  CHECK(found->sheet.title == "Demander un exemple");
  CHECK(found->sheet.theme == "Papiers");
  CHECK(found->sheet.trail.size() == 1);
  CHECK(found->sheet.modified_on == "2026-05-04");
  CHECK(found->sheet.origin == sheets::Origin::service_public);
  CHECK(found->sheet.imported_at == test_start);
  CHECK(xml::text_of(found->root) == "PapiersUn exemple.");
  CHECK(world.store.index()->find(Audience::particuliers, "F100") != nullptr);
  CHECK(world.store.index()->find(Audience::associations, "F100") == nullptr);
}

TEST_CASE("an import reads again only what has changed") {
  ImportWorld world;
  auto files = many_sheets(3);
  REQUIRE(world.import(files).added == 3);
  SampleSheet changed{.id = "F102", .title = "Autre titre"};
  files[1] = sheet_file(changed);
  files.push_back(sheet_file({.id = "F200"}));
  world.clock.advance(one_day);
  const auto report = world.import(files);
  CHECK(report.same == 2);
  CHECK(report.changed == 1);
  CHECK(report.added == 1);
  CHECK(world.find("F102")->sheet.title == "Autre titre");
  CHECK(world.find("F101")->sheet.imported_at == test_start);
  CHECK(world.find("F102")->sheet.imported_at == test_start + one_day);
}

TEST_CASE("a broken file keeps the old sheet, is named, and does not stop the others") {
  ImportWorld world;
  auto files = many_sheets(5);
  REQUIRE(world.import(files).failed == 0);
  files[0].second = "<Publication ID=\"F101\">";
  files[1].second = sheet_xml({.id = "F999"});
  files[2].second = "<Autre/>";
  files[3] = sheet_file({.id = "F104", .title = "Nouveau"});
  const auto report = world.import(files);
  CHECK(report.failed == 3);
  CHECK(report.changed == 1);
  CHECK(report.gone == 0);
  REQUIRE(report.failures.size() == 3);
  CHECK(report.failures[0].file == "F101.xml");
  CHECK(report.failures[0].reason == "xml.unreadable");
  CHECK(report.failures[1].reason == "sheets.other_id");
  CHECK(report.failures[2].reason == "sheets.not_a_sheet");
  CHECK(world.find("F101")->sheet.title == "Demander un exemple");
  CHECK_FALSE(world.find("F101")->sheet.gone_at);
  CHECK(world.find("F104")->sheet.title == "Nouveau");
  CHECK_FALSE(world.find("F999"));
}

TEST_CASE("a sheet that the source no longer has is marked gone, and comes back with it") {
  ImportWorld world;
  auto files = many_sheets(10);
  REQUIRE(world.import(files).added == 10);
  const auto last = files.back();
  files.pop_back();
  CHECK(world.import(files).gone == 1);
  CHECK(world.find("F110")->sheet.gone_at == test_start);
  CHECK(world.store.index()->find(Audience::particuliers, "F110") == nullptr);
  CHECK(world.import(files).gone == 0);  // not twice
  files.push_back(last);
  CHECK(world.import(files).same == 10);
  CHECK_FALSE(world.find("F110")->sheet.gone_at);
}

TEST_CASE("a source that has lost more than a fifth removes nothing unless forced") {
  ImportWorld world;
  REQUIRE(world.import(many_sheets(10)).added == 10);
  const auto report = world.import(many_sheets(7));
  CHECK(report.outcome == ImportOutcome::guarded);
  CHECK(report.kept_back == 3);
  CHECK(report.gone == 0);
  CHECK(world.store.index()->count(Audience::particuliers) == 10);
  CHECK(world.import(many_sheets(7), sheets::Force::yes).gone == 3);
  CHECK(world.store.index()->count(Audience::particuliers) == 7);
}

TEST_CASE("an empty, cut or absent source fails and removes nothing") {
  ImportWorld world;
  REQUIRE(world.import(many_sheets(3)).added == 3);
  const auto outcome_of = [&](const std::string& from) {
    const auto report = world.import(from);
    CHECK(report.outcome == ImportOutcome::failed);
    return report.failures.at(0).reason;
  };
  CHECK(outcome_of(world.zip({{"lisez-moi.txt", "rien"}})) == "sheets.nothing_found");
  const std::string path = world.zip(many_sheets(3));
  const std::string bytes = read_whole(path);
  write_file(path, bytes.substr(0, bytes.size() - 30));
  CHECK(outcome_of(path) == "zip.unreadable");
  CHECK(outcome_of(world.folder.path() + "/absent") == "sheets.no_such_source");
  CHECK(world.store.index()->count(Audience::particuliers) == 3);
}

TEST_CASE("a source of one audience does not touch the sheets of another") {
  ImportWorld world;
  REQUIRE(world.import(many_sheets(3)).added == 3);
  const auto report = world.import({sheet_file({.id = "F101", .audience = "Professionnels"})});
  CHECK(report.added == 1);
  CHECK(report.gone + report.kept_back == 0);
  CHECK(world.store.index()->count(Audience::particuliers) == 3);
  CHECK(world.store.index()->count(Audience::professionnels) == 1);
}

TEST_CASE("an import that is stopped keeps what it has, and the next one goes on") {
  ImportWorld world;
  sheets::ImportProgress progress;
  auto files = sheets::open_source(world.zip(many_sheets(120))).value();
  const auto read = files.read;
  files.read = [&](std::size_t index) {
    if (index == 60) progress.is_stopping = true;
    return read(index);
  };
  const sheets::ImportRequest request{"test", std::nullopt, sheets::Force::no};
  const auto cut = sheets::import_files(world.store, files, request, progress, world.clock);
  CHECK(cut.outcome == ImportOutcome::interrupted);
  CHECK(cut.gone == 0);
  CHECK(world.store.index()->count(Audience::particuliers) == 61);
  const auto rest = world.import(many_sheets(120));
  CHECK(rest.same == 61);
  CHECK(rest.added == 59);
}

TEST_CASE("the texts of 2020 never replace real ones unless forced, and give way to them") {
  ImportWorld world;
  const std::string folder = world.folder.path() + "/package/data/particuliers";
  const auto demonstration = [&](const std::string& id) {
    write_file(
        folder + "/" + id + ".json",
        R"({"id":")" + id + R"(","children":[{"type":"element","name":"Publication","attributes":{"ID":")" + id +
            R"("},"children":[{"type":"element","name":"dc:title","children":[{"type":"text","text":"Ancien"}]},)" +
            R"({"type":"element","name":"FilDAriane","children":[{"type":"element","name":"Niveau",)" +
            R"("attributes":{"ID":"Particuliers"}}]}]}]})");
  };
  demonstration("F101");
  demonstration("F900");
  write_file(folder + "/index.json", "[]");
  REQUIRE(world.import(world.folder.path() + "/package").added == 2);
  CHECK(world.find("F101")->sheet.origin == sheets::Origin::demonstration);
  const auto real = world.import(many_sheets(2));
  CHECK(real.changed == 1);
  CHECK(real.gone == 1);
  CHECK(world.find("F101")->sheet.origin == sheets::Origin::service_public);
  const auto back = world.import(world.folder.path() + "/package");
  CHECK(back.outcome == ImportOutcome::failed);
  CHECK(back.failures.at(0).reason == "sheets.demonstration_over_real");
  CHECK(world.find("F101")->sheet.title == "Demander un exemple");
  CHECK(world.import(world.folder.path() + "/package", sheets::Force::yes).changed == 1);
}

TEST_CASE("every import makes cached pages stale, and is remembered with its failures") {
  ImportWorld world;
  const auto before = world.store.generation();
  world.import({sheet_file({}), {"F1.xml", "<a"}});
  CHECK(world.store.generation() > before);
  const auto past = world.store.database().read(sheets::sheet_store::latest_import);
  REQUIRE(past);
  CHECK(past->outcome == "done");
  CHECK(past->report.added == 1);
  REQUIRE(past->report.failures.size() == 1);
  CHECK(past->report.failures[0].file == "F1.xml");
}

TEST_CASE("an import that a kill left running is interrupted when the file is opened again") {
  const TemporaryFolder folder;
  const ManualClock clock(test_start);
  {
    sheets::Store store(folder.path() + "/sheets.db", shipped_migrations("sheets"), clock);
    (void)store.database().write([](db::Tx& tx) { return sheets::sheet_store::begin_import(tx, "x", test_start); });
  }
  sheets::Store store(folder.path() + "/sheets.db", shipped_migrations("sheets"), clock);
  CHECK(store.database().read(sheets::sheet_store::latest_import)->outcome == "interrupted");
}
