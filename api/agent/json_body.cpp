// Typed reading of JSON bodies.
#include "api/agent/json_body.hpp"

#include "core/http/form.hpp"

#include <algorithm>

namespace clocher::api {

Result<JsonBody> JsonBody::read(const http::Request& request, std::initializer_list<std::string_view> names) {
  return read(request, std::vector<std::string_view>(names));
}

Result<JsonBody> JsonBody::read(const http::Request& request, const std::vector<std::string_view>& names) {
  if (!request.headers.get("Content-Type").starts_with("application/json"))
    return fail(ErrorKind::malformed, "json.type_expected");
  auto value = json::parse(request.body);
  if (!value) return fail(value.error());
  if (!value->is_object()) return fail(ErrorKind::malformed, "json.object_expected");
  JsonBody body(std::move(value->as_object()));
  Error unknown{ErrorKind::invalid, "input.invalid", {}, {}};
  for (const auto& entry : body.object_) {
    const std::string_view name(entry.key().data(), entry.key().size());
    if (std::ranges::find(names, name) == names.end())
      unknown.fields.push_back({std::string(name), "json.unknown_property", {}});
  }
  if (!unknown.fields.empty()) return fail(std::move(unknown));
  return body;
}

const json::Value* JsonBody::find(std::string_view name) const {
  return object_.if_contains({name.data(), name.size()});
}

std::string JsonBody::text(std::string_view name) {
  const auto value = json::find_string(object_, name);
  if (!value) note({std::string(name), "json.string_expected", {}});
  // The same text as a form would give: UTF-8 without NUL, line ends are LF.
  auto text = http::normalised_text(value.value_or(""));
  if (!text) note({std::string(name), "json.text_unreadable", {}});
  return std::move(text).value_or("");
}

std::string JsonBody::text_or_empty(std::string_view name) {
  return find(name) == nullptr ? std::string() : text(name);
}

std::int64_t JsonBody::integer(std::string_view name) {
  const auto value = json::find_integer(object_, name);
  if (!value) note({std::string(name), "json.integer_expected", {}});
  return value.value_or(0);
}

std::optional<std::int64_t> JsonBody::integer_or_absent(std::string_view name) {
  return find(name) == nullptr ? std::nullopt : std::optional(integer(name));
}

bool JsonBody::boolean(std::string_view name) {
  const json::Value* value = find(name);
  const bool is_boolean = value != nullptr && value->is_bool();
  if (!is_boolean) note({std::string(name), "json.boolean_expected", {}});
  return is_boolean && value->get_bool();
}

std::optional<Instant> JsonBody::instant_or_null(std::string_view name) {
  const json::Value* value = find(name);
  if (value != nullptr && value->is_null()) return std::nullopt;
  return Instant{integer(name)};
}

json::Array JsonBody::array(std::string_view name) {
  const json::Array* value = json::find_array(object_, name);
  if (value == nullptr) note({std::string(name), "json.array_expected", {}});
  return value == nullptr ? json::Array() : *value;
}

json::Object JsonBody::object(std::string_view name) {
  const json::Value* value = find(name);
  if (value != nullptr && value->is_object()) return value->get_object();
  note({std::string(name), "json.object_expected_here", {}});
  return {};
}

std::optional<json::Array> JsonBody::array_or_null(std::string_view name) {
  const json::Value* value = find(name);
  return value != nullptr && value->is_null() ? std::nullopt : std::optional(array(name));
}

std::optional<double> JsonBody::number_or_null(std::string_view name) {
  const json::Value* value = find(name);
  if (value != nullptr && value->is_null()) return std::nullopt;
  if (value != nullptr && value->is_number()) return value->to_number<double>();
  note({std::string(name), "json.number_expected", {}});
  return std::nullopt;
}

std::optional<std::int64_t> JsonBody::integer_or_null(std::string_view name) {
  const json::Value* value = find(name);
  return value != nullptr && value->is_null() ? std::nullopt : std::optional(integer(name));
}

json::Array JsonBody::array_or_empty(std::string_view name) { return has(name) ? array(name) : json::Array(); }

json::Object JsonBody::object_or_empty(std::string_view name) {
  return has(name) ? object(name) : json::Object();
}

std::optional<Instant> JsonBody::instant_or_absent(std::string_view name) {
  return has(name) ? instant_or_null(name) : std::nullopt;
}

Result<void> JsonBody::check() const {
  if (!errors_.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, errors_});
  return {};
}

}  // namespace clocher::api
