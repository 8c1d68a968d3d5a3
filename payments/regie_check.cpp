// Lengths, days, codes: the fields of a régie.
#include "payments/regie_check.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/people/address.hpp"

#include <algorithm>
#include <set>

namespace clocher::payments {
namespace {

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_block = 500;
constexpr std::size_t most_products = 200;
constexpr std::size_t most_members = 20;
constexpr Money highest_ceiling{100'000'000'00};

bool fits(std::string_view text, std::size_t limit) { return length_in_characters(text) <= limit; }
bool is_day_or_empty(std::string_view text) { return text.empty() || parse_iso_date(text); }

bool is_code(std::string_view code) { return !code.empty() && code.size() <= 40 && code == slug(code); }

void clean(RegieText& text) {
  text.name = forms::clean_line(text.name);
  text.act_reference = forms::clean_line(text.act_reference);
  text.comptable = forms::clean_block(text.comptable);
  for (RegieProduct& each : text.products) {
    each.label = forms::clean_line(each.label);
    each.budget_account = forms::clean_line(each.budget_account);
  }
  for (RegieMember& each : text.members) {
    each.name = forms::clean_line(each.name);
    each.act = forms::clean_line(each.act);
    each.email = tenants::normalize_mail_address(each.email);
  }
  std::ranges::sort(text.means);
  const auto twice = std::ranges::unique(text.means);
  text.means.erase(twice.begin(), twice.end());
}

bool are_products(const std::vector<RegieProduct>& products) {
  std::set<std::string_view> codes;
  return products.size() <= most_products && std::ranges::all_of(products, [&](const RegieProduct& each) {
           return is_code(each.code) && codes.insert(each.code).second && !each.label.empty() &&
                  fits(each.label, longest_line) && fits(each.budget_account, 20);
         });
}

bool are_members(const std::vector<RegieMember>& members) {
  return members.size() <= most_members &&
         std::ranges::count(members, MemberRole::regisseur, &RegieMember::role) <= 1 &&
         std::ranges::all_of(members, [](const RegieMember& each) {
           return !each.name.empty() && fits(each.name, longest_line) && fits(each.act, longest_line) &&
                  (each.email.empty() || tenants::is_mail_address(each.email)) && is_day_or_empty(each.since);
         });
}

bool is_ceiling(Money amount) { return amount >= Money{} && amount <= highest_ceiling; }

}  // namespace

Result<RegieText> checked_regie(RegieText text) {
  clean(text);
  std::vector<FieldError> errors;
  const auto require = [&](bool is_good, std::string_view field, std::string_view key) {
    if (!is_good) errors.push_back({std::string(field), std::string(key), {}});
  };
  require(!text.name.empty() && fits(text.name, longest_line), "name", "regie.name");
  require(fits(text.act_reference, longest_line), "act_reference", "regie.act_reference");
  require(is_day_or_empty(text.act_date), "act_date", "regie.act_date");
  require(are_products(text.products), "products", "regie.products");
  require(are_members(text.members), "members", "regie.members");
  require(is_ceiling(text.cash_ceiling), "cash_ceiling_cents", "regie.ceiling");
  require(is_ceiling(text.online_ceiling), "online_ceiling_cents", "regie.ceiling");
  require(fits(text.comptable, longest_block), "comptable", "regie.comptable");
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return text;
}

}  // namespace clocher::payments
