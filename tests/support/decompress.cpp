// Decodes with brotli's and libdeflate's own decoders.
#include "tests/support/decompress.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include <brotli/decode.h>
#include <libdeflate.h>

namespace clocher::test {

constexpr std::size_t largest_bytes = 16 * 1024 * 1024;

std::string unbrotli(std::string_view bytes) {
  std::string out(largest_bytes, '\0');
  std::size_t size = out.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto result = BrotliDecoderDecompress(bytes.size(), input, &size, reinterpret_cast<std::uint8_t*>(out.data()));
  if (result != BROTLI_DECODER_RESULT_SUCCESS) throw std::runtime_error("not brotli");
  out.resize(size);
  return out;
}

std::string gunzip(std::string_view bytes) {
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string out(largest_bytes, '\0');
  std::size_t size = 0;
  const auto result =
      libdeflate_gzip_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), out.size(), &size);
  if (result != LIBDEFLATE_SUCCESS) throw std::runtime_error("not gzip");
  out.resize(size);
  return out;
}

}  // namespace clocher::test
