// Picks the sentence of each case; the words are in api/locales/fr/tariff.json.
#include "payments/tariff/wording.hpp"

#include <vector>

namespace clocher::payments::tariff {
namespace {

std::string describe_home(Home home, const view::Catalogue& catalogue) {
  return home == Home::commune ? catalogue.text("tariff.home.commune") : catalogue.text("tariff.home.elsewhere");
}

std::string describe_quotient(Range range, const view::Catalogue& catalogue) {
  const std::string from = std::to_string(range.from);
  if (!range.to)
    return range.from == 0 ? catalogue.text("tariff.quotient.any")
                           : catalogue.text("tariff.quotient.from", {{"from", from}});
  const std::string to = std::to_string(*range.to);
  if (range.from == 0) return catalogue.text("tariff.quotient.to", {{"to", to}});
  return catalogue.text("tariff.quotient.between", {{"from", from}, {"to", to}});
}

std::string ordinal(int rank, const view::Catalogue& catalogue) {
  return rank == 1 ? catalogue.text("tariff.rank.first")
                   : catalogue.text("tariff.rank.nth", {{"rank", std::to_string(rank)}});
}

std::string describe_rank(Range range, const view::Catalogue& catalogue) {
  const std::string from = ordinal(range.from, catalogue);
  if (!range.to)
    return range.from <= 1 ? catalogue.text("tariff.rank.any") : catalogue.text("tariff.rank.from", {{"from", from}});
  if (range.from == *range.to) return catalogue.text("tariff.rank.only", {{"from", from}});
  return catalogue.text("tariff.rank.between", {{"from", from}, {"to", ordinal(*range.to, catalogue)}});
}

}  // namespace

std::string describe(const Criteria& criteria, const view::Catalogue& catalogue) {
  std::vector<std::string> parts;
  if (criteria.home) parts.push_back(describe_home(*criteria.home, catalogue));
  if (criteria.quotient) parts.push_back(describe_quotient(*criteria.quotient, catalogue));
  if (criteria.child_rank) parts.push_back(describe_rank(*criteria.child_rank, catalogue));
  if (parts.empty()) return catalogue.text("tariff.everybody");
  std::string all = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) all += ", " + parts[i];
  return all;
}

std::string describe(Date from, std::optional<Date> until, const view::Catalogue& catalogue) {
  if (!until) return catalogue.text("tariff.valid.from", {{"from", to_french(from)}});
  return catalogue.text("tariff.valid.between", {{"from", to_french(from)}, {"until", to_french(*until)}});
}

}  // namespace clocher::payments::tariff
