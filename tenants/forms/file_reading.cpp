// Reads the uploads of a field.
#include "tenants/forms/file_reading.hpp"

#include "tenants/forms/field_type.hpp"
#include "tenants/forms/field_types/types.hpp"
#include "tenants/forms/upload_accept.hpp"

#include <algorithm>
#include <iterator>

namespace clocher::forms {
namespace {

void add_error(const Field& field, std::string key, Arguments arguments, StepReading& reading) {
  arguments.emplace("label", field.label);
  reading.errors.push_back({field.id, std::move(key), std::move(arguments)});
}

bool is_taken_away(const http::Form& form, const Field& field, std::int64_t id) {
  const auto values = form.values(field.id + ".remove");
  return std::find(values.begin(), values.end(), std::to_string(id)) != values.end();
}

// A file control left empty: some browsers send a part without name nor bytes.
bool is_nothing(const http::UploadedFile& upload) { return upload.file_name.empty() && upload.bytes.empty(); }

std::vector<AcceptedFile> accept_uploads(const Field& field, const http::Form& form, StepReading& reading) {
  std::vector<AcceptedFile> accepted;
  for (const http::UploadedFile* upload : form.files(field.id)) {
    if (is_nothing(*upload)) continue;
    auto file = accept_upload(*upload, {field.accept, field.max_file_bytes});
    if (file) {
      file->field = field.id;
      file->is_identity = field.type == &identity_type;
      accepted.push_back(std::move(*file));
    } else {
      add_error(field, file.error().key, file.error().arguments, reading);
    }
  }
  return accepted;
}

}  // namespace

void remove_files(const Field& field, const Answers& saved, StepReading& reading) {
  for (const FileAnswer& file : files_of(saved, field.id)) reading.removed_files.push_back(file.id);
  reading.values.erase(field.id);
}

void read_files(const Field& field, const http::Form& form, const Answers& saved, StepReading& reading) {
  const std::size_t errors_before = reading.errors.size();
  std::vector<AcceptedFile> accepted = accept_uploads(field, form, reading);
  const bool is_replaced = field.max_files == 1 && accepted.size() == 1;
  std::size_t count = 0;
  reading.values.erase(field.id);
  for (const FileAnswer& file : files_of(saved, field.id)) {
    if (is_replaced || is_taken_away(form, field, file.id)) {
      reading.removed_files.push_back(file.id);
    } else {
      add_file(reading.values, field.id, file);
      ++count;
    }
  }
  const std::size_t room = field.max_files > count ? field.max_files - count : 0;
  if (accepted.size() > room) {
    accepted.erase(accepted.begin() + static_cast<std::ptrdiff_t>(room), accepted.end());
    add_error(field, "form.file.too_many",
              {{"max", std::to_string(field.max_files)}, {"count", std::to_string(field.max_files)}}, reading);
  }
  count += accepted.size();
  reading.files.insert(reading.files.end(), std::make_move_iterator(accepted.begin()),
                       std::make_move_iterator(accepted.end()));
  if (field.required && count == 0 && reading.errors.size() == errors_before) {
    add_error(field, std::string(field.type->required_key), {}, reading);
  }
}

}  // namespace clocher::forms
