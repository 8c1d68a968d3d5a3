// What a browser reads out of compressed bytes. The only file of the tests that includes the decoders is decompress.cpp.
#pragma once

#include <string>
#include <string_view>

namespace clocher::test {

// Throw std::runtime_error when the bytes are not a whole stream of at most 16 MB.
[[nodiscard]] std::string unbrotli(std::string_view bytes);
[[nodiscard]] std::string gunzip(std::string_view bytes);

}  // namespace clocher::test
