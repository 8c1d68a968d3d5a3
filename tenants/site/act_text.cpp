// SCDL's constraints on deliberations hold for the drafts already, so that the export is right by construction.
#include "tenants/site/act_text.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/site/act_subject.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

struct Limit {
  const char* field;
  std::string ActText::*text;
  std::size_t longest;  // characters
};

constexpr std::array<Limit, 10> limits = {{{"number", &ActText::number, 40},
                                           {"object", &ActText::object, 500},
                                           {"author_first_name", &ActText::author_first_name, 80},
                                           {"author_name", &ActText::author_name, 80},
                                           {"author_quality", &ActText::author_quality, 120},
                                           {"subject_code", &ActText::subject_code, 4},
                                           {"subject_label", &ActText::subject_label, 120},
                                           {"budget_year", &ActText::budget_year, 9},
                                           {"budget_name", &ActText::budget_name, 120},
                                           {"prefecture_id", &ActText::prefecture_id, 60}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// It becomes part of an address and the first cell of a table: nothing a spreadsheet would run.
bool is_number(std::string_view text) {
  return is_letter_or_digit(text.front()) && std::ranges::all_of(text, [](char c) {
           return is_letter_or_digit(c) || c == '.' || c == '_' || c == '/' || c == '-' || c == ' ';
         });
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, is_digit) && text >= "1900" && text <= "2200";
}

void check_votes(const ActVotes& votes, std::vector<FieldError>& errors) {
  constexpr std::int64_t most = 1000;
  for (const std::int64_t count : {votes.members, votes.present, votes.in_favour, votes.against, votes.abstained}) {
    if (count < 0 || count > most) return errors.push_back({"votes", "act.votes_range", {}});
  }
  if (votes.present != votes.in_favour + votes.against + votes.abstained)
    errors.push_back({"votes", "act.votes_sum", {}});
  if (votes.members < votes.present) errors.push_back({"votes", "act.votes_members", {}});
}

}  // namespace

bool is_budget_year(std::string_view text) {
  if (text.size() == 4) return is_year(text);
  return text.size() == 9 && text[4] == '/' && is_year(text.substr(0, 4)) && is_year(text.substr(5)) &&
         text.substr(0, 4) < text.substr(5);
}

ActText cleaned(ActKind kind, const ActText& text) {
  ActText clean = text;
  for (const Limit& limit : limits) clean.*limit.text = forms::clean_line(text.*limit.text);
  if (kind == ActKind::deliberation && !clean.meeting_on) clean.meeting_on = clean.decided_on;
  if (kind != ActKind::proces_verbal) clean.approved_on.reset();
  if (clean.subject_code.empty()) clean.subject_label.clear();
  if (clean.subject_label.empty()) clean.subject_label = subject_label(clean.subject_code);
  return clean;
}

std::vector<FieldError> check(const ActText& text) {
  std::vector<FieldError> errors;
  for (const Limit& limit : limits) {
    if (length_in_characters(text.*limit.text) > limit.longest)
      errors.push_back({limit.field, "input.too_long", {{"maximum", std::to_string(limit.longest)}}});
  }
  if (text.object.empty()) errors.push_back({"object", "act.object_missing", {}});
  if (!text.number.empty() && !is_number(text.number)) errors.push_back({"number", "act.number", {}});
  if (!text.subject_code.empty() && !is_subject_code(text.subject_code))
    errors.push_back({"subject_code", "act.subject_code", {}});
  else if (!text.subject_code.empty() && text.subject_label.empty())
    errors.push_back({"subject_label", "act.subject_label", {}});
  if (text.subject_label.find('/') != std::string::npos) errors.push_back({"subject_label", "act.subject_stroke", {}});
  if (text.votes) check_votes(*text.votes, errors);
  if (!text.budget_year.empty() && !is_budget_year(text.budget_year))
    errors.push_back({"budget_year", "act.budget_year", {}});
  if (text.budget_year.empty() != text.budget_name.empty())
    errors.push_back({text.budget_year.empty() ? "budget_year" : "budget_name", "act.budget_pair", {}});
  if (text.prefecture_on && text.decided_on && *text.prefecture_on < *text.decided_on)
    errors.push_back({"prefecture_on", "act.prefecture_early", {}});
  if (text.approved_on && text.meeting_on && *text.approved_on < *text.meeting_on)
    errors.push_back({"approved_on", "act.approved_early", {}});
  return errors;
}

}  // namespace clocher::tenants
