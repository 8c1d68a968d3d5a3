// Short ways to make definitions, fields, forms and answers in tests of forms.
#pragma once

#include "core/http/form.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/step.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::forms::test {

// The day on which tests fill forms: 24 novembre 2026.
inline constexpr Date today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

[[nodiscard]] const view::Catalogue& french();  // the catalogue of the product; a missing key throws

// The whole of a small procedure around these steps (JSON), whose last step asks for name and e-mail.
[[nodiscard]] std::string procedure_json(std::string_view steps_json);
[[nodiscard]] Definition procedure(std::string_view steps_json);

// One field from its JSON without "id" and "label": R"("type":"date","required":true)". Its id is "it".
[[nodiscard]] Field field(std::string_view properties_json);

// What was typed into a field of these properties (as for field()), read on `today`; `raw` is JSON.
[[nodiscard]] ReadField read(const char* properties, const char* raw);

// Rows of tables: what a field accepts and how it is kept; what it refuses and with which message. raw and value are JSON.
struct Good {
  const char* field;
  const char* raw;
  const char* value;
};

struct Bad {
  const char* field;
  const char* raw;
  const char* error;
};

[[nodiscard]] http::Form form(std::initializer_list<std::pair<std::string, std::string>> values);
[[nodiscard]] Answers answers(std::string_view json_text);
[[nodiscard]] std::string text(const json::Value& value);

// Steps and keys in short: {"first", "second"} and {"name: form.required.text"}.
[[nodiscard]] std::vector<std::string> ids(const std::vector<const Step*>& steps);
[[nodiscard]] std::vector<std::string> ids(const std::vector<const Field*>& fields);
[[nodiscard]] std::vector<std::string> keys(const std::vector<FieldError>& errors);

}  // namespace clocher::forms::test
