// Walks, and says where it does not go as written.
#include "tenants/dossiers/test_walk.hpp"

#include "tenants/forms/ending.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/sample_uploads.hpp"

#include <algorithm>

namespace clocher::dossiers {
namespace {

using forms::Step;
using forms::TestAct;
using Reason = std::optional<std::string>;

constexpr std::int64_t kept_seconds = 30 * one_day;
constexpr int most_times_on_a_page = 10;  // a question may appear, and then another

// As a browser names what it sends: "id", "id.part" of an address, once for each box that is ticked, "id.0.part" of a block.
void add_answer(http::Form& form, const std::string& name, const json::Value& answer) {
  if (answer.is_string()) form.add(name, std::string(answer.get_string()));
  if (answer.is_bool() && answer.get_bool()) form.add(name, "yes");
  if (answer.is_int64()) form.add(name, std::to_string(answer.get_int64()));
  if (answer.is_array()) {
    const bool is_group = !answer.get_array().empty() && answer.get_array().front().is_object();
    if (is_group) form.add(name + ".count", std::to_string(answer.get_array().size()));
    std::size_t index = 0;
    for (const json::Value& one : answer.get_array())
      add_answer(form, is_group ? name + "." + std::to_string(index++) : name, one);
  }
  if (answer.is_object()) {
    for (const auto& [part, value] : answer.get_object()) add_answer(form, name + "." + std::string(part), value);
  }
}

void add_files(http::Form& form, const std::string& field, const json::Value& answer) {
  if (answer.is_array()) {
    for (const json::Value& one : answer.get_array()) add_files(form, field, one);
  }
  if (!answer.is_string()) return;
  if (auto upload = forms::sample_upload(field, answer.get_string())) form.add_file(std::move(*upload));
}

}  // namespace

Reason TestWalk::fill(const TestAct& act, Instant now) {
  for (const auto& [field, answer] : act.answers) given_[field] = answer;
  on_page_.clear();
  joined_.clear();
  if (auto reason = have_draft(now)) return reason;
  return walk(act, now);
}

Reason TestWalk::have_draft(Instant now) {
  const auto procedure = tenant_.read([&](db::ReadTx& tx) { return forms::find_procedure(tx, definition_.slug); });
  draft_ = tenant_.read([&](db::ReadTx& tx) { return find_draft(tx, procedure->id, token_, now); });
  if (draft_) return std::nullopt;
  auto started = start_draft(tenant_, *procedure, kept_seconds, now);
  if (!started) return texts_.catalogue.text(started.error().key, started.error().arguments);
  draft_ = std::move(started->draft);
  token_ = std::move(started->token);
  return std::nullopt;
}

Reason TestWalk::walk(const TestAct& act, Instant now) {
  const Date today = to_local(now).date;
  const Step* step = forms::visible_steps(definition_, draft_->answers).front();
  for (int times = 0; step != nullptr; ++times) {
    if (times == most_times_on_a_page) return say("goes_round", {{"page", step->title}});
    const http::Form form = form_of(*step, act);
    const forms::StepReading reading = forms::read_step(definition_, *step, form, draft_->answers, today);
    auto saved = save_step(tenant_, *draft_, reading, kept_seconds, now);
    if (!saved) return texts_.catalogue.text(saved.error().key, saved.error().arguments);
    draft_ = std::move(*saved);
    if (!reading.errors.empty()) return compare_errors(act, reading);
    if (!reading.is_complete()) continue;
    step = forms::find_ending(definition_, draft_->answers, today)
               ? nullptr
               : forms::next_step(definition_, *step, draft_->answers);
    times = -1;
  }
  return end(act);
}

http::Form TestWalk::form_of(const Step& step, const TestAct& act) {
  http::Form form;
  for (const forms::Field* field : forms::visible_fields(definition_, step, draft_->answers)) {
    on_page_.insert(field->id);
    if (field->type->nature == forms::FieldNature::file) {
      // What was joined stays joined: a browser sends a file once.
      const json::Value* files = act.answers.if_contains(field->id);
      if (files != nullptr && joined_.insert(field->id).second) add_files(form, field->id, *files);
    } else if (const json::Value* answer = given_.if_contains(field->id)) {
      add_answer(form, field->id, *answer);
    }
  }
  return form;
}

Reason TestWalk::compare_errors(const TestAct& act, const forms::StepReading& reading) const {
  std::map<std::string, std::string> found;
  for (const FieldError& error : reading.errors) {
    found.emplace(error.field, error.key);
    const auto expected = act.refused.find(error.field);
    if (expected != act.refused.end() && expected->second == error.key) continue;
    return say("answer_refused", {{"question", name_of(error.field)},
                                  {"message", texts_.catalogue.text(error.key, error.arguments)},
                                  {"key", error.key}});
  }
  for (const auto& [field, key] : act.refused) {
    if (!found.contains(field)) return say("answer_not_refused", {{"question", name_of(field)}, {"key", key}});
  }
  return std::nullopt;
}

Reason TestWalk::end(const TestAct& act) const {
  if (!act.refused.empty()) {
    const auto& [field, key] = *act.refused.begin();
    return say("answer_not_refused", {{"question", name_of(field)}, {"key", key}});
  }
  for (const auto& [field, answer] : act.answers) {
    if (!on_page_.contains(std::string(field))) return say("never_asked", {{"question", name_of(std::string(field))}});
  }
  return std::nullopt;
}

Reason TestWalk::compare_asked(const TestAct& act) const {
  if (!draft_) return say("nothing_answered");
  for (const std::string& id : act.asked) {
    if (!is_asked(id)) return say("not_asked", {{"question", name_of(id)}});
  }
  for (const std::string& id : act.not_asked) {
    if (is_asked(id)) return say("asked", {{"question", name_of(id)}});
  }
  return std::nullopt;
}

Reason TestWalk::compare_ending(const TestAct& act, Instant now) const {
  if (!draft_) return say("nothing_answered");
  const auto reached = forms::find_ending(definition_, draft_->answers, to_local(now).date);
  if (!reached) return say("does_not_end");
  const std::string page = reached->ending->title + "\n" + reached->ending->text;
  if (page.find(act.text) == std::string::npos) return say("ends_without", {{"words", act.text}});
  return std::nullopt;
}

bool TestWalk::is_asked(const std::string& id) const {
  for (const Step* step : forms::visible_steps(definition_, draft_->answers)) {
    if (step->id == id) return true;
    const auto fields = forms::visible_fields(definition_, *step, draft_->answers);
    if (std::ranges::any_of(fields, [&](const forms::Field* field) { return field->id == id; })) return true;
  }
  return false;
}

std::optional<Id<Draft>> TestWalk::draft() const { return draft_ ? std::optional(draft_->id) : std::nullopt; }

std::string TestWalk::applicant_address() const {
  const json::Value* address = given_.if_contains(definition_.applicant.email);
  return address != nullptr && address->is_string() ? std::string(address->get_string()) : std::string();
}

std::string TestWalk::name_of(const std::string& id) const {
  if (const Step* step = forms::find_step(definition_, id)) return step->title;
  const forms::Field* field = forms::find_field(definition_, id.substr(0, id.find_first_of(".[")));
  return field == nullptr ? id : field->label;
}

std::string TestWalk::say(std::string_view key, const Arguments& arguments) const {
  return texts_.catalogue.text("procedure_test." + std::string(key), arguments);
}

}  // namespace clocher::dossiers
