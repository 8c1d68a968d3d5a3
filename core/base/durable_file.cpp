// POSIX calls for durable files and locks.
#include "core/base/durable_file.hpp"

#include <cerrno>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace clocher {
namespace {

[[noreturn]] void raise(const std::string& what) {
  const std::error_code code(errno, std::generic_category());
  if (errno == ENOSPC || errno == EDQUOT) throw DiskFull(code, what);
  throw std::system_error(code, what);
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

void sync_folder(const std::string& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) raise("sync " + folder);
}

void write_and_sync(const std::string& path, std::string_view bytes, FileMode mode) {
  const Descriptor descriptor(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode == FileMode::secret ? 0600 : 0640));
  if (descriptor.get() < 0) raise("create " + path);
  while (!bytes.empty()) {
    const auto written = ::write(descriptor.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) raise("write " + path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor.get()) != 0) raise("sync " + path);
}

// Folders that are new must themselves be in their parent when the power goes.
void make_folders(const std::filesystem::path& folder) {
  if (folder.empty() || std::filesystem::exists(folder)) return;
  make_folders(folder.parent_path());
  std::error_code code;
  std::filesystem::create_directory(folder, code);
  if (code == std::errc::no_space_on_device) throw DiskFull(code, "create " + folder.string());
  if (code) throw std::system_error(code, "create " + folder.string());
  sync_folder(folder.has_parent_path() ? folder.parent_path().string() : ".");
}

}  // namespace

void make_folders_durably(const std::string& folder) { make_folders(folder); }

void write_durably(const std::string& path, std::string_view bytes, FileMode mode) {
  const std::filesystem::path target(path);
  make_folders(target.parent_path());
  const std::string temporary = path + "." + std::to_string(::gettid()) + ".part";
  try {
    write_and_sync(temporary, bytes, mode);
    if (::rename(temporary.c_str(), path.c_str()) != 0) raise("rename " + path);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_folder(target.has_parent_path() ? target.parent_path().string() : ".");
}

FileLock::FileLock(const std::string& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
  if (descriptor_ < 0) raise("open " + path);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  const int reason = errno;
  ::close(std::exchange(descriptor_, -1));
  errno = reason;
  if (reason != EWOULDBLOCK) raise("lock " + path);
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace clocher
