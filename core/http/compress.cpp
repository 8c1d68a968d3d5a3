// Calls brotli's and libdeflate's one-shot encoders.
#include "core/http/compress.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include <brotli/encode.h>
#include <libdeflate.h>

namespace clocher::http {
namespace {

constexpr int brotli_quality = 5;
constexpr int gzip_level = 6;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

}  // namespace

std::string brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const BROTLI_BOOL done = BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                                 input, &size, reinterpret_cast<std::uint8_t*>(out.data()));
  if (done == BROTLI_FALSE) throw std::runtime_error("brotli: cannot compress");
  out.resize(size);
  out.shrink_to_fit();
  return out;
}

std::string gzip(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(libdeflate_alloc_compressor(gzip_level));
  if (!compressor) throw std::runtime_error("gzip: out of memory");
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  const std::size_t size =
      libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size());
  if (size == 0) throw std::runtime_error("gzip: cannot compress");
  out.resize(size);
  out.shrink_to_fit();
  return out;
}

}  // namespace clocher::http
