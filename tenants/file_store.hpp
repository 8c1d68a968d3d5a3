// A commune's files, named by the SHA-256 of their bytes: written once, never changed, checked when read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

class FileStore {
 public:
  explicit FileStore(std::string folder) : folder_(std::move(folder)) {}

  // Durable when it returns the digest (64 hexadecimal digits). Throws DiskFull or std::system_error.
  [[nodiscard]] std::string put(std::string_view bytes) const;
  // nullopt when absent or when the bytes no longer match their name.
  [[nodiscard]] std::optional<std::string> get(std::string_view sha256) const;

 private:
  [[nodiscard]] std::string path_of(std::string_view sha256) const;
  std::string folder_;
};

}  // namespace clocher::tenants
