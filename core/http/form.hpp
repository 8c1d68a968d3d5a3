// What a page's form sent: fields and files, read strictly and within limits.
#pragma once

#include "core/base/result.hpp"
#include "core/http/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::http {

struct UploadedFile {
  std::string field;
  std::string file_name;     // see safe_file_name; may be ""
  std::string content_type;  // as declared, lower case, without parameters: a claim, not a fact
  std::string bytes;
};

struct FormLimits {
  std::size_t fields = 200;
  std::size_t name_bytes = 200;
  std::size_t field_bytes = 64 * 1024;
  std::size_t files = 10;
  std::size_t file_bytes = 10 * 1024 * 1024;
  std::size_t part_header_bytes = 4 * 1024;
};

class Form {
 public:
  void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
  void add_file(UploadedFile file) { files_.push_back(std::move(file)); }

  [[nodiscard]] std::string_view get(std::string_view name) const;  // the first of that name, "" when absent
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> values(std::string_view name) const;  // in the order sent
  [[nodiscard]] std::vector<const UploadedFile*> files(std::string_view field) const;

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }
  [[nodiscard]] const std::vector<UploadedFile>& files() const { return files_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
  std::vector<UploadedFile> files_;
};

// Reads a body of application/x-www-form-urlencoded or multipart/form-data. Values are UTF-8 without NUL, line ends are LF.
// A file control left empty yields no file. Fails with
//   malformed  form.unreadable
//   too_large  form.too_many_fields {limit}, form.field_too_large {field, limit}, form.name_too_large {limit},
//              form.too_many_files {limit}, form.file_too_large {file, limit_megabytes}, form.part_header_too_large {limit}
[[nodiscard]] Result<Form> parse_form(const Request& request, const FormLimits& limits = {});

// Reads a query string for display and search: what cannot be read is left out, and nothing past the first 200 pairs is looked at.
[[nodiscard]] Form parse_query(std::string_view query);

// A value as forms keep it: CRLF and lone CR become LF; nullopt when it is not UTF-8 or holds NUL.
[[nodiscard]] std::optional<std::string> normalised_text(std::string_view text);

}  // namespace clocher::http
