// A commune's files, named by the SHA-256 of their bytes: written once, never changed, checked when read.
#pragma once

#include "core/base/clock.hpp"

#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

class FileStore {
 public:
  explicit FileStore(std::string folder) : folder_(std::move(folder)) {}

  // Durable when it returns the digest (64 hexadecimal digits). Throws DiskFull or std::system_error.
  [[nodiscard]] std::string put(std::string_view bytes) const;
  // nullopt when absent or when the bytes no longer match their name.
  [[nodiscard]] std::optional<std::string> get(std::string_view sha256) const;
  // Whether a file lies under that name, whatever its bytes.
  [[nodiscard]] bool holds(std::string_view sha256) const;
  // The digests of files that were last written before then.
  [[nodiscard]] std::vector<std::string> older_than(Instant then) const;
  void remove(std::string_view sha256) const;
  // Only when it has not been written since then: whoever put() it meanwhile counts on it.
  void remove_older(std::string_view sha256, Instant then) const;

 private:
  [[nodiscard]] std::string path_of(std::string_view sha256) const;
  std::string folder_;
  mutable std::shared_mutex removing_;  // shared by those who write
};

}  // namespace clocher::tenants
