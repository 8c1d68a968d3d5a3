// The first-run assistant: a few questions, each saved at once; where it was left (reliability §6.2).
#pragma once

#include "tenants/site/profile.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace clocher::tenants {

// In their order, ten at most: contact, hours, mayor, welcome, colors, logo, photo, dpo, licence.
[[nodiscard]] std::span<const std::string_view> first_questions();

enum class FirstStepsState {
  fresh,     // nobody has begun, and nobody has described the town hall otherwise: the first login leads here
  open,      // begun
  finished,  // or never needed: the town hall was described without it
};

struct FirstSteps {
  FirstStepsState state = FirstStepsState::fresh;
  std::string question;  // where it was left
};

[[nodiscard]] FirstSteps read_first_steps(db::ReadTx& tx);

// What one question was answered; only what that question asks is read.
struct FirstAnswer {
  std::string address = {}, postcode = {}, city = {}, phone = {}, email = {};  // contact
  WeekHours hours = {};                                                         // hours
  std::string mayor_name = {};                                                  // mayor
  std::string welcome = {};                                                     // welcome
  std::string theme = {}, accent = {};                                          // colors
  std::optional<std::int64_t> picture_id = {};                                  // logo, photo
  std::string dpo_contact = {};                                                 // dpo
  std::string licence = {};                                                     // licence
};

// Saves the answer where it belongs, for everybody at once, and stands at the next question. not_found first_steps.unknown; invalid
// as the profile, the look and the legal facts say.
[[nodiscard]] Result<FirstSteps> answer_first_question(Tenant& tenant, const Actor& actor, std::string_view question,
                                                       const FirstAnswer& answer, Instant now);
// Stands at that question without an answer (skipped, gone back to), or at the end with "". not_found first_steps.unknown.
[[nodiscard]] Result<FirstSteps> stand_at_question(Tenant& tenant, std::string_view question, Instant now);

}  // namespace clocher::tenants
