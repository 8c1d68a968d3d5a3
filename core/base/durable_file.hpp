// Files that survive a power cut once the call returns.
#pragma once

#include <string>
#include <string_view>
#include <system_error>

namespace clocher {

// The disk is full: nothing was kept, the same write may succeed later (HTTP 507).
class DiskFull : public std::system_error {
 public:
  using std::system_error::system_error;
};

enum class FileMode { shared /* 0640 */, secret /* 0600 */ };

// Makes the folder and those above it that are missing, each durable in its parent. Throws DiskFull or std::system_error.
void make_folders_durably(const std::string& folder);

// Makes missing folders, writes beside, syncs, renames, syncs the folder. Throws DiskFull or std::system_error.
void write_durably(const std::string& path, std::string_view bytes, FileMode mode = FileMode::shared);

// An exclusive lock on a file, held as long as the object lives; empty when another process holds it.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  [[nodiscard]] bool is_held() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

}  // namespace clocher
