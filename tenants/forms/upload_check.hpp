// Whether an uploaded file is what it says, and something a town hall wants.
#pragma once

#include "core/base/result.hpp"
#include "core/http/form.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

struct UploadRules {
  std::vector<std::string> accept;  // "jpeg" stands for a phone's HEIC too; "pdf", "jpeg", "png", "webp", "odt", "ods", "docx", "xlsx", "csv", "ics"
  std::size_t max_bytes = 10 * 1024 * 1024;
};

struct CheckedUpload {
  std::string name;          // without path, control or direction characters, at most 120 characters
  std::string content_type;  // the canonical one of its format, never the browser's claim
};

// Content (libmagic) = extension = declared type = one of `accept`, and none of the traps of reliability.md 5.5: PDF
// with scripts or launch actions, office files with macros, archive bombs, images or PDF that are also something else.
// Fails with invalid (arguments {name, ...}):
//   form.file.empty, form.file.too_large {max}, form.file.wrong_type {formats}, form.file.mismatch {format},
//   form.file.damaged, form.file.dangerous
// Thread-safe.
[[nodiscard]] Result<CheckedUpload> check_upload(const http::UploadedFile& file, const UploadRules& rules);

// A file's name as it is kept and shown: without path, control or direction characters, at most 120 characters.
[[nodiscard]] std::string shown_name(std::string_view file_name);

[[nodiscard]] bool is_upload_format(std::string_view name);
[[nodiscard]] std::string accept_attribute(const std::vector<std::string>& accept);  // ".pdf,.jpg,.jpeg"
[[nodiscard]] std::string formats_in_words(const std::vector<std::string>& accept);  // "PDF, JPEG ou PNG"
[[nodiscard]] std::string size_in_words(std::size_t bytes);                          // "320 Ko", "1,5 Mo" with U+00A0

}  // namespace clocher::forms
