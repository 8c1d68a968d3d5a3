// The decision table cell by cell, and the comparison of the answer with the question.
#include "payments/payfip/reading.hpp"

#include "core/base/date.hpp"
#include "payments/payfip/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::payfip;

namespace {

const Account account{"006382", Mode::production};
constexpr Instant started{1773569700};

Question question(std::int64_t age = 60) {
  return {{"7f1c0a52-2b5e-11f1-9d3c-0213ad91a103", started, Money{4250}, "2026CANT000118", Mode::production}, "", started + age};
}

Fields echo(const std::string& field = {}, const std::string& value = {}) {
  Fields fields = {{"dattrans", "15032026"}, {"exer", "20"},
                   {"heurtrans", "1118"},    {"idOp", "7f1c0a52-2b5e-11f1-9d3c-0213ad91a103"},
                   {"mel", "x@example.fr"},  {"montant", "4250"},
                   {"numauto", "418295"},    {"numcli", "006382"},
                   {"refdet", "2026CANT000118"}, {"resultrans", "P"},
                   {"saisie", "W"}};
  for (auto& [name, known] : fields) {
    if (name == field) known = value;
  }
  return fields;
}

PaymentStatus read(const Fields& fields, std::int64_t age = 60) { return status_of(fields, account, question(age), {}); }

}  // namespace

TEST_CASE("each result means what the table says, young and old") {
  struct Row {
    Source source;
    const char* result;
    std::optional<Outcome> young, old;
  };
  const Row rows[] = {{Source::result, "P", Outcome::paid, Outcome::paid},
                      {Source::result, "V", Outcome::paid, Outcome::paid},
                      {Source::result, "R", Outcome::refused, Outcome::refused},
                      {Source::result, "Z", Outcome::refused, Outcome::refused},
                      {Source::result, "A", Outcome::waiting, Outcome::cancelled},
                      {Source::fault, "P5", Outcome::waiting, Outcome::expired},
                      {Source::fault, "P1", Outcome::expired, Outcome::expired},
                      {Source::fault, "TechIndisponibiliteErreur", std::nullopt, std::nullopt},
                      {Source::fault, "P", std::nullopt, std::nullopt},
                      {Source::result, "P1", Outcome::unclear, Outcome::unclear},
                      {Source::result, "p", Outcome::unclear, Outcome::unclear},
                      {Source::result, "", Outcome::unclear, Outcome::unclear}};
  for (const Row& row : rows) {
    CAPTURE(row.result);
    CHECK(decide(row.source, row.result, settled_seconds - 1) == row.young);
    CHECK(decide(row.source, row.result, settled_seconds) == row.old);
  }
}

TEST_CASE("a paid answer is read whole") {
  const PaymentStatus status = read(echo());
  CHECK(status.outcome == Outcome::paid);
  CHECK(status.means == "card");
  CHECK(status.authorization == "418295");
  CHECK(status.amount == Money{4250});
  CHECK(status.local_date == "15032026");
  CHECK(status.local_time == "1118");
  REQUIRE(status.paid_at);
  CHECK(to_rfc3339(*status.paid_at) == "2026-03-15T10:18:00Z");
  CHECK_FALSE(status.is_test);
  CHECK_FALSE(status.is_quarantined());
}

TEST_CASE("a paid answer that differs from the question is put aside, and still says paid") {
  const std::pair<const char*, Mismatch> fields[] = {{"numcli", Mismatch::account}, {"montant", Mismatch::amount},
                                                     {"idOp", Mismatch::attempt},   {"saisie", Mismatch::mode},
                                                     {"refdet", Mismatch::reference}};
  for (const auto& [field, mismatch] : fields) {
    for (const char* value : {"", "X", "4251", "04250"}) {
      CAPTURE(field, value);
      const PaymentStatus status = read(echo(field, value));
      CHECK(status.outcome == Outcome::paid);
      CHECK(status.mismatches == std::vector{mismatch});
    }
  }
}

TEST_CASE("a test payment on a production order is no money") {
  const PaymentStatus status = read(echo("saisie", "T"));
  CHECK(status.is_test);
  CHECK(status.is_quarantined());
}

TEST_CASE("an unpaid answer may leave fields out, but not contradict") {
  CHECK_FALSE(read({{"resultrans", "A"}}, settled_seconds).is_quarantined());
  CHECK(read({{"resultrans", "A"}, {"montant", "1"}}, settled_seconds).mismatches == std::vector{Mismatch::amount});
}

TEST_CASE("the year of the echo is not looked at") { CHECK_FALSE(read(echo("exer", "1999")).is_quarantined()); }

TEST_CASE("local times become moments over the change of the hour, and impossible ones none") {
  CHECK(to_rfc3339(*moment_of("28032026", "1200")) == "2026-03-28T11:00:00Z");
  CHECK(to_rfc3339(*moment_of("29032026", "1200")) == "2026-03-29T10:00:00Z");
  for (const auto& [date, time] : {std::pair{"30022026", "1200"}, {"15032026", "2400"}, {"15032026", "1260"}, {"1532026", "1200"},
                                   {"15032026", "12"}, {"1503202x", "1200"}, {"15032026", "-100"}, {"", ""}}) {
    CAPTURE(date, time);
    CHECK_FALSE(moment_of(date, time));
  }
}

TEST_CASE("an amount that is none is not guessed") {
  for (const char* wrong : {"", "42,50", "-4250", "99999999999999999999", "4250 "}) {
    const PaymentStatus status = read(echo("montant", wrong));
    CHECK_FALSE(status.amount);
    CHECK(status.is_quarantined());
  }
}
