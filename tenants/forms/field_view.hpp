// The data of one field's partial: form_view.cpp puts fields into pages.
#pragma once

#include "core/json/json.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/forms/field_type.hpp"

namespace clocher::forms {

// Every key of partials/field.html and of the partial of its type. `raw` is what stands in the control, maybe null.
// `is_required` may differ from field.required, see require_if.
struct FieldState {
  const json::Value& raw;
  const FieldErrors& errors;  // of the whole page
  bool is_required = false;
};
[[nodiscard]] json::Object field_view(const Field& field, const FieldState& state, const view::Catalogue& catalogue);

// A sentence that stands where a field would.
[[nodiscard]] json::Object notice_view(const view::Catalogue& catalogue);

// Where the link of an error leads: "#f-birth_date". The first part of an address or of a place has the id of the whole.
[[nodiscard]] std::string error_href(const Definition& definition, const FieldError& error);

}  // namespace clocher::forms
