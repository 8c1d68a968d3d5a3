// Our payments against a statement: each difference found once, with its action, and nothing else.
#include "payments/reconcile/matching.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <random>

using namespace clocher;
using namespace clocher::payments::reconcile;

namespace {

constexpr std::chrono::sys_days first_day = std::chrono::year(2026) / 3 / 1;

Date march(int day) { return Date(first_day + std::chrono::days(day - 1)); }

Ours paid(std::int64_t id, std::string reference, std::int64_t cents, int day, Standing standing = Standing::received) {
  return {id, std::move(reference), Money{cents}, march(day), standing};
}

StatementLine booked(std::string reference, std::int64_t cents, int day) {
  return {0, march(day), std::move(reference), Money{cents}};
}

Statement statement(std::vector<StatementLine> lines, int last = 31) {
  return {.lines = std::move(lines), .first = march(1), .last = march(last), .total = {}};
}

std::string found(const std::vector<Ours>& ours, const Statement& theirs) {
  std::string text;
  for (const Match& each : match(ours, theirs))
    text +=
        (text.empty() ? "" : " ") + std::string(to_string(each.finding)) + ":" + std::string(to_string(each.action));
  return text;
}

}  // namespace

TEST_CASE("the same reference and amount within a week-end is one payment") {
  CHECK(found({paid(1, "REF1", 500, 6)}, statement({booked("REF1", 500, 9)})) == "matched:none");
  CHECK(found({paid(1, "ref-1", 500, 6)}, statement({booked("REF1", 500, 6)})) == "matched:none");
}

TEST_CASE("a payment booked days apart is late") {
  CHECK(found({paid(1, "REF1", 500, 6)}, statement({booked("REF1", 500, 10)})) == "late:check_month");
}

TEST_CASE("a payment that the statement lacks is overdue, or awaited when it is recent") {
  CHECK(found({paid(1, "REF1", 500, 27)}, statement({booked("REF2", 1, 1)})) ==
        "theirs_only:find_payer ours_only:ask_accountant");
  CHECK(found({paid(1, "REF1", 500, 28)}, statement({booked("REF2", 1, 1)})) == "theirs_only:find_payer awaited:wait");
}

TEST_CASE("a line for an attempt that we hold for unpaid is asked about") {
  CHECK(found({paid(1, "REF1", 500, 6, Standing::open)}, statement({booked("REF1", 500, 6)})) ==
        "theirs_only:ask_gateway");
  CHECK(found({paid(1, "REF1", 500, 6, Standing::open)}, statement({booked("REF2", 500, 6)})) ==
        "theirs_only:find_payer");
}

TEST_CASE("an open attempt does not hide the payment that was made") {
  CHECK(found({paid(1, "REF1", 500, 6, Standing::open), paid(2, "REF1", 500, 6)},
              statement({booked("REF1", 500, 6)})) == "matched:none");
}

TEST_CASE("two amounts under one reference differ") {
  CHECK(found({paid(1, "REF1", 500, 6)}, statement({booked("REF1", 505, 6)})) == "amount_differs:compare_amounts");
}

TEST_CASE("a second line for one payment is double, in this statement or after an earlier one") {
  CHECK(found({paid(1, "REF1", 500, 6)}, statement({booked("REF1", 500, 6), booked("REF1", 500, 6)})) ==
        "matched:none doubled:refund_double");
  CHECK(found({paid(1, "REF1", 500, 6, Standing::reconciled)}, statement({booked("REF1", 500, 6)})) ==
        "doubled:refund_double");
}

TEST_CASE("a debt paid in parts is no double and no difference") {
  CHECK(found({paid(1, "REF1", 500, 6), paid(2, "REF1", 500, 12), paid(3, "REF1", 250, 12)},
              statement({booked("REF1", 250, 12), booked("REF1", 500, 12), booked("REF1", 500, 6)})) ==
        "matched:none matched:none matched:none");
}

TEST_CASE("payments that have their line are not missed") {
  CHECK(found({paid(1, "REF1", 500, 6, Standing::reconciled)}, statement({booked("REF2", 1, 1)})) ==
        "theirs_only:find_payer");
}

