// Property by property, noting what does not fit.
#include "tenants/site/part_reader.hpp"

#include "core/base/text.hpp"
#include "core/http/form.hpp"
#include "core/view/markdown.hpp"
#include "tenants/forms/clean_text.hpp"

#include <algorithm>
#include <limits>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_link = 2000;
const json::Array no_items;

}  // namespace

PartReader::PartReader(const json::Value& value, PartPlace place, Completeness completeness,
                       std::vector<FieldError>& errors)
    : object_(value.if_object()), place_(std::move(place)), completeness_(completeness), errors_(errors) {
  if (object_ == nullptr) fault("", "object_expected");
}

const json::Value* PartReader::find(std::string_view name) {
  known_.emplace(name);
  const json::Value* value = object_ == nullptr ? nullptr : object_->if_contains(name);
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::string PartReader::string(std::string_view name) {
  const json::Value* value = find(name);
  if (value == nullptr) return {};
  const auto* string = value->if_string();
  auto text = string == nullptr ? std::nullopt : http::normalised_text(std::string_view(*string));
  if (!text) fault(name, "text_expected");
  return std::move(text).value_or("");
}

std::string PartReader::limited(std::string_view name, std::string text, std::size_t longest) {
  if (length_in_characters(text) <= longest) return text;
  fault(name, "too_long", {{"maximum", std::to_string(longest)}});
  return {};
}

std::string PartReader::line(std::string_view name, std::size_t longest) {
  return limited(name, forms::clean_line(string(name)), longest);
}

std::string PartReader::text(std::string_view name, std::size_t longest) {
  std::string written = string(name);
  return limited(name, trim(written).empty() ? std::string() : std::move(written), longest);
}

std::string PartReader::choice(std::string_view name, std::span<const std::string_view> allowed) {
  std::string value = string(name);
  if (value.empty() || std::ranges::find(allowed, value) != allowed.end()) return value;
  fault(name, "choice");
  return {};
}

std::string PartReader::link(std::string_view name) {
  const std::string written = string(name);
  std::string url(trim(written));
  if (url.empty()) return url;
  if (view::is_safe_link(url)) return limited(name, std::move(url), longest_link);
  fault(name, "link");
  return {};
}

std::optional<std::int64_t> PartReader::number(std::string_view name, std::int64_t minimum, std::int64_t maximum) {
  const json::Value* value = find(name);
  if (value == nullptr) return std::nullopt;
  const std::int64_t* number = value->if_int64();
  if (number != nullptr && *number >= minimum && *number <= maximum) return *number;
  fault(name, "number", {{"minimum", std::to_string(minimum)}, {"maximum", std::to_string(maximum)}});
  return std::nullopt;
}

std::optional<std::int64_t> PartReader::row(std::string_view name) {
  const json::Value* value = find(name);
  if (value == nullptr) return std::nullopt;
  const std::int64_t* number = value->if_int64();
  if (number != nullptr && *number > 0) return *number;
  fault(name, "row");
  return std::nullopt;
}

bool PartReader::flag(std::string_view name) {
  const json::Value* value = find(name);
  if (value == nullptr) return false;
  if (!value->is_bool()) fault(name, "flag");
  return value->is_bool() && value->get_bool();
}

const json::Array& PartReader::list(std::string_view name, std::size_t longest) {
  const json::Value* value = find(name);
  if (value == nullptr) return no_items;
  if (!value->is_array()) {
    fault(name, "list_expected");
    return no_items;
  }
  if (value->get_array().size() <= longest) return value->get_array();
  fault(name, "too_many", {{"maximum", std::to_string(longest)}});
  return no_items;
}

void PartReader::fault(std::string_view name, std::string_view word, Arguments arguments) {
  arguments.insert(place_.arguments.begin(), place_.arguments.end());
  std::string field = place_.path;
  if (!name.empty()) field += "." + std::string(name);
  errors_.push_back({std::move(field), place_.family + "." + std::string(word), std::move(arguments)});
}

void PartReader::missing(std::string_view name, std::string_view word) {
  if (completeness_ == Completeness::complete) fault(name, word);
}

PartPlace PartReader::below(std::string_view name) const {
  return {place_.path + "." + std::string(name), place_.family, place_.arguments};
}

PartPlace PartReader::below(std::string_view name, std::size_t index) const {
  PartPlace place = below(name);
  place.path += "." + std::to_string(index);
  return place;
}

void PartReader::refuse_unknown() {
  if (object_ == nullptr) return;
  for (const auto& [name, value] : *object_) {
    if (!known_.contains(std::string_view(name))) fault(std::string_view(name), "unknown_property");
  }
}

void put(json::Object& object, std::string_view name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}
void put(json::Object& object, std::string_view name, const std::optional<std::int64_t>& number) {
  if (number) object[name] = *number;
}
void put_flag(json::Object& object, std::string_view name, const bool& flag) {
  if (flag) object[name] = true;
}

}  // namespace clocher::tenants
