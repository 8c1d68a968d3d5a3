// The one table of field types: how each is collected, read, checked, shown and exported.
#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/http/form.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/forms/definition.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::forms {

using FieldErrors = std::vector<FieldError>;
using Lines = std::vector<std::string>;                            // display text, one line each
using Columns = std::vector<std::pair<std::string, std::string>>;  // column name, flat text

// Empty value without errors: nothing was answered.
struct ReadField {
  std::optional<json::Value> value;
  FieldErrors errors;
};

enum class FieldNature {
  answer,
  file,      // read by file_reading.hpp: its answer is what is stored, never what a form says
  note,      // asks nothing
  computed,  // worked out from earlier answers, see with_computed in step.hpp
};

struct FieldType {
  std::string_view name;
  FieldNature nature;
  std::string_view required_key;  // message when nothing was answered to a required field

  // What was typed, for redisplay: string, array of strings (choices) or object of strings (address); null when the
  // form does not hold the field at all.
  json::Value (*collect)(const Field&, const http::Form&);
  // Raw to canonical, forgiving in format; wrong JSON types are errors, not exceptions. See read_answer.
  ReadField (*read)(const Field&, const json::Value& raw, Date today);
  // Whether a stored value still follows the rules of the field; empty when it does.
  FieldErrors (*check)(const Field&, const json::Value& value, Date today);
  // Canonical to raw: what a resident would have typed.
  json::Value (*to_raw)(const Field&, const json::Value& value);
  // In French, for people. Never throws on a stored value of another type: shows nothing.
  Lines (*show)(const Field&, const json::Value& value, const view::Catalogue&);
  Columns (*flatten)(const Field&, const json::Value& value);
  // Adds the keys of the type's partial (api/views/partials/field_*.html) to the common ones. `raw` may be null.
  void (*fill_view)(const Field&, const json::Value& raw, const view::Catalogue&, json::Object& view);
};

[[nodiscard]] const FieldType* find_field_type(std::string_view name);  // nullptr when unknown
[[nodiscard]] const std::vector<const FieldType*>& field_types();

// What was typed, read and then checked.
[[nodiscard]] ReadField read_answer(const Field& field, const json::Value& raw, Date today);

// An answer in French, and in flat columns for exports.
[[nodiscard]] Lines show(const Field& field, const json::Value& value, const view::Catalogue& catalogue);
[[nodiscard]] Columns flatten(const Field& field, const json::Value& value);

}  // namespace clocher::forms
