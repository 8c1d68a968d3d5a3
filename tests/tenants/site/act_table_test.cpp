// The export of deliberations against the constraints of SCDL; publicity settings; reminders of the law.
#include "tenants/site/act_table.hpp"

#include "core/base/text.hpp"
#include "tenants/site/act_deadlines.hpp"
#include "tests/tenants/site/act_world.hpp"

#include <regex>

using namespace clocher;
using namespace clocher::tenants;
using namespace clocher::test;

namespace {

constexpr const char* siret = "21720213600013";

// RFC 4180.
std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      rows.back().back() += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\n')
      rows.push_back({""});
    else if (quoted || c != '\r')
      rows.back().back() += c;
  }
  rows.pop_back();
  return rows;
}

// interfaces §5.1, the schema's columns in order.
struct Column {
  const char* name;
  const char* pattern;  // of a value that is there
  bool is_required;
};
constexpr const char* a_date = R"(\d{4}-\d{2}-\d{2})";
constexpr const char* a_count = R"(\d+)";
const std::vector<Column> schema = {{"COLL_NOM", ".+", true},
                                    {"COLL_SIRET", R"(\d{14})", true},
                                    {"DELIB_ID", ".+", true},
                                    {"DELIB_DATE", a_date, true},
                                    {"DELIB_MATIERE_CODE", R"(\d\.\d{1,2})", true},
                                    {"DELIB_MATIERE_NOM", "[^/]+[^/ ]/[^/ ][^/]*", true},
                                    {"DELIB_OBJET", ".+", true},
                                    {"BUDGET_ANNEE", R"([0-9]{4}(/[0-9]{4})?)", false},
                                    {"BUDGET_NOM", ".+", false},
                                    {"PREF_ID", ".+", false},
                                    {"PREF_DATE", a_date, false},
                                    {"VOTE_EFFECTIF", a_count, false},
                                    {"VOTE_REEL", a_count, false},
                                    {"VOTE_POUR", a_count, false},
                                    {"VOTE_CONTRE", a_count, false},
                                    {"VOTE_ABSTENTION", a_count, false},
                                    {"DELIB_URL", "https?://.+", false}};

void check_row(const std::vector<std::string>& row) {
  REQUIRE(row.size() == schema.size());
  for (std::size_t i = 0; i < schema.size(); ++i) {
    INFO(schema[i].name << " = " << row[i]);
    if (schema[i].is_required) CHECK_FALSE(row[i].empty());
    if (!row[i].empty()) CHECK(std::regex_match(row[i], std::regex(schema[i].pattern)));
    CHECK(std::string_view("=+-@").find(row[i].empty() ? 'x' : row[i].front()) == std::string_view::npos);
  }
  CHECK(row[7].empty() == row[8].empty());
  if (!row[10].empty()) CHECK(row[10] >= row[3]);
  for (int i = 12; i <= 15; ++i) CHECK(row[static_cast<std::size_t>(i)].empty() == row[11].empty());
  if (row[11].empty()) return;
  CHECK(std::stoi(row[12]) == std::stoi(row[13]) + std::stoi(row[14]) + std::stoi(row[15]));
  CHECK(std::stoi(row[11]) >= std::stoi(row[12]));
}

std::vector<std::vector<std::string>> exported(ActWorld& acts) {
  const auto all = acts.tenant.read([](db::ReadTx& tx) { return list_acts(tx, {}); });
  return parse_csv(deliberations_csv(all, "Mulsanne", siret, "https://mulsanne.example"));
}

ActSettings settings(Publicity publicity) {
  return {
      .publicity = publicity, .chosen_by = "2026-12", .chosen_on = day("2026-03-03"), .place = "Panneau de la mairie"};
}

std::vector<std::string> reminders(ActWorld& acts) {
  std::vector<std::string> list;
  for (const auto& due : acts.tenant.read([&](db::ReadTx& tx) { return overdue_publications(tx, acts.now()); }))
    list.push_back(std::string(to_string(due.kind)) + " " + to_iso(due.meeting) + " " + to_iso(due.deadline) +
                   (due.is_late ? " late" : ""));
  return list;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the export of deliberations follows the schema of SCDL, whatever was left out") {
  ActWorld acts;
  (void)acts.deliberation();
  ActText bare{.number = "2026-42",
               .object = "Motion, \"pour la poste\"",
               .decided_on = day("2026-11-12"),
               .subject_code = "9.4"};
  (void)acts.published(ActKind::deliberation, bare);
  ActText full = deliberation_text("2026-43");
  full.prefecture_id = "072-217202136-20261112";
  full.prefecture_on = day("2026-11-13");
  full.budget_year = "2026/2027";
  (void)acts.published(ActKind::deliberation, full);
  const auto rows = exported(acts);
  REQUIRE(rows.size() == 4);
  for (std::size_t i = 0; i < schema.size(); ++i) CHECK(rows[0][i] == schema[i].name);
  for (std::size_t i = 1; i < rows.size(); ++i) check_row(rows[i]);
  CHECK(rows[2][6] == "Motion, \"pour la poste\"");
}

