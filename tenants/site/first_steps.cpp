// The questions as a table: where each answer is written.
#include "tenants/site/first_steps.hpp"

#include "tenants/site/legal.hpp"
#include "tenants/site/look.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

struct Answering {
  db::Tx& tx;
  const Actor& actor;
  const Profile& profile;  // as it is before
  const FirstAnswer& answer;
  Instant now;

  [[nodiscard]] Result<Profile> save(const ProfileInput& input) const { return change_profile(tx, actor, input, now); }
  [[nodiscard]] Result<Profile> save(const LookInput& input) const { return change_look(tx, actor, input, now); }
  [[nodiscard]] Result<Profile> save(const LegalInput& input) const { return change_legal(tx, actor, input, now); }
};

Result<Profile> save_contact(const Answering& it) {
  ProfileInput input = input_of(it.profile);
  input.address = it.answer.address;
  input.postcode = it.answer.postcode;
  input.city = it.answer.city;
  input.phone = it.answer.phone;
  input.email = it.answer.email;
  return it.save(input);
}

Result<Profile> save_hours(const Answering& it) {
  ProfileInput input = input_of(it.profile);
  input.hours = it.answer.hours;
  input.hours_confirmed = true;
  return it.save(input);
}

Result<Profile> save_mayor(const Answering& it) {
  ProfileInput input = input_of(it.profile);
  input.mayor_name = it.answer.mayor_name;
  return it.save(input);
}

Result<Profile> save_welcome(const Answering& it) {
  LookInput input = look_of(it.profile);
  input.welcome = it.answer.welcome;
  return it.save(input);
}

Result<Profile> save_colors(const Answering& it) {
  LookInput input = look_of(it.profile);
  input.theme = it.answer.theme;
  input.accent = it.answer.accent;
  return it.save(input);
}

Result<Profile> save_logo(const Answering& it) {
  LookInput input = look_of(it.profile);
  input.logo_id = it.answer.picture_id;
  return it.save(input);
}

Result<Profile> save_photo(const Answering& it) {
  LookInput input = look_of(it.profile);
  input.hero_id = it.answer.picture_id;
  return it.save(input);
}

Result<Profile> save_dpo(const Answering& it) {
  LegalInput input = legal_of(it.profile);
  input.dpo_contact = it.answer.dpo_contact;
  return it.save(input);
}

Result<Profile> save_licence(const Answering& it) {
  LegalInput input = legal_of(it.profile);
  input.licence = it.answer.licence;
  return it.save(input);
}

constexpr std::array<std::string_view, 9> names = {"contact", "hours", "mayor", "welcome", "colors",
                                                   "logo",    "photo", "dpo",   "licence"};
using Save = Result<Profile> (*)(const Answering&);
constexpr std::array<Save, 9> saves = {save_contact, save_hours, save_mayor, save_welcome, save_colors,
                                       save_logo,    save_photo, save_dpo,   save_licence};

Failure unknown() { return fail(ErrorKind::not_found, "first_steps.unknown"); }

// Once it was finished it stays so, whoever looks at it again.
void stand(db::Tx& tx, std::string_view question, std::optional<Instant> finished_at) {
  tx.run(
      "INSERT INTO first_steps (id, question, finished_at) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET question = "
      "excluded.question, finished_at = COALESCE(first_steps.finished_at, excluded.finished_at)",
      question, finished_at);
}

}  // namespace

std::span<const std::string_view> first_questions() { return names; }

FirstSteps read_first_steps(db::ReadTx& tx) {
  const auto kept = tx.one("SELECT question, finished_at IS NOT NULL FROM first_steps WHERE id = 1", [](const db::Row& row) {
    return FirstSteps{row.boolean(1) ? FirstStepsState::finished : FirstStepsState::open, row.text(0)};
  });
  if (kept) return *kept;
  const bool is_described = tx.number(
                                "SELECT EXISTS (SELECT 1 FROM journal_event WHERE verb IN ('profile.changed', "
                                "'look.changed', 'legal.changed'))") > 0;
  return {is_described ? FirstStepsState::finished : FirstStepsState::fresh, std::string(names.front())};
}

Result<FirstSteps> answer_first_question(Tenant& tenant, const Actor& actor, std::string_view question,
                                         const FirstAnswer& answer, Instant now) {
  const auto found = std::ranges::find(names, question);
  if (found == names.end()) return unknown();
  const auto at = static_cast<std::size_t>(found - names.begin());
  return tenant.write([&](db::Tx& tx) -> Result<FirstSteps> {
    const auto saved = saves[at]({tx, actor, read_profile(tx), answer, now});
    if (!saved) return fail(saved.error());
    const bool is_last = at + 1 == names.size();
    stand(tx, is_last ? names.back() : names[at + 1], is_last ? std::optional(now) : std::nullopt);
    return read_first_steps(tx);
  });
}

Result<FirstSteps> stand_at_question(Tenant& tenant, std::string_view question, Instant now) {
  const bool is_end = question.empty();
  if (!is_end && std::ranges::find(names, question) == names.end()) return unknown();
  return tenant.write_private([&](db::Tx& tx) -> Result<FirstSteps> {
    stand(tx, is_end ? names.back() : question, is_end ? std::optional(now) : std::nullopt);
    return read_first_steps(tx);
  });
}

}  // namespace clocher::tenants
