// Reads what a procedure costs.
#include "tenants/forms/payment_rule.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/object_reader.hpp"

namespace clocher::forms {
namespace {

constexpr std::int64_t most_cents = 9'999'999;  // what a payment online can hold

}  // namespace

std::optional<PaymentRule> read_payment(ObjectReader& owner, const Definition& definition) {
  const json::Value* value = owner.find("payment");
  if (value == nullptr) return std::nullopt;
  ObjectReader object(*value, owner.where("payment"), owner.problems());
  PaymentRule rule;
  rule.product = object.text("product");
  if (slug(rule.product) != rule.product)
    object.wrong("product", "must be the code of a product, lower case words joined by hyphens");
  rule.amount_cents = object.optional_number("amount_cents", 1, most_cents).value_or(0);
  rule.amount_field = object.optional_text("amount_field");
  if ((rule.amount_cents == 0) == rule.amount_field.empty())
    object.wrong("amount_cents", "give either amount_cents or amount_field");
  const Field* field = rule.amount_field.empty() ? nullptr : find_field(definition, rule.amount_field);
  if (!rule.amount_field.empty() && (field == nullptr || field->type->name != "money"))
    object.wrong("amount_field", "must be the id of a field of type money");
  object.refuse_unknown();
  return rule;
}

}  // namespace clocher::forms
