// The table of decisions (eopayment's, see docs/reference/payfip.md) and the comparison with what we sent.
#include "payments/payfip/reading.hpp"

#include "core/base/date.hpp"
#include "payments/payfip/contract.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::payments::payfip {
namespace {

struct Decision {
  Source source;
  std::string_view result;
  Outcome young, old;
  std::string_view means;
};

// Until it is settled an abandoned attempt may still be paid: the same page can be taken up again.
constexpr std::array decisions = {
    Decision{Source::result, "P", Outcome::paid, Outcome::paid, "card"},
    Decision{Source::result, "V", Outcome::paid, Outcome::paid, "direct_debit"},
    Decision{Source::result, "R", Outcome::refused, Outcome::refused, "card"},
    Decision{Source::result, "Z", Outcome::refused, Outcome::refused, "direct_debit"},
    Decision{Source::result, "A", Outcome::waiting, Outcome::cancelled, ""},
    Decision{Source::fault, "P5", Outcome::waiting, Outcome::expired, ""},
    Decision{Source::fault, "P1", Outcome::expired, Outcome::expired, ""},
};

const Decision* find_decision(Source source, std::string_view result) {
  const auto* found = std::find_if(decisions.begin(), decisions.end(),
                                   [&](const Decision& each) { return each.source == source && each.result == result; });
  return found == decisions.end() ? nullptr : found;
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = !text.empty() && text.front() != '-' && error == std::errc{} && end == text.data() + text.size();
  return is_number ? std::optional(number) : std::nullopt;
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Outcome> decide(Source source, std::string_view result, std::int64_t age_seconds) {
  const Decision* decision = find_decision(source, result);
  if (decision != nullptr) return age_seconds < settled_seconds ? decision->young : decision->old;
  return source == Source::result ? std::optional(Outcome::unclear) : std::nullopt;
}

std::vector<Mismatch> compare(const Fields& echo, const Account& account, const Attempt& attempt, Outcome outcome) {
  struct Expected {
    std::string_view field;
    std::string value;
    Mismatch mismatch;
  };
  const std::array expected = {Expected{"numcli", account.client_number, Mismatch::account},
                               Expected{"montant", std::to_string(attempt.amount.cents), Mismatch::amount},
                               Expected{"idOp", attempt.id, Mismatch::attempt},
                               Expected{"saisie", std::string(letter_of(attempt.mode)), Mismatch::mode},
                               Expected{"refdet", attempt.reference, Mismatch::reference}};
  std::vector<Mismatch> found;
  for (const auto& [field, value, mismatch] : expected) {
    const std::string_view said = value_of(echo, field);
    if (said.empty() && outcome != Outcome::paid) continue;
    if (said != value) found.push_back(mismatch);
  }
  return found;
}

std::optional<Instant> moment_of(std::string_view date, std::string_view time) {
  if (date.size() != 8 || time.size() != 4 || !are_digits(date) || !are_digits(time)) return std::nullopt;
  const std::string iso = std::string(date.substr(4)) + "-" + std::string(date.substr(2, 2)) + "-" + std::string(date.substr(0, 2));
  const auto day = parse_iso_date(iso);
  const auto hour = number_in(time.substr(0, 2));
  const auto minute = number_in(time.substr(2));
  if (!day || *hour > 23 || *minute > 59) return std::nullopt;
  return to_instant({*day, static_cast<int>(*hour), static_cast<int>(*minute)});
}

PaymentStatus status_of(const Fields& echo, const Account& account, const Question& question, Evidence evidence) {
  PaymentStatus status;
  status.result = value_of(echo, "resultrans");
  status.outcome = decide(Source::result, status.result, question.now - question.attempt.started_at).value_or(Outcome::unclear);
  if (const Decision* decision = find_decision(Source::result, status.result)) status.means = decision->means;
  status.authorization = value_of(echo, "numauto");
  if (const auto cents = number_in(value_of(echo, "montant"))) status.amount = Money{*cents};
  status.local_date = value_of(echo, "dattrans");
  status.local_time = value_of(echo, "heurtrans");
  if (status.outcome == Outcome::paid) status.paid_at = moment_of(status.local_date, status.local_time);
  // Real money only where both sides say so.
  status.is_test = question.attempt.mode == Mode::test || value_of(echo, "saisie") == letter_of(Mode::test);
  status.mismatches = compare(echo, account, question.attempt, status.outcome);
  status.evidence = std::move(evidence);
  return status;
}

}  // namespace clocher::payments::payfip
