// Reads the properties of one JSON object.
#include "tenants/forms/object_reader.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_identifier = 60;
const json::Array no_items;

}  // namespace

std::string item_path(std::string_view list_path, std::size_t index) {
  return std::string(list_path) + "[" + std::to_string(index) + "]";
}

bool is_identifier(std::string_view text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto fits = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= longest_identifier && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), fits);
}

ObjectReader::ObjectReader(const json::Value& value, std::string where, Problems& problems)
    : object_(value.if_object()), where_(std::move(where)), problems_(problems) {
  if (object_ == nullptr) problems_.add(where_, "must be an object");
}

std::string ObjectReader::where(std::string_view name) const {
  return where_.empty() ? std::string(name) : where_ + "." + std::string(name);
}

const json::Value* ObjectReader::find(std::string_view name) {
  known_.emplace(name);
  return object_ == nullptr ? nullptr : object_->if_contains(name);
}

std::string ObjectReader::optional_text(std::string_view name) {
  const json::Value* value = find(name);
  if (value == nullptr) return {};
  const auto* string = value->if_string();
  if (string == nullptr) {
    wrong(name, "must be a text");
    return {};
  }
  if (string->size() > longest_text) wrong(name, "must be shorter than 20,000 bytes");
  return std::string(std::string_view(*string));
}

std::string ObjectReader::text(std::string_view name) {
  std::string text = optional_text(name);
  if (trim(text).empty()) wrong(name, "must be there and not empty");
  return text;
}

std::string ObjectReader::identifier(std::string_view name) {
  std::string text = optional_text(name);
  if (!is_identifier(text)) wrong(name, "must be snake_case, begin with a letter and have 1 to 60 characters");
  return text;
}

std::optional<std::int64_t> ObjectReader::optional_number(std::string_view name, std::int64_t minimum,
                                                          std::int64_t maximum) {
  const json::Value* value = find(name);
  if (value == nullptr) return std::nullopt;
  const std::int64_t* number = value->if_int64();
  if (number != nullptr && *number >= minimum && *number <= maximum) return *number;
  wrong(name, "must be a whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum));
  return std::nullopt;
}

std::int64_t ObjectReader::number(std::string_view name, std::int64_t minimum, std::int64_t maximum) {
  const auto number = optional_number(name, minimum, maximum);
  if (!number) wrong(name, "must be there");
  return number.value_or(0);
}

bool ObjectReader::flag(std::string_view name) {
  const json::Value* value = find(name);
  if (value == nullptr || !value->is_bool()) {
    wrong(name, "must be true or false");
    return false;
  }
  return value->get_bool();
}

const json::Array& ObjectReader::optional_list(std::string_view name) {
  const json::Value* value = find(name);
  if (value == nullptr) return no_items;
  if (!value->is_array()) {
    wrong(name, "must be a list");
    return no_items;
  }
  return value->get_array();
}

const json::Array& ObjectReader::list(std::string_view name) {
  const json::Array& items = optional_list(name);
  if (items.empty()) wrong(name, "must be a list of at least one");
  return items;
}

std::vector<std::string> ObjectReader::texts(std::string_view name) {
  std::vector<std::string> texts;
  for (const json::Value& item : optional_list(name)) {
    if (item.is_string()) {
      texts.emplace_back(std::string_view(item.get_string()));
    } else {
      wrong(item_path(name, texts.size()), "must be a text");
    }
  }
  return texts;
}

void ObjectReader::refuse_unknown() {
  if (object_ == nullptr) return;
  for (const auto& [name, value] : *object_) {
    if (!known_.contains(std::string_view(name))) wrong(std::string_view(name), "is not a property that exists here");
  }
}

}  // namespace clocher::forms
