// Temporary file, fsync, rename, fsync of the folder: after put() returns, a power cut keeps the file.
#include "tenants/file_store.hpp"

#include "core/base/durable_file.hpp"
#include "core/security/crypto.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>

namespace clocher::tenants {

namespace {

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Instant written_at(const std::filesystem::directory_entry& entry) {
  const auto age = std::filesystem::file_time_type::clock::now() - entry.last_write_time();
  return SystemClock().now() - std::chrono::duration_cast<std::chrono::seconds>(age).count();
}

}  // namespace

std::string FileStore::path_of(std::string_view sha256) const {
  return folder_ + "/" + std::string(sha256.substr(0, 2)) + "/" + std::string(sha256);
}

std::string FileStore::put(std::string_view bytes) const {
  const std::string digest = security::sha256_hex(bytes);
  const std::string path = path_of(digest);
  const std::shared_lock lock(removing_);
  // Written anew even when it is there: its date then says that somebody counts on it (see older_than).
  write_durably(path, bytes);
  return digest;
}

std::optional<std::string> FileStore::get(std::string_view sha256) const {
  if (!is_digest(sha256)) return std::nullopt;
  std::ifstream file(path_of(sha256), std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (security::sha256_hex(bytes) != sha256) return std::nullopt;
  return bytes;
}

bool FileStore::holds(std::string_view sha256) const {
  return is_digest(sha256) && std::filesystem::is_regular_file(path_of(sha256));
}

std::vector<std::string> FileStore::older_than(Instant then) const {
  std::vector<std::string> digests;
  if (!std::filesystem::exists(folder_)) return digests;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && is_digest(name) && written_at(entry) < then) digests.push_back(name);
  }
  return digests;
}

void FileStore::remove(std::string_view sha256) const {
  if (is_digest(sha256)) std::filesystem::remove(path_of(sha256));
}

void FileStore::remove_older(std::string_view sha256, Instant then) const {
  if (!is_digest(sha256)) return;
  const std::unique_lock lock(removing_);
  const std::filesystem::directory_entry entry(path_of(sha256));
  if (entry.exists() && written_at(entry) < then) std::filesystem::remove(entry.path());
}

}  // namespace clocher::tenants
