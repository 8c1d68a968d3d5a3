// Reads the JSON object of a request into plain values, collecting every error at once.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/http/message.hpp"
#include "core/json/json.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::api {

class JsonBody {
 public:
  // Fails with malformed json.unreadable, json.object_expected, json.type_expected (Content-Type), or invalid
  // json.unknown_property on each property that is not in `names`: a misspelt one is never silently lost.
  [[nodiscard]] static Result<JsonBody> read(const http::Request& request,
                                             std::initializer_list<std::string_view> names);
  [[nodiscard]] static Result<JsonBody> read(const http::Request& request, const std::vector<std::string_view>& names);

  // Each notes an error (json.string_expected ...) when the property is absent or of another type, and returns an empty value.
  [[nodiscard]] std::string text(std::string_view name);
  [[nodiscard]] std::string text_or_empty(std::string_view name);  // may be absent
  [[nodiscard]] std::int64_t integer(std::string_view name);
  [[nodiscard]] std::optional<std::int64_t> integer_or_absent(std::string_view name);
  [[nodiscard]] bool boolean(std::string_view name);
  [[nodiscard]] std::optional<Instant> instant_or_null(std::string_view name);
  [[nodiscard]] json::Array array(std::string_view name);
  [[nodiscard]] json::Object object(std::string_view name);
  [[nodiscard]] std::optional<json::Array> array_or_null(std::string_view name);
  [[nodiscard]] std::optional<double> number_or_null(std::string_view name);
  [[nodiscard]] std::optional<std::int64_t> integer_or_null(std::string_view name);
  [[nodiscard]] json::Array array_or_empty(std::string_view name);                // may be absent
  [[nodiscard]] json::Object object_or_empty(std::string_view name);              // may be absent
  [[nodiscard]] std::optional<Instant> instant_or_absent(std::string_view name);  // may be absent or null
  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

  void note(FieldError error) { errors_.push_back(std::move(error)); }

  // To be asked after reading, before acting.
  [[nodiscard]] Result<void> check() const;

 private:
  explicit JsonBody(json::Object object) : object_(std::move(object)) {}
  const json::Value* find(std::string_view name) const;

  json::Object object_;
  std::vector<FieldError> errors_;
};

}  // namespace clocher::api
