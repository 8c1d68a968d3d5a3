// What a file is, judged by its bytes. The only file that includes libmagic is content_sniffer.cpp.
#pragma once

#include <string>
#include <string_view>

namespace clocher::forms {

// A MIME type such as "application/pdf"; "application/octet-stream" when nothing is recognised. Thread-safe.
// Throws std::runtime_error when libmagic's own data cannot be read.
[[nodiscard]] std::string sniff_content_type(std::string_view bytes);

}  // namespace clocher::forms
