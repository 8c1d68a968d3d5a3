// Groups both sides by reference; within a group the sure pairs are made first.
#include "payments/reconcile/matching.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <unordered_map>

namespace clocher::payments::reconcile {
namespace {

int days_between(Date one, Date other) {
  return static_cast<int>(std::abs((std::chrono::sys_days(one) - std::chrono::sys_days(other)).count()));
}

// All that bears one reference.
struct Group {
  std::vector<std::size_t> ours;
  std::vector<std::size_t> theirs;
};

class Matching {
 public:
  Matching(std::span<const Ours> ours, const Statement& theirs) : ours_(ours), theirs_(theirs) {}

  std::vector<Match> run() {
    std::unordered_map<std::string, Group> groups;
    for (std::size_t i = 0; i < ours_.size(); ++i) groups[canonical_reference(ours_[i].reference)].ours.push_back(i);
    for (std::size_t i = 0; i < theirs_.lines.size(); ++i) groups[theirs_.lines[i].reference].theirs.push_back(i);
    for (auto& [reference, group] : groups) match_group(group);
    std::ranges::sort(found_, [this](const Match& left, const Match& right) { return comes_before(left, right); });
    return std::move(found_);
  }

 private:
  enum class Amounts { equal, any };

  void match_group(const Group& group) {
    std::vector<std::size_t> ours = those(group.ours, Standing::received);
    std::vector<std::size_t> theirs = group.theirs;
    pair(ours, theirs, Amounts::equal);
    pair(ours, theirs, Amounts::any);
    for (const std::size_t line : theirs) found_.push_back(alone(line, group));
    for (const std::size_t payment : ours) found_.push_back(missing(payment));
  }

  std::vector<std::size_t> those(const std::vector<std::size_t>& group, Standing standing) const {
    std::vector<std::size_t> found;
    std::ranges::copy_if(group, std::back_inserter(found),
                         [&](std::size_t i) { return ours_[i].standing == standing; });
    return found;
  }

  // Each line, by day, takes the nearest payment that is left; both leave their lists. Quadratic at worst, in one reference.
  void pair(std::vector<std::size_t>& ours, std::vector<std::size_t>& theirs, Amounts amounts) {
    std::ranges::stable_sort(theirs, {}, [this](std::size_t line) { return theirs_.lines[line].date; });
    std::erase_if(theirs, [&](std::size_t line) {
      const auto nearest = nearest_payment(ours, theirs_.lines[line], amounts);
      if (nearest == ours.end()) return false;
      found_.push_back(paired(*nearest, line));
      ours.erase(nearest);
      return true;
    });
  }

  std::vector<std::size_t>::iterator nearest_payment(std::vector<std::size_t>& ours, const StatementLine& line,
                                                     Amounts amounts) const {
    auto nearest = ours.end();
    for (auto each = ours.begin(); each != ours.end(); ++each) {
      if (amounts == Amounts::equal && ours_[*each].amount != line.amount) continue;
      if (nearest == ours.end() ||
          days_between(ours_[*each].date, line.date) < days_between(ours_[*nearest].date, line.date))
        nearest = each;
    }
    return nearest;
  }

  Match paired(std::size_t payment, std::size_t line) const {
    const Ours& mine = ours_[payment];
    const StatementLine& booked = theirs_.lines[line];
    if (mine.amount != booked.amount) return {Finding::amount_differs, Action::compare_amounts, payment, line};
    if (days_between(mine.date, booked.date) > days_to_book) return {Finding::late, Action::check_month, payment, line};
    return {Finding::matched, Action::none, payment, line};
  }

  // A line for which no payment is left.
  Match alone(std::size_t line, const Group& group) const {
    const Money amount = theirs_.lines[line].amount;
    const auto has = [&](Standing standing) {
      return std::ranges::find_if(group.ours, [&](std::size_t i) {
        return ours_[i].standing == standing && (standing == Standing::open || ours_[i].amount == amount);
      });
    };
    const auto open = has(Standing::open);
    if (open != group.ours.end()) return {Finding::theirs_only, Action::ask_gateway, *open, line};
    for (const Standing paid : {Standing::received, Standing::reconciled})
      if (const auto other = has(paid); other != group.ours.end())
        return {Finding::doubled, Action::refund_double, *other, line};
    return {Finding::theirs_only, Action::find_payer, std::nullopt, line};
  }

  Match missing(std::size_t payment) const {
    const auto since = std::chrono::sys_days(theirs_.last) - std::chrono::sys_days(ours_[payment].date);
    if (since.count() <= days_to_book) return {Finding::awaited, Action::wait, payment, std::nullopt};
    return {Finding::ours_only, Action::ask_accountant, payment, std::nullopt};
  }

  bool comes_before(const Match& left, const Match& right) const {
    if (left.theirs || right.theirs)
      return left.theirs.value_or(theirs_.lines.size()) < right.theirs.value_or(theirs_.lines.size());
    const Ours& one = ours_[*left.ours];
    const Ours& other = ours_[*right.ours];
    return one.date != other.date ? one.date < other.date : *left.ours < *right.ours;
  }

  std::span<const Ours> ours_;
  const Statement& theirs_;
  std::vector<Match> found_;
};

}  // namespace

std::vector<Match> match(std::span<const Ours> ours, const Statement& theirs) { return Matching(ours, theirs).run(); }

bool is_discrepancy(Finding finding) { return finding != Finding::matched && finding != Finding::awaited; }

std::string_view to_string(Finding finding) {
  switch (finding) {
    case Finding::matched: return "matched";
    case Finding::late: return "late";
    case Finding::awaited: return "awaited";
    case Finding::ours_only: return "ours_only";
    case Finding::theirs_only: return "theirs_only";
    case Finding::amount_differs: return "amount_differs";
    case Finding::doubled: return "doubled";
  }
  throw std::logic_error("reconcile: no such finding");
}

std::string_view to_string(Action action) {
  switch (action) {
    case Action::none: return "none";
    case Action::wait: return "wait";
    case Action::check_month: return "check_month";
    case Action::ask_gateway: return "ask_gateway";
    case Action::find_payer: return "find_payer";
    case Action::ask_accountant: return "ask_accountant";
    case Action::compare_amounts: return "compare_amounts";
    case Action::refund_double: return "refund_double";
  }
  throw std::logic_error("reconcile: no such action");
}

}  // namespace clocher::payments::reconcile
