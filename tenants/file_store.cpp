// Temporary file, fsync, rename, fsync of the folder: after put() returns, a power cut keeps the file.
#include "tenants/file_store.hpp"

#include "core/base/durable_file.hpp"
#include "core/security/crypto.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace clocher::tenants {

std::string FileStore::path_of(std::string_view sha256) const {
  return folder_ + "/" + std::string(sha256.substr(0, 2)) + "/" + std::string(sha256);
}

std::string FileStore::put(std::string_view bytes) const {
  const std::string digest = security::sha256_hex(bytes);
  const std::string path = path_of(digest);
  if (!std::filesystem::exists(path)) write_durably(path, bytes);
  return digest;
}

std::optional<std::string> FileStore::get(std::string_view sha256) const {
  const bool is_digest = sha256.size() == 64 && sha256.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!is_digest) return std::nullopt;
  std::ifstream file(path_of(sha256), std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (security::sha256_hex(bytes) != sha256) return std::nullopt;
  return bytes;
}

}  // namespace clocher::tenants
