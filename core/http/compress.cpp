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

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

// The last four bytes of a gzip member: its length modulo 2^32 (RFC 1952, 2.3.1).
std::size_t announced_size(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[bytes.size() - 4 + i])) << (8 * i);
  return size;
}

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

std::optional<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes) {
  constexpr std::size_t least_bytes = 18;  // header and trailer
  if (bytes.size() < least_bytes || announced_size(bytes) > limit_bytes) return std::nullopt;
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(libdeflate_alloc_decompressor());
  if (!decompressor) throw std::runtime_error("gunzip: out of memory");
  std::string out(announced_size(bytes), '\0');
  const auto result = libdeflate_gzip_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), out.size(),
                                                 nullptr);
  if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
  return out;
}

}  // namespace clocher::http
