// Feeds the multipart reader with anything: it answers, stays within its limits, and keeps only text in fields.
#include "core/base/text.hpp"
#include "core/http/multipart.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clocher::http;
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  FormLimits limits;
  limits.fields = 8;
  limits.field_bytes = 64;
  limits.files = 2;
  limits.file_bytes = 128;
  const auto form = parse_multipart(body, "B", limits);
  if (!form) return 0;
  require(form->fields().size() <= limits.fields && form->files().size() <= limits.files);
  for (const auto& [name, value] : form->fields()) {
    require(!name.empty() && clocher::is_valid_utf8(name) && value.size() <= limits.field_bytes);
    require(clocher::is_valid_utf8(value) && value.find_first_of(std::string_view("\r\0", 2)) == std::string::npos);
  }
  for (const UploadedFile& file : form->files()) {
    require(file.bytes.size() <= limits.file_bytes && file.file_name.size() <= 255 &&
            clocher::is_valid_utf8(file.file_name));
    require(file.file_name.find_first_of(std::string_view("/\\\r\n\0", 5)) == std::string::npos);
  }
  return 0;
}
