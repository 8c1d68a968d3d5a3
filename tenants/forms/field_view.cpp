// Builds the data of fields.
#include "tenants/forms/field_view.hpp"

#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/group.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

// Every key of every partial, so that mustache never looks one up in the page around the field.
json::Object empty_field() {
  json::Object view;
  for (const char* name :
       {"is_text",       "is_long_text", "is_email",     "is_phone",   "is_date",    "is_radios",   "is_select",
        "is_checkboxes", "is_address",   "is_file",      "is_note",    "is_own",     "optional",    "hint",
        "error",         "value",        "autocomplete", "inputmode",  "maxlength",  "width",       "rows",
        "options",       "street",       "postcode",     "city",       "complement", "accept",      "formats_text",
        "max_text",      "multiple",     "has_kept",     "kept",       "note_html",  "is_code",     "is_money",
        "is_title",      "format",       "is_point",     "spot",       "gps",        "is_group",    "items",
        "can_add",       "add_label",    "add_name",     "count_name", "item_count", "remove_name", "is_identity",
        "is_computed"}) {
    view[name] = false;
  }
  return view;
}

json::Value text_or_false(const std::string& text) { return text.empty() ? json::Value(false) : json::Value(text); }

// The first message about this field or this part of it.
json::Value message_for(std::string_view name, const FieldErrors& errors, const view::Catalogue& catalogue) {
  const auto it =
      std::find_if(errors.begin(), errors.end(), [&](const FieldError& error) { return error.field == name; });
  return it == errors.end() ? json::Value(false) : json::Value(catalogue.text(it->key, it->arguments));
}

struct PartError {
  std::string_view key;   // of the control in the view
  std::string_view part;  // in the name of the error
};
constexpr PartError parts[] = {{"street", "street"},     {"complement", "complement"},
                               {"postcode", "postcode"}, {"city", "city"},
                               {"spot", "text"},         {"gps", "gps"}};

json::Object item_view(const Field& group, const json::Value& raw, std::size_t index, const FieldErrors& errors,
                       const view::Catalogue& catalogue) {
  json::Array fields;
  for (const Field& part : group.fields) {
    const Field asked = part_of_item(group, part, index);
    const json::Value* typed = raw.is_object() ? raw.get_object().if_contains(part.id) : nullptr;
    const json::Value nothing;
    json::Object view = field_view(asked, {typed == nullptr ? nothing : *typed, errors, part.required}, catalogue);
    view["label"] = part.label;  // the legend of the item names it
    fields.push_back(std::move(view));
  }
  return {{"item_id", control_id(group.id + "." + std::to_string(index))},
          {"legend", name_of_item(group, index)},
          {"remove_value", std::to_string(index)},
          {"single_question", false},
          {"item_fields", std::move(fields)}};
}

// At least one item is drawn, and as many as must be filled.
void add_items(const Field& group, const FieldState& state, const view::Catalogue& catalogue, json::Object& view) {
  const json::Value nothing;
  const json::Array typed = state.raw.is_array() ? state.raw.get_array() : json::Array();
  const std::size_t count = std::min(std::max({typed.size(), group.min_items, std::size_t{1}}), group.max_items);
  json::Array items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(item_view(group, i < typed.size() ? typed[i] : nothing, i, state.errors, catalogue));
    items.back().as_object()["can_remove"] = count > std::max(group.min_items, std::size_t{1});
  }
  view["items"] = std::move(items);
  view["item_count"] = std::to_string(count);
  view["can_add"] = count < group.max_items;
}

}  // namespace

json::Object field_view(const Field& field, const FieldState& state, const view::Catalogue& catalogue) {
  json::Object view = empty_field();
  view["id"] = control_id(field.id);
  view["name"] = field.id;
  view["label"] = field.label;
  view["hint"] = text_or_false(field.hint);
  view["optional"] = !state.is_required;
  view["error"] = message_for(field.id, state.errors, catalogue);
  field.type->fill_view(field, state.raw, catalogue, view);
  for (const auto& [key, part] : parts) {
    if (json::Object* control = view[key].if_object())
      (*control)["error"] = message_for(field.id + "." + std::string(part), state.errors, catalogue);
  }
  if (field.type == &group_type) add_items(field, state, catalogue, view);
  return view;
}

json::Object notice_view(const view::Catalogue& catalogue) {
  json::Object view = empty_field();
  view["id"] = "f-notice";
  view["name"] = "notice";
  view["label"] = false;
  view["is_note"] = true;
  view["note_html"] = "<p>" + catalogue.text("form.newly_shown") + "</p>";  // our own sentence, no markup in it
  return view;
}

std::string error_href(const Definition& definition, const FieldError& error) {
  const std::size_t dot = error.field.rfind('.');
  const Field* whole = dot == std::string::npos ? nullptr : find_field(definition, error.field.substr(0, dot));
  const std::string part = dot == std::string::npos ? "" : error.field.substr(dot + 1);
  const bool is_first = whole != nullptr && ((whole->type == &address_type && part == "street") ||
                                             (whole->type == &point_type && part == "text"));
  return "#" + control_id(is_first ? whole->id : error.field);
}

}  // namespace clocher::forms