TEST_CASE("a text that a spreadsheet would run is disarmed in the export") {
  ActWorld acts;
  for (const char* start : {"=", "+", "-", "@"}) {
    ActText text = deliberation_text(std::string("F") + std::to_string(static_cast<int>(start[0])));
    text.object = std::string(start) + "HYPERLINK(\"http://mal.example\")";
    text.budget_name = std::string(start) + "1";
    (void)acts.published(ActKind::deliberation, text);
  }
  const auto rows = exported(acts);
  REQUIRE(rows.size() == 5);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    check_row(rows[i]);
    CHECK(rows[i][6].front() == '\'');
  }
}

TEST_CASE("drafts, other kinds and replaced deliberations are not exported") {
  ActWorld acts;
  const Act wrong = acts.deliberation();
  (void)acts.draft(ActKind::deliberation, deliberation_text("2026-50"));
  (void)acts.published(ActKind::autre, {.object = "Autre", .decided_on = day("2026-11-12")});
  const auto draft = start_replacement(acts.tenant, claire, wrong.id, acts.now());
  const auto given = give_act_file(acts.tenant, claire, draft->id, pdf("x"), 1 << 20, acts.now());
  REQUIRE(publish_act(acts.tenant, claire, draft->id, given->version, acts.now()));
  const auto rows = exported(acts);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1][16] == "https://mulsanne.example/actes/deliberation-2026-41-2");
}

TEST_CASE("a SIRET has 14 digits, a right sum and begins with the commune's SIREN") {
  ActWorld acts;
  const std::string siren = acts.tenant.read([](db::ReadTx& tx) { return read_profile(tx).siren; });
  std::string good;
  for (int nic = 10; good.empty(); ++nic) {
    const std::string candidate = siren + "000" + std::to_string(nic);
    if (is_siret(candidate)) good = candidate;
  }
  std::string wrong_sum = good;
  wrong_sum.back() = wrong_sum.back() == '9' ? '0' : static_cast<char>(wrong_sum.back() + 1);
  const auto save = [&](const std::string& text) {
    return save_act_settings(acts.tenant, claire, {.siret = text}, acts.now());
  };
  CHECK(key_of(save("123")) == "act.siret");
  CHECK(key_of(save(wrong_sum)) == "act.siret");
  CHECK(key_of(save("73282932000074")) == "act.siret_siren");
  REQUIRE(save(good));
  CHECK(acts.tenant.read([](db::ReadTx& tx) { return read_act_settings(tx); }).siret == good);
}

TEST_CASE("a commune of 3,500 inhabitants or more may not choose another publicity") {
  ActWorld large;  // Mulsanne
  CHECK(key_of(save_act_settings(large.tenant, claire, settings(Publicity::affichage), large.now())) ==
        "act.publicity_large");
}

TEST_CASE("a small commune chooses by a deliberation that it names") {
  TenantWorld world;
  const auto small = world.commune(second_insee);  // Saint-Maixent
  CHECK(key_of(save_act_settings(*small, claire, {.publicity = Publicity::papier}, world.now())) ==
        "act.chosen_by_missing");
  REQUIRE(save_act_settings(*small, claire, settings(Publicity::affichage), world.now()));
  CHECK(small->read([](db::ReadTx& tx) { return read_act_settings(tx); }).publicity == Publicity::affichage);
}

TEST_CASE("the list of deliberations is due within a week of the meeting, and late after") {
  ActWorld acts;  // 24 November 2026
  ActText text = deliberation_text();
  text.decided_on = day("2026-11-17");
  (void)acts.published(ActKind::deliberation, text);
  CHECK(reminders(acts) == Names{"liste_deliberations 2026-11-17 2026-11-24"});
  acts.world.clock.advance(one_day);
  CHECK(reminders(acts) == Names{"liste_deliberations 2026-11-17 2026-11-24 late"});
  (void)acts.published(ActKind::liste_deliberations,
                       {.object = "Liste", .decided_on = day("2026-11-17"), .meeting_on = day("2026-11-17")});
  CHECK(reminders(acts).empty());
}

TEST_CASE("minutes are due within a week of the meeting that approved them, the next one while nobody says") {
  ActWorld acts;
  for (const char* meeting : {"2026-10-01", "2026-11-12"})
    (void)acts.published(ActKind::liste_deliberations,
                         {.object = "Liste", .decided_on = day(meeting), .meeting_on = day(meeting)});
  CHECK(reminders(acts) == Names{"proces_verbal 2026-10-01 2026-11-19 late"});
  (void)acts.draft(ActKind::proces_verbal, {.object = "PV",
                                            .decided_on = day("2026-10-01"),
                                            .meeting_on = day("2026-10-01"),
                                            .approved_on = day("2026-11-20")});
  CHECK(reminders(acts) == Names{"proces_verbal 2026-10-01 2026-11-27"});
}
