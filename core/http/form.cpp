// Chooses the reader of a body and reads application/x-www-form-urlencoded.
#include "core/http/form.hpp"

#include "core/base/text.hpp"
#include "core/http/header_value.hpp"
#include "core/http/multipart.hpp"

#include <algorithm>
#include <optional>

namespace clocher::http {
namespace {

constexpr std::size_t most_query_pairs = 200;

std::optional<std::string> decode(std::string_view text) {
  std::string with_spaces(text);
  std::replace(with_spaces.begin(), with_spaces.end(), '+', ' ');
  const auto bytes = percent_decode(with_spaces);
  if (!bytes) return std::nullopt;
  return normalised_text(*bytes);
}

using Pair = std::pair<std::string, std::string>;

// nullopt when either side cannot be read or the name is empty, which no browser sends.
std::optional<Pair> read_pair(std::string_view text) {
  const std::size_t equals = text.find('=');
  auto name = decode(text.substr(0, equals));
  auto value = equals == std::string_view::npos ? std::optional<std::string>("") : decode(text.substr(equals + 1));
  if (!name || name->empty() || !value) return std::nullopt;
  return Pair(std::move(*name), std::move(*value));
}

// Calls `visit` with each non-empty piece between ampersands until it answers false.
template <class Visit>
void for_each_pair(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    if (end > 0 && !visit(text.substr(0, end))) return;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Result<Form> parse_urlencoded(std::string_view body, const FormLimits& limits) {
  Form form;
  std::optional<Failure> failure;
  for_each_pair(body, [&](std::string_view text) {
    auto pair = read_pair(text);
    failure = pair ? check_field(form, pair->first, pair->second.size(), limits)
                   : fail(ErrorKind::malformed, "form.unreadable");
    if (!failure) form.add(std::move(pair->first), std::move(pair->second));
    return !failure;
  });
  if (failure) return *failure;
  return form;
}

}  // namespace

std::optional<std::string> normalised_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos || !is_valid_utf8(text)) return std::nullopt;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool first_of_two = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!first_of_two) out += text[i] == '\r' ? '\n' : text[i];
  }
  return out;
}

std::optional<Failure> check_field(const Form& form, std::string_view name, std::size_t value_bytes,
                                   const FormLimits& limits) {
  const auto refuse = [](std::string key, Arguments arguments) {
    return fail(ErrorKind::too_large, std::move(key), std::move(arguments));
  };
  if (form.fields().size() >= limits.fields)
    return refuse("form.too_many_fields", {{"limit", std::to_string(limits.fields)}});
  if (name.size() > limits.name_bytes)
    return refuse("form.name_too_large", {{"limit", std::to_string(limits.name_bytes)}});
  if (value_bytes <= limits.field_bytes) return std::nullopt;
  return refuse("form.field_too_large", {{"field", std::string(name)}, {"limit", std::to_string(limits.field_bytes)}});
}

std::string_view Form::get(std::string_view name) const {
  for (const auto& [known, value] : fields_) {
    if (known == name) return value;
  }
  return {};
}

bool Form::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
}

std::vector<std::string_view> Form::values(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [known, value] : fields_) {
    if (known == name) found.push_back(value);
  }
  return found;
}

std::vector<const UploadedFile*> Form::files(std::string_view field) const {
  std::vector<const UploadedFile*> found;
  for (const UploadedFile& file : files_) {
    if (file.field == field) found.push_back(&file);
  }
  return found;
}

Result<Form> parse_form(const Request& request, const FormLimits& limits) {
  const auto type = parse_header_value(request.headers.get("Content-Type"));
  if (type && type->value == "application/x-www-form-urlencoded") return parse_urlencoded(request.body, limits);
  if (type && type->value == "multipart/form-data") {
    if (const auto boundary = type->parameter("boundary")) return parse_multipart(request.body, *boundary, limits);
  }
  return fail(ErrorKind::malformed, "form.unreadable");
}

Form parse_query(std::string_view query) {
  Form form;
  std::size_t seen = 0;
  for_each_pair(query, [&](std::string_view text) {
    if (auto pair = read_pair(text)) form.add(std::move(pair->first), std::move(pair->second));
    return ++seen < most_query_pairs;
  });
  return form;
}

}  // namespace clocher::http
