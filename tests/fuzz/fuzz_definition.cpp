// Fuzzes what reads procedures and forms: a definition, a NUL, then what a resident types everywhere.
#include "core/base/date.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/step.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace clocher;

constexpr Date today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

// Every text field of the definition gets the same bytes; what comes out must be pruned to itself.
void fill(const forms::Definition& definition, std::string_view typed) {
  forms::Answers answers;
  for (const forms::Step& step : definition.steps) {
    http::Form form;
    for (const forms::Field& field : step.fields) form.add(field.id, std::string(typed));
    answers = forms::read_step(definition, step, form, answers, today).values;
  }
  const forms::Answers pruned = forms::prune(definition, answers);
  if (json::serialize(forms::prune(definition, pruned)) != json::serialize(pruned)) std::abort();
  (void)forms::first_incomplete_step(definition, pruned, today);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = input.find('\0');  // never inside JSON text
  const auto definition = forms::parse_definition(input.substr(0, cut));
  if (definition) fill(*definition, cut == std::string_view::npos ? std::string_view() : input.substr(cut + 1));
  return 0;
}
