// An identity document: a file that is marked when it arrives and deleted when the case is decided.
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

json::Value collect(const Field& field, const http::Form& form) { return file_type.collect(field, form); }

ReadField read(const Field& field, const json::Value& raw, Date today) { return file_type.read(field, raw, today); }

FieldErrors check(const Field& field, const json::Value& value, Date today) {
  return file_type.check(field, value, today);
}

json::Value to_raw(const Field& field, const json::Value& value) { return file_type.to_raw(field, value); }

Lines show_files(const Field& field, const json::Value& value, const view::Catalogue& catalogue) {
  return file_type.show(field, value, catalogue);
}

Columns flatten_files(const Field& field, const json::Value& value) { return file_type.flatten(field, value); }

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  file_type.fill_view(field, raw, catalogue, view);
  view["is_identity"] = true;
}

}  // namespace

const FieldType identity_type = {"identity", FieldNature::file, "form.required.file", collect,       read,
                                 check,      to_raw,            show_files,           flatten_files, fill_view};

}  // namespace clocher::forms
