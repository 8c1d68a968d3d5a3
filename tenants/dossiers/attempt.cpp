// Attempts as JSON: {"last": "step", "steps": {"step": {"raw", "errors", "newly_shown"}}}.
#include "tenants/dossiers/attempt.hpp"

#include "core/json/json.hpp"

#include <utility>

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

// Drafts begun before 2026-12 hold one attempt, which names its step itself.
json::Object read_kept(std::string_view text) {
  json::Object kept = text.empty() ? json::Object() : json::parse_trusted(text).as_object();
  if (kept.contains("steps")) return kept;
  const std::string step = json::string_or(kept, "step");
  if (step.empty()) return {{"last", ""}, {"steps", json::Object()}};
  return {{"last", step}, {"steps", json::Object{{step, kept}}}};
}

std::string forget(json::Object kept, const std::string& step) {
  json::Object& steps = kept["steps"].as_object();
  steps.erase(step);
  if (steps.empty()) return "";
  if (json::string_or(kept, "last") == step) kept["last"] = steps.begin()->key();
  return json::serialize(kept);
}

std::string keep(json::Object kept, const forms::StepReading& reading, json::Object attempt) {
  const bool is_kept = json::serialize(reading.raw).size() <= largest_raw_bytes;
  attempt["raw"] = is_kept ? reading.raw : json::Object();
  kept["last"] = reading.step;
  kept["steps"].as_object()[reading.step] = std::move(attempt);
  return json::serialize(kept);
}

}  // namespace

std::string with_attempt(std::string_view kept, const forms::StepReading& reading) {
  if (reading.is_complete()) return forget(read_kept(kept), reading.step);
  json::Array shown;
  for (const std::string& field : reading.newly_shown) shown.push_back(json::Value(field));
  return keep(read_kept(kept), reading, {{"errors", errors_to_json(reading.errors)}, {"newly_shown", std::move(shown)}});
}

std::string with_typed(std::string_view kept, const forms::StepReading& reading) {
  return keep(read_kept(kept), reading, {{"errors", json::Array()}, {"newly_shown", json::Array()}});
}

std::optional<forms::StepReading> read_attempt(std::string_view text, std::string_view step,
                                               const forms::Answers& answers) {
  const json::Object kept = read_kept(text);
  const json::Object* attempt = json::find_object(*json::find_object(kept, "steps"), step);
  if (attempt == nullptr) return std::nullopt;
  forms::StepReading reading;
  reading.step = step;
  reading.values = answers;
  reading.raw = *json::find_object(*attempt, "raw");
  for (const json::Value& error : *json::find_array(*attempt, "errors")) {
    const json::Object& object = error.as_object();
    reading.errors.push_back({json::string_or(object, "field"), json::string_or(object, "key"),
                              to_arguments(*json::find_object(object, "arguments"))});
  }
  for (const json::Value& field : *json::find_array(*attempt, "newly_shown")) {
    reading.newly_shown.emplace_back(field.as_string());
  }
  return reading;
}

std::string last_attempted_step(std::string_view text) { return json::string_or(read_kept(text), "last"); }

}  // namespace clocher::dossiers
