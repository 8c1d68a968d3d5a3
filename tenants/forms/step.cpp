// Reads what a form sent for one step.
#include "tenants/forms/step.hpp"

#include "tenants/forms/field_type.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"
#include "tenants/forms/file_reading.hpp"
#include "tenants/forms/visibility.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

class StepReader {
 public:
  StepReader(const Definition& definition, const Step& step, const http::Form& form, const Answers& saved, Date today)
      : definition_(definition),
        step_(step),
        form_(form),
        saved_(saved),
        today_(today),
        counted_(counted_before(definition, step, saved)),
        on_page_(visible_fields(definition, step, saved)) {
    reading_.values = saved;
    reading_.step = step.id;
  }

  StepReading read() && {
    const bool is_hidden_step = !is_visible(step_.show_if, counted_);
    for (const Field& field : step_.fields) {
      json::Value raw = field.type->collect(field, form_);
      if (!raw.is_null()) reading_.raw[field.id] = raw;
      if (field.type == &group_type) note_rearrangement(field, raw);
      if (is_hidden_step || !is_visible(field.show_if, counted_)) {
        remove_files(field, saved_, reading_);  // takes any other answer away too
      } else {
        read_visible(field, raw);
      }
    }
    if (!reading_.rearranged.empty()) reading_.errors.clear();
    reading_.values = with_computed(definition_, reading_.values, today_);
    return std::move(reading_);
  }

 private:
  // Lands on the item that was added, or on the block one was taken from.
  void note_rearrangement(const Field& field, const json::Value& raw) {
    if (!raw.is_array() || !(form_.has(field.id + ".add") || form_.has(field.id + ".remove"))) return;
    const std::size_t last = std::max<std::size_t>(raw.get_array().size(), 1) - 1;
    reading_.rearranged = control_id(form_.has(field.id + ".add") ? field.id + "." + std::to_string(last) : field.id);
  }

  void read_visible(const Field& field, const json::Value& raw) {
    if (field.compute) return read_computed(field);
    if (!was_on_page(field, raw)) reading_.newly_shown.push_back(field.id);
    switch (field.type->nature) {
      case FieldNature::note:
      case FieldNature::computed: return;
      case FieldNature::file:
        if (was_on_page(field, raw)) read_files(as_required(field), form_, saved_, reading_);
        return;
      case FieldNature::answer: read_value(field, raw);
    }
    if (const json::Value* value = reading_.values.if_contains(field.id)) counted_[field.id] = *value;
  }

  void read_computed(const Field& field) {
    reading_.values.erase(field.id);
    const auto value = compute(*field.compute, counted_, today_);
    if (value) reading_.values[field.id] = counted_[field.id] = *value;
  }

  Field as_required(const Field& field) const {
    Field asked = field;
    asked.required = is_required(field, counted_);
    return asked;
  }

  void read_value(const Field& field, const json::Value& raw) {
    ReadField answer = read_answer(field, raw, today_);
    reading_.values.erase(field.id);
    if (answer.value) reading_.values[field.id] = std::move(*answer.value);
    const bool is_missing =
        is_required(field, counted_) && answer.errors.empty() && !reading_.values.contains(field.id);
    if (is_missing && was_on_page(field, raw)) {
      reading_.errors.push_back({field.id, std::string(field.type->required_key), {{"label", field.label}}});
    }
    std::move(answer.errors.begin(), answer.errors.end(), std::back_inserter(reading_.errors));
  }

  // Drawn from the saved answers, or sent all the same: boxes left empty are not sent.
  bool was_on_page(const Field& field, const json::Value& raw) const {
    const bool is_list = raw.is_array() && raw.get_array().empty();
    const bool was_sent = (!raw.is_null() && !is_list) || !form_.files(field.id).empty();
    return was_sent || std::find(on_page_.begin(), on_page_.end(), &field) != on_page_.end();
  }

  const Definition& definition_;
  const Step& step_;
  const http::Form& form_;
  const Answers& saved_;
  Date today_;
  Answers counted_;
  std::vector<const Field*> on_page_;
  StepReading reading_;
};

}  // namespace

StepReading read_step(const Definition& definition, const Step& step, const http::Form& form, const Answers& saved,
                      Date today) {
  return StepReader(definition, step, form, saved, today).read();
}

}  // namespace clocher::forms
