// Reads the files of a ZIP without ever writing one. The only file that includes libzip is zip.cpp.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace clocher::archive {

struct ZipLimits {
  std::size_t entries = 20'000;
  std::uint64_t entry_bytes = 16ULL * 1024 * 1024;
  std::uint64_t total_bytes = 2ULL * 1024 * 1024 * 1024;
  std::uint64_t ratio = 200;  // what an entry of more than 1 MiB may grow by: the bombs begin at 1,000
};

struct ZipEntry {
  std::string name;  // after the last slash or backslash: a label, never a path
  std::uint64_t size_bytes = 0;
};

// Not thread-safe.
class ZipReader {
 public:
  // Looks at the directory only. Fails (malformed) with zip.unreadable {reason}, zip.too_many, zip.too_large, zip.bomb.
  [[nodiscard]] static Result<ZipReader> open(const std::string& path, const ZipLimits& limits = {});
  ~ZipReader();
  ZipReader(ZipReader&& other) noexcept;
  ZipReader& operator=(ZipReader&&) = delete;

  // Folders are left out.
  [[nodiscard]] const std::vector<ZipEntry>& entries() const;
  // The bytes of one, checked against its size and CRC. Fails (malformed) with zip.damaged, or zip.encrypted.
  [[nodiscard]] Result<std::string> read(std::size_t index);

 private:
  struct Impl;
  explicit ZipReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::archive