TEST_CASE("one reference for thousands of payments is matched in a moment") {
  std::vector<Ours> ours;
  std::vector<StatementLine> lines;
  for (int i = 0; i < 3000; ++i) {
    ours.push_back(paid(i, "REF1", 500, 1 + i % 28));
    lines.push_back(booked("REF1", 500, 1 + i % 28));
  }
  const auto matches = match(ours, statement(lines));
  CHECK(std::ranges::all_of(matches, [](const Match& each) { return each.finding == Finding::matched; }));
}

namespace {

// A month of a large régie with faults planted in it, and the file that would be downloaded.
struct Month {
  std::vector<Ours> ours;
  std::vector<StatementLine> lines;
  std::map<std::string, Finding> planted;  // by reference
};

Month make_month(unsigned seed) {
  std::mt19937 random(seed);
  Month month;
  for (int i = 0; month.lines.size() < 5000; ++i) {
    const std::string reference = "2026CANT" + std::to_string(100000 + i);
    const std::int64_t cents = 100 + static_cast<std::int64_t>(random() % 40) * 25;
    const int day = 1 + static_cast<int>(random() % 24);
    const bool is_faulty = i % 71 == 7 && month.planted.size() < 60;
    const Finding fault = is_faulty ? std::array{Finding::late, Finding::ours_only, Finding::theirs_only,
                                                 Finding::amount_differs, Finding::doubled}[month.planted.size() % 5]
                                    : Finding::matched;
    if (is_faulty) month.planted[reference] = fault;
    if (fault == Finding::theirs_only && i % 2 == 0)
      month.ours.push_back(paid(i, reference, cents, day, Standing::open));
    if (fault != Finding::theirs_only) month.ours.push_back(paid(i, reference, cents, day));
    if (fault == Finding::ours_only) continue;
    const int delay = fault == Finding::late ? 4 + static_cast<int>(random() % static_cast<unsigned>(28 - day))
                                             : static_cast<int>(random() % 4);
    month.lines.push_back(booked(reference, fault == Finding::amount_differs ? cents + 10 : cents, day + delay));
    if (fault == Finding::doubled) month.lines.push_back(month.lines.back());
    if (!is_faulty && i % 9 == 0) {  // an honest second part
      month.ours.push_back(paid(1'000'000 + i, reference, cents + 1, day));
      month.lines.push_back(booked(reference, cents + 1, day + 1));
    }
    if (i % 50 == 3) month.ours.push_back(paid(2'000'000 + i, reference + "N", cents, 30));  // awaited
    if (i % 50 == 4)
      month.ours.push_back(paid(3'000'000 + i, reference + "A", cents, day, Standing::open));  // given up
    if (i % 50 == 5)
      month.ours.push_back(paid(4'000'000 + i, reference + "R", cents, 1, Standing::reconciled));  // of February
  }
  std::ranges::shuffle(month.lines, random);
  std::ranges::shuffle(month.ours, random);
  return month;
}

std::string as_csv(const Month& month) {
  std::string file = "EN-TETE;006382\r\n";
  for (const StatementLine& line : month.lines)
    file += "LIGNE;" + to_iso(line.date) + ";" + line.reference + ";" + std::to_string(line.amount.cents / 100) + "," +
            std::to_string(100 + line.amount.cents % 100).substr(1) + "\r\n";
  return file + "LIGNE;2026-03-31;2026CLOTURE;1,00\r\nPIED-DE-PAGE;\r\n";
}

}  // namespace

TEST_CASE("of sixty faults in a month of five thousand lines sixty are found, none else, within five seconds") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 20261124U);
  CAPTURE(seed);
  Month month = make_month(seed);
  month.ours.push_back(paid(9'000'000, "2026CLOTURE", 100, 31));
  const auto begun = std::chrono::steady_clock::now();
  const auto theirs = read_csv(as_csv(month), AmountUnit::as_written);
  REQUIRE(theirs);
  const auto matches = match(month.ours, *theirs);
  const auto took = std::chrono::steady_clock::now() - begun;

  std::map<std::string, Finding> seen;
  int shown = 0;
  for (const Match& each : matches) {
    if (!is_discrepancy(each.finding)) continue;
    ++shown;
    seen[each.theirs ? theirs->lines[*each.theirs].reference : month.ours[*each.ours].reference] = each.finding;
  }
  CHECK(theirs->lines.size() >= 5000);
  CHECK(month.planted.size() == 60);
  CHECK(shown == 60);
  CHECK(seen == month.planted);
  CHECK(took < std::chrono::seconds(5));
}
