// Files: shown and checked here, received by file_reading.cpp.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"
#include "tenants/forms/upload_check.hpp"

namespace clocher::forms {
namespace {

// No text of a form becomes a stored file.
json::Value collect(const Field&, const http::Form&) { return nullptr; }
ReadField read(const Field&, const json::Value&, Date) { return {}; }

std::vector<FileAnswer> stored(const json::Value& value) { return files_of(Answers{{"files", value}}, "files"); }

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::size_t count = stored(value).size();
  const bool is_whole = value.is_array() && count == value.get_array().size() && count > 0;
  if (!is_whole) return {error_about(field, "form.unreadable_answer")};
  if (count <= field.max_files) return {};
  return {error_about(field, "form.file.too_many", {{"max", std::to_string(field.max_files)}})};
}

Lines show_files(const Field&, const json::Value& value, const view::Catalogue& catalogue) {
  Lines lines;
  for (const FileAnswer& file : stored(value)) {
    const std::string size = size_in_words(static_cast<std::size_t>(file.size_bytes));
    lines.push_back(catalogue.text(file.is_deleted ? "form.file.deleted" : "form.file.line", {{"name", file.name}, {"size", size}}));
  }
  return lines;
}

Columns flatten_files(const Field& field, const json::Value& value) {
  std::string names;
  for (const FileAnswer& file : stored(value)) names += (names.empty() ? "" : "; ") + file.name;
  return {{field.id, names}};
}

json::Array kept_files(const Field& field, const json::Value& value) {
  json::Array kept;
  for (const FileAnswer& file : stored(value)) {
    kept.push_back(json::Object{{"file_name", file.name},
                                {"size_text", size_in_words(static_cast<std::size_t>(file.size_bytes))},
                                {"remove_id", control_id(field.id) + "-remove-" + std::to_string(file.id)},
                                {"remove_name", field.id + ".remove"},
                                {"remove_value", std::to_string(file.id)}});
  }
  return kept;
}

// The raw value of this type is what is stored.
void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  json::Array kept = kept_files(field, raw);
  view["is_file"] = true;
  view["accept"] = accept_attribute(field.accept);
  view["formats_text"] = formats_in_words(field.accept);
  view["max_text"] = size_in_words(field.max_file_bytes);
  view["multiple"] = field.max_files > 1;
  view["has_kept"] = !kept.empty();
  view["kept"] = std::move(kept);
}

}  // namespace

const FieldType file_type = {"file", FieldNature::file, "form.required.file", collect,       read,
                             check,  same_raw,          show_files,           flatten_files, fill_view};

}  // namespace clocher::forms
