// A block of questions asked once for each of several things: children, vehicles, days.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/group.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <charconv>

namespace clocher::forms {
namespace {

// A number as small as the index of an item; nullopt for anything else.
std::optional<std::size_t> small_index(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size() && text.size() <= 2;
  return is_whole ? std::optional(number) : std::nullopt;
}

json::Object collect_item(const Field& field, const http::Form& form, std::size_t index) {
  json::Object item;
  for (const Field& part : field.fields) {
    json::Value raw = part.type->collect(part_of_item(field, part, index), form);
    if (!raw.is_null()) item[part.id] = std::move(raw);
  }
  return item;
}

// The page says how many items it holds, for boxes and buttons left empty are not sent. "Add" and "remove" are carried out here.
json::Value collect(const Field& field, const http::Form& form) {
  const auto count = small_index(form.get(field.id + ".count"));
  if (!count) return nullptr;
  json::Array items;
  for (std::size_t i = 0; i < std::min(*count, field.max_items); ++i) items.push_back(collect_item(field, form, i));
  const auto removed = small_index(form.get(field.id + ".remove"));
  if (removed && *removed < items.size()) items.erase(items.begin() + static_cast<std::ptrdiff_t>(*removed));
  if (form.has(field.id + ".add") && items.size() < field.max_items) items.push_back(json::Object());
  return items;
}

// One item: what is missing of it is an error unless nothing at all was typed.
struct ReadItem {
  json::Object values;
  FieldErrors errors;
};

ReadItem read_item(const Field& field, const json::Object& raw, std::size_t index, Date today) {
  ReadItem item;
  for (const Field& part : field.fields) {
    const Field asked = part_of_item(field, part, index);
    const json::Value* typed = raw.if_contains(part.id);
    ReadField answer = read_answer(asked, typed == nullptr ? json::Value(nullptr) : *typed, today);
    if (answer.value) {
      item.values[part.id] = std::move(*answer.value);
    } else if (answer.errors.empty() && part.required) {
      item.errors.push_back(error_about(asked, std::string(part.type->required_key)));
    }
    std::move(answer.errors.begin(), answer.errors.end(), std::back_inserter(item.errors));
  }
  return item;
}

bool has_only_missing(const Field& field, const ReadItem& item) {
  return item.values.empty() && std::all_of(item.errors.begin(), item.errors.end(), [&](const FieldError& error) {
           return std::any_of(field.fields.begin(), field.fields.end(),
                              [&](const Field& part) { return error.key == part.type->required_key; });
         });
}

ReadField read(const Field& field, const json::Value& raw, Date today) {
  if (raw.is_null()) return {};
  if (!raw.is_array()) return unreadable(field, "form.repeated");
  const json::Array& typed = raw.get_array();
  json::Array items;
  FieldErrors errors;
  for (std::size_t i = 0; i < std::min(typed.size(), field.max_items); ++i) {
    const json::Object* object = typed[i].if_object();
    if (object == nullptr) return unreadable(field, "form.unreadable_answer");
    ReadItem item = read_item(field, *object, i, today);
    if (has_only_missing(field, item)) continue;  // an item left blank is none
    items.push_back(std::move(item.values));
    std::move(item.errors.begin(), item.errors.end(), std::back_inserter(errors));
  }
  if (!errors.empty()) return {std::nullopt, std::move(errors)};
  if (items.empty()) return {};
  return {json::Value(std::move(items)), {}};
}

FieldErrors check_item(const Field& field, const json::Value& value, std::size_t index, Date today) {
  const json::Object* item = value.if_object();
  if (item == nullptr) return {error_about(field, "form.unreadable_answer")};
  FieldErrors errors;
  for (const Field& part : field.fields) {
    const Field asked = part_of_item(field, part, index);
    const json::Value* answer = item->if_contains(part.id);
    FieldErrors found;
    if (answer != nullptr) found = part.type->check(asked, *answer, today);
    if (answer == nullptr && part.required) found = {error_about(asked, std::string(part.type->required_key))};
    std::move(found.begin(), found.end(), std::back_inserter(errors));
  }
  return errors;
}

FieldErrors check(const Field& field, const json::Value& value, Date today) {
  if (!value.is_array() || value.get_array().empty()) return {error_about(field, "form.unreadable_answer")};
  const json::Array& items = value.get_array();
  FieldErrors errors;
  for (std::size_t i = 0; i < items.size(); ++i) {
    FieldErrors found = check_item(field, items[i], i, today);
    std::move(found.begin(), found.end(), std::back_inserter(errors));
  }
  const auto about_count = [&](const char* key, std::size_t limit) {
    errors.push_back(error_about(field, key, {{"count", std::to_string(limit)}}));
  };
  if (items.size() < field.min_items) about_count("form.group.too_few", field.min_items);
  if (items.size() > field.max_items) about_count("form.group.too_many", field.max_items);
  return errors;
}

json::Value to_raw(const Field& field, const json::Value& value) {
  json::Array items;
  if (!value.is_array()) return items;
  for (const json::Value& stored : value.get_array()) {
    json::Object item;
    for (const Field& part : field.fields) {
      const json::Value* answer = stored.is_object() ? stored.get_object().if_contains(part.id) : nullptr;
      if (answer != nullptr) item[part.id] = part.type->to_raw(part, *answer);
    }
    items.push_back(std::move(item));
  }
  return items;
}

Lines show_items(const Field& field, const json::Value& value, const view::Catalogue& catalogue) {
  Lines lines;
  if (!value.is_array()) return lines;
  const json::Array& items = value.get_array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    Lines of_item;
    for (const Field& part : field.fields) {
      const json::Value* answer = items[i].is_object() ? items[i].get_object().if_contains(part.id) : nullptr;
      std::string joined;
      for (const std::string& line : answer == nullptr ? Lines{} : part.type->show(part, *answer, catalogue))
        joined += (joined.empty() ? "" : ", ") + line;
      if (joined.empty()) continue;
      of_item.push_back(catalogue.text("form.group.line", {{"question", part.label}, {"answer", joined}}));
    }
    if (of_item.empty()) continue;
    lines.push_back(name_of_item(field, i));
    lines.insert(lines.end(), of_item.begin(), of_item.end());
  }
  return lines;
}

Columns flatten_items(const Field& field, const json::Value& value) {
  Columns columns;
  if (!value.is_array()) return columns;
  const json::Array& items = value.get_array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const Field& part : field.fields) {
      const json::Value* answer = items[i].is_object() ? items[i].get_object().if_contains(part.id) : nullptr;
      if (answer == nullptr) continue;
      Field named = part;
      named.id = field.id + "." + std::to_string(i + 1) + "." + part.id;
      for (auto& column : part.type->flatten(named, *answer)) columns.push_back(std::move(column));
    }
  }
  return columns;
}

// The items themselves are drawn by field_view.cpp, which knows their errors.
void fill_view(const Field& field, const json::Value&, const view::Catalogue&, json::Object& view) {
  view["is_group"] = true;
  view["add_label"] = field.add_label;
  view["count_name"] = field.id + ".count";
  view["add_name"] = field.id + ".add";
  view["remove_name"] = field.id + ".remove";
}

}  // namespace

Field part_of_item(const Field& group, const Field& part, std::size_t index) {
  Field asked = part;
  asked.id = group.id + "." + std::to_string(index) + "." + part.id;
  asked.label += " (" + name_of_item(group, index) + ")";
  return asked;
}

std::string name_of_item(const Field& group, std::size_t index) {
  return group.item_label + "\u00A0" + std::to_string(index + 1);
}

const FieldType group_type = {"group", FieldNature::answer, "form.required.group", collect, read, check,
                              to_raw,  show_items,          flatten_items,         fill_view};

}  // namespace clocher::forms
