// Answers that come with the address.
#include "tenants/forms/prefill.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/field_type.hpp"

namespace clocher::forms {

Answers with_prefill(const Step& step, const http::Form& query, const Answers& saved, Date today) {
  Answers answers = saved;
  for (const Field& field : step.fields) {
    if (!field.prefillable || !query.has(field.id) || answers.contains(field.id)) continue;
    ReadField read = read_answer(field, field.type->collect(field, query), today);
    if (read.value && read.errors.empty()) answers[field.id] = std::move(*read.value);
  }
  return answers;
}

std::string prefill_query(const Definition& definition, const http::Form& query) {
  std::string text;
  for (const Step& step : definition.steps) {
    for (const Field& field : step.fields) {
      if (!field.prefillable || !query.has(field.id)) continue;
      text += (text.empty() ? "?" : "&") + field.id + "=" + percent_encode(query.get(field.id));
    }
  }
  return text;
}

}  // namespace clocher::forms
