// Attempts as JSON.
#include "tenants/dossiers/attempt.hpp"

#include "core/json/json.hpp"

namespace clocher::dossiers {
namespace {

constexpr std::size_t largest_raw_bytes = 256 * 1024;

json::Object to_json(const Arguments& arguments) {
  json::Object object;
  for (const auto& [name, value] : arguments) object[name] = value;
  return object;
}

Arguments to_arguments(const json::Object& object) {
  Arguments arguments;
  for (const auto& [name, value] : object) arguments[std::string(name)] = std::string(value.as_string());
  return arguments;
}

json::Array errors_to_json(const std::vector<FieldError>& errors) {
  json::Array list;
  for (const FieldError& error : errors) {
    list.push_back(json::Object{{"field", error.field}, {"key", error.key}, {"arguments", to_json(error.arguments)}});
  }
  return list;
}

}  // namespace

std::string attempt_to_text(const forms::StepReading& reading) {
  if (reading.is_complete()) return "";
  const bool is_kept = json::serialize(reading.raw).size() <= largest_raw_bytes;
  json::Array shown;
  for (const std::string& field : reading.newly_shown) shown.push_back(json::Value(field));
  return json::serialize(json::Object{{"step", reading.step},
                                      {"raw", is_kept ? reading.raw : json::Object()},
                                      {"errors", errors_to_json(reading.errors)},
                                      {"newly_shown", std::move(shown)}});
}

std::optional<forms::StepReading> read_attempt(std::string_view text, std::string_view step,
                                               const forms::Answers& answers) {
  if (text.empty()) return std::nullopt;
  const json::Value stored = json::parse_trusted(text);
  const json::Object& attempt = stored.as_object();
  if (json::string_or(attempt, "step") != step) return std::nullopt;
  forms::StepReading reading;
  reading.step = step;
  reading.values = answers;
  reading.raw = *json::find_object(attempt, "raw");
  for (const json::Value& error : *json::find_array(attempt, "errors")) {
    const json::Object& object = error.as_object();
    reading.errors.push_back({json::string_or(object, "field"), json::string_or(object, "key"),
                              to_arguments(*json::find_object(object, "arguments"))});
  }
  for (const json::Value& field : *json::find_array(attempt, "newly_shown")) {
    reading.newly_shown.emplace_back(field.as_string());
  }
  return reading;
}

}  // namespace clocher::dossiers
