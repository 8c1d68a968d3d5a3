// Compression for the wire. The only file that includes brotli and libdeflate is compress.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::http {

// Quality 5 and level 6: what a page of 15 kB pays back on its first answer (ADR D12). Both throw std::runtime_error when
// the library refuses.
[[nodiscard]] std::string brotli(std::string_view bytes);
[[nodiscard]] std::string gzip(std::string_view bytes);

// What gzip() made; nullopt when it is no gzip or would be larger than `limit_bytes`.
[[nodiscard]] std::optional<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes);

}  // namespace clocher::http
