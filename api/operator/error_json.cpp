// Kinds travel by their names.
#include "api/operator/error_json.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::api::control {
namespace {

using KindName = std::pair<ErrorKind, std::string_view>;
constexpr std::array<KindName, 10> kind_names = {{{ErrorKind::invalid, "invalid"},
                                                  {ErrorKind::malformed, "malformed"},
                                                  {ErrorKind::unauthenticated, "unauthenticated"},
                                                  {ErrorKind::forbidden, "forbidden"},
                                                  {ErrorKind::not_found, "not_found"},
                                                  {ErrorKind::conflict, "conflict"},
                                                  {ErrorKind::too_large, "too_large"},
                                                  {ErrorKind::too_many, "too_many"},
                                                  {ErrorKind::unavailable, "unavailable"},
                                                  {ErrorKind::storage_full, "storage_full"}}};

std::string_view name_of(ErrorKind kind) {
  const auto found = std::ranges::find(kind_names, kind, &KindName::first);
  return found == kind_names.end() ? "unavailable" : found->second;
}

ErrorKind kind_of(std::string_view name) {
  const auto found = std::ranges::find(kind_names, name, &KindName::second);
  return found == kind_names.end() ? ErrorKind::unavailable : found->first;
}

// Names as they are printed; the arguments beside the sentence keep the register's.
Arguments with_printed_names(Arguments arguments) {
  for (const char* name : {"name", "current_name", "epci"}) {
    if (const auto found = arguments.find(name); found != arguments.end())
      found->second = with_typographic_apostrophes(found->second);
  }
  return arguments;
}

// A key without a sentence is shown as it is: an operator can still search for it.
std::string sentence(const view::Catalogue& catalogue, const std::string& key, const Arguments& arguments) {
  return catalogue.has(key) || catalogue.has(key + ".other") ? catalogue.text(key, with_printed_names(arguments)) : key;
}

json::Object arguments_to_json(const Arguments& arguments) {
  json::Object object;
  for (const auto& [name, value] : arguments) object[name] = value;
  return object;
}

Arguments arguments_from_json(const json::Object& object) {
  Arguments arguments;
  const json::Object* given = json::find_object(object, "arguments");
  if (given == nullptr) return arguments;
  for (const auto& entry : *given) arguments[std::string(entry.key())] = json::string_or(*given, entry.key());
  return arguments;
}

}  // namespace

std::string describe(const view::Catalogue& catalogue, const Error& error) {
  std::string text = sentence(catalogue, error.key, error.arguments);
  for (const FieldError& field : error.fields) {
    text += "\n  " + field.field + " : " + sentence(catalogue, field.key, field.arguments);
  }
  return text;
}

json::Object error_to_json(const view::Catalogue& catalogue, const Error& error) {
  json::Array fields;
  for (const FieldError& field : error.fields) {
    fields.push_back(json::Object{{"field", field.field},
                                  {"key", field.key},
                                  {"arguments", arguments_to_json(field.arguments)},
                                  {"message", sentence(catalogue, field.key, field.arguments)}});
  }
  return {{"error", json::Object{{"kind", name_of(error.kind)},
                                 {"key", error.key},
                                 {"arguments", arguments_to_json(error.arguments)},
                                 {"message", sentence(catalogue, error.key, error.arguments)},
                                 {"fields", std::move(fields)}}}};
}

Error error_from_json(const json::Object& body) {
  const json::Object* object = json::find_object(body, "error");
  if (object == nullptr) return {ErrorKind::unavailable, "request.failed", {}, {}};
  Error error{kind_of(json::string_or(*object, "kind")),
              json::string_or(*object, "key", "request.failed"),
              arguments_from_json(*object),
              {}};
  const json::Array* fields = json::find_array(*object, "fields");
  if (fields == nullptr) return error;
  for (const json::Value& each : *fields) {
    if (!each.is_object()) continue;
    const json::Object& field = each.get_object();
    error.fields.push_back(
        {json::string_or(field, "field"), json::string_or(field, "key"), arguments_from_json(field)});
  }
  return error;
}

}  // namespace clocher::api::control
