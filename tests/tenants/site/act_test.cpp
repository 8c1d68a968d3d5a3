// Acts: what a draft may hold, what a publication asks for, what the database itself refuses afterwards.
#include "tenants/site/act.hpp"

#include "core/db/sqlite.hpp"
#include "tenants/site/act_subject.hpp"
#include "tests/tenants/site/act_world.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::tenants;
using namespace clocher::test;

namespace {

struct Wrong {
  const char* field;
  void (*change)(ActText& text);
};

const std::vector<Wrong> wrong_texts = {
    {"object", [](ActText& t) { t.object = "  "; }},
    {"object", [](ActText& t) { t.object = std::string(501, 'a'); }},
    {"number", [](ActText& t) { t.number = "=1+1"; }},
    {"number", [](ActText& t) { t.number = "../41"; }},
    {"subject_code", [](ActText& t) { t.subject_code = "7"; }},
    {"subject_code", [](ActText& t) { t.subject_code = "0.1"; }},
    {"subject_label", [](ActText& t) { t.subject_code = "7.42"; }},
    {"subject_label", [](ActText& t) { t.subject_label = "Aides / dons"; }},
    {"votes",
     [](ActText& t) {
       t.votes = ActVotes{11, 10, 8, 1, 2};
     }},
    {"votes",
     [](ActText& t) {
       t.votes = ActVotes{9, 10, 8, 1, 1};
     }},
    {"votes",
     [](ActText& t) {
       t.votes = ActVotes{11, 10, 12, -1, -1};
     }},
    {"budget_year", [](ActText& t) { t.budget_year = "2026/2025"; }},
    {"budget_year", [](ActText& t) { t.budget_year = "26"; }},
    {"budget_year", [](ActText& t) { t.budget_year = ""; }},
    {"budget_name", [](ActText& t) { t.budget_name = ""; }},
    {"prefecture_on", [](ActText& t) { t.prefecture_on = day("2026-11-11"); }},
};

std::vector<std::string> lacking(const Act& act, Instant now) {
  std::vector<std::string> fields;
  for (const FieldError& error : lacks_for_publication(act, now)) fields.push_back(error.field);
  return fields;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a draft refuses what SCDL would refuse, and names the field") {
  ActWorld acts;
  for (const Wrong& wrong : wrong_texts) {
    ActText text = deliberation_text();
    wrong.change(text);
    const auto created = create_act(acts.tenant, claire, ActKind::deliberation, text, acts.now());
    INFO(wrong.field << " " << &wrong - wrong_texts.data());
    REQUIRE_FALSE(created);
    CHECK(created.error().fields.front().field == wrong.field);
  }
}

TEST_CASE("a deliberation is of the meeting of its day, and its subject has the usual name") {
  ActWorld acts;
  const Act act = acts.draft(ActKind::deliberation, deliberation_text());
  CHECK(act.text.meeting_on == day("2026-11-12"));
  CHECK(act.text.subject_label == "Subventions");
  CHECK(name_of(act) == "Délibération n°\u00A02026-41");
}

TEST_CASE("a commune may name a subject in its own words") {
  ActWorld acts;
  ActText text = deliberation_text();
  text.subject_label = "Aides aux associations";
  CHECK(acts.draft(ActKind::deliberation, text).text.subject_label == "Aides aux associations");
}

TEST_CASE("the table of subjects holds only codes of SCDL with a name") {
  for (const ActSubject& subject : act_subjects()) {
    INFO(subject.code);
    CHECK(is_subject_code(subject.code));
    CHECK_FALSE(subject.label.empty());
    CHECK(subject.label.find('/') == std::string_view::npos);
  }
  CHECK(subject_path("7.5", "Subventions") == "Finances locales/Subventions");
}

TEST_CASE("an arrêté is not published without first name, name and quality of its author") {
  ActWorld acts;
  const Act act =
      acts.draft(ActKind::arrete, {.number = "12", .object = "Stationnement", .decided_on = day("2026-11-20")});
  CHECK(lacking(act, acts.now()) == Names{"author_first_name", "author_name", "author_quality"});
  CHECK(key_of(publish_act(acts.tenant, claire, act.id, act.version, acts.now())) == "act.author_missing");
}

TEST_CASE("minutes are not published before the meeting that approves them is named") {
  ActWorld acts;
  const Act act =
      acts.draft(ActKind::proces_verbal,
                 {.object = "Séance d’octobre", .decided_on = day("2026-10-08"), .meeting_on = day("2026-10-08")});
  CHECK(lacking(act, acts.now()) == Names{"approved_on"});
}

TEST_CASE("a deliberation needs number, subject, day and file") {
  ActWorld acts;
  const auto created = create_act(acts.tenant, claire, ActKind::deliberation, {.object = "Essai"}, acts.now());
  REQUIRE(created);
  CHECK(lacking(*created, acts.now()) == Names{"file", "decided_on", "number", "subject_code", "meeting_on"});
}

TEST_CASE("an act of tomorrow is not published today") {
  ActWorld acts;
  ActText text = deliberation_text();
  text.decided_on = day("2026-11-25");
  CHECK(lacking(acts.draft(ActKind::deliberation, text), acts.now()) == Names{"decided_on"});
}

TEST_CASE("only a PDF without scripts is an act") {
  ActWorld acts;
  const Act act = acts.draft(ActKind::deliberation, deliberation_text());
  const auto give = [&](http::UploadedFile file) {
    return key_of(give_act_file(acts.tenant, claire, act.id, file, 1 << 20, acts.now()));
  };
  CHECK(give({"file", "acte.png", "image/png", clocher::forms::test::sample_png()}) == "form.file.wrong_type");
  CHECK(give({"file", "acte.pdf", "application/pdf",
              clocher::forms::test::sample_pdf("<< /S /JavaScript /JS (app.alert(1)) >>")}) == "form.file.dangerous");
  CHECK(give({"file", "acte.pdf", "application/pdf", ""}) == "form.file.empty");
  CHECK(key_of(give_act_file(acts.tenant, claire, act.id, pdf(), 10, acts.now())) == "form.file.too_large");
}

TEST_CASE("a published act has an address, a moment, and cannot be saved, given another file or deleted") {
  ActWorld acts;
  const Act act = acts.deliberation();
  CHECK(act.slug == "deliberation-2026-41");
  CHECK(act.published_at == acts.now());
  CHECK(key_of(save_act(acts.tenant, claire, act.id, deliberation_text("2026-42"), act.version, acts.now())) ==
        "act.is_published");
  CHECK(key_of(give_act_file(acts.tenant, claire, act.id, pdf("other"), 1 << 20, acts.now())) == "act.is_published");
  CHECK(key_of(delete_act(acts.tenant, claire, act.id, acts.now())) == "act.is_published");
  CHECK(acts.found(act.id).file->sha256 == act.file->sha256);
}

TEST_CASE("publishing twice changes nothing") {
  ActWorld acts;
  const Act act = acts.deliberation();
  acts.world.clock.advance(one_day);
  const auto again = publish_act(acts.tenant, claire, act.id, 1, acts.now());
  REQUIRE(again);
  CHECK(again->published_at == act.published_at);
}

TEST_CASE("what someone changed meanwhile is not published unseen") {
  ActWorld acts;
  const Act act = acts.draft(ActKind::deliberation, deliberation_text());
  CHECK(key_of(publish_act(acts.tenant, claire, act.id, act.version - 1, acts.now())) == "edit.conflict");
}

TEST_CASE("the database refuses to change or remove what is published") {
  ActWorld acts;
  const Act act = acts.deliberation();
  const auto refuses = [&](db::Sql sql) {
    CHECK_THROWS_AS(acts.tenant.write([&](db::Tx& tx) { tx.run(sql); }), db::ConstraintViolation);
  };
  refuses("UPDATE act SET number = '1'");
  refuses("UPDATE act SET object = 'autre'");
  refuses("UPDATE act SET decided_on = '2026-11-13'");
  refuses("UPDATE act SET file_sha256 = 'x'");
  refuses("UPDATE act SET file_name = 'x'");
  refuses("UPDATE act SET published_at = published_at - 1");
  refuses("UPDATE act SET published_at = NULL, state = 'draft'");
  refuses("UPDATE act SET slug = 'autre'");
  refuses("UPDATE act SET vote_for = 9, vote_against = 0");
  refuses("UPDATE act SET state = 'withdrawn', withdrawn_at = published_at + 58 * 86400");
  refuses("DELETE FROM act");
  refuses(
      "INSERT OR REPLACE INTO act (id, kind, state, object, created_at, updated_at) VALUES (1, 'autre', 'draft', "
      "'x', 0, 0)");
  refuses(
      "INSERT OR REPLACE INTO act (kind, state, slug, object, created_at, updated_at) VALUES ('autre', 'draft', "
      "'deliberation-2026-41', 'x', 0, 0)");
  CHECK(acts.found(act.id).text == act.text);
}

TEST_CASE("a wrong act is corrected by another that names it; both stay, one alone may do it") {
  ActWorld acts;
  const Act wrong = acts.deliberation();
  const auto draft = start_replacement(acts.tenant, claire, wrong.id, acts.now());
  REQUIRE(draft);
  CHECK(draft->replaces == wrong.id);
  CHECK_FALSE(draft->file);
  CHECK(start_replacement(acts.tenant, claire, wrong.id, acts.now())->id == draft->id);
  const auto given = give_act_file(acts.tenant, claire, draft->id, pdf("right"), 1 << 20, acts.now());
  REQUIRE(given);
  const auto right = publish_act(acts.tenant, claire, draft->id, given->version, acts.now());
  REQUIRE(right);
  CHECK(right->slug == "deliberation-2026-41-2");
  CHECK(acts.found(wrong.id).replaced_by == right->id);
  CHECK(acts.found(wrong.id).state == ActState::published);
  CHECK(key_of(start_replacement(acts.tenant, claire, wrong.id, acts.now())) == "act.already_replaced");
}

TEST_CASE("two acts of one kind do not carry one number") {
  ActWorld acts;
  (void)acts.deliberation();
  const Act other = acts.draft(ActKind::deliberation, deliberation_text());
  CHECK(key_of(publish_act(acts.tenant, claire, other.id, other.version, acts.now())) == "act.number_taken");
}

TEST_CASE("the receipt of the prefecture is written down once, after the publication too") {
  ActWorld acts;
  const Act act = acts.deliberation();
  const auto noted =
      note_prefecture(acts.tenant, claire, act.id, "072-217202136-20261112", day("2026-11-16"), acts.now());
  REQUIRE(noted);
  CHECK(noted->text.prefecture_on == day("2026-11-16"));
  CHECK(key_of(note_prefecture(acts.tenant, claire, act.id, "autre", day("2026-11-16"), acts.now())) ==
        "act.prefecture_known");
  CHECK_THROWS_AS(acts.tenant.write([](db::Tx& tx) { tx.run("UPDATE act SET prefecture_id = 'x'"); }),
                  db::ConstraintViolation);
}

TEST_CASE("two months are counted from date to date, and the day after is the first to withdraw on") {
  const auto first = [](std::int64_t seconds) { return to_iso(first_withdrawal_day({seconds})); };
  CHECK(first(1795512720) == "2027-01-25");  // 24 November 2026
  CHECK(first(1798718400) == "2027-03-01");  // 31 December 2026: February ends on the 28th
  CHECK(first(1830254400) == "2028-03-01");  // 31 December 2027: on the 29th
  CHECK(first(1798756200) == "2027-03-01");  // 31 December 2026 at 23:30 in France
  CHECK(first(1798759800) == "2027-03-02");  // half an hour past midnight: 1 January, although UTC says 31 December
}

TEST_CASE("an act is withdrawn after two months and not before, with a reason, and for good") {
  ActWorld acts;
  const Act act = acts.deliberation();
  acts.world.clock.advance(61 * one_day);
  const auto early = withdraw_act(acts.tenant, claire, act.id, "Fin d’affichage", acts.now());
  REQUIRE_FALSE(early);
  CHECK(early.error().key == "act.too_early");
  CHECK(early.error().arguments.at("from") == "25 janvier 2027");
  acts.world.clock.advance(one_day);
  CHECK(key_of(withdraw_act(acts.tenant, claire, act.id, " ", acts.now())) == "act.reason_missing");
  const auto gone = withdraw_act(acts.tenant, claire, act.id, "Fin d’affichage", acts.now());
  REQUIRE(gone);
  CHECK(gone->withdrawn_at == acts.now());
  CHECK(acts.tenant.files().get(act.file->sha256));
  CHECK_THROWS_AS(
      acts.tenant.write([](db::Tx& tx) { tx.run("UPDATE act SET state = 'published', withdrawn_at = NULL"); }),
      db::ConstraintViolation);
}

TEST_CASE("a clock that runs behind what is written neither publishes nor withdraws") {
  ActWorld acts;
  const Act act = acts.deliberation();
  const Act other = acts.draft(ActKind::deliberation, deliberation_text("2026-42"));
  const Instant before = acts.now() - one_hour;
  CHECK(key_of(publish_act(acts.tenant, claire, other.id, other.version, before)) == "act.clock");
  CHECK(key_of(withdraw_act(acts.tenant, claire, act.id, "Erreur", before)) == "act.clock");
}

TEST_CASE("the search finds by kind, year, subject and words without accents") {
  ActWorld acts;
  (void)acts.deliberation();
  (void)acts.published(ActKind::autre, {.object = "Élection du maire", .decided_on = day("2025-05-03")});
  const auto count = [&](const ActFilter& filter) {
    return acts.tenant.read([&](db::ReadTx& tx) { return list_acts(tx, filter).size(); });
  };
  CHECK(count({}) == 2);
  CHECK(count({.kind = ActKind::autre}) == 1);
  CHECK(count({.year = 2026}) == 1);
  CHECK(count({.subject = "7"}) == 1);
  CHECK(count({.subject = "7.5"}) == 1);
  CHECK(count({.subject = "8"}) == 0);
  CHECK(count({.words = "ELECTION maire"}) == 1);
  CHECK(count({.words = "election eleves"}) == 0);
}
