// Spawns the program without a shell, in a folder of its own, with limits of time, processor and memory.
#include "core/view/pdf.hpp"

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace clocher::view {
namespace {

constexpr std::chrono::milliseconds poll_period{20};
constexpr int no_such_program = 127;  // what prlimit ends with then

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "clocher-pdf-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), "pdf: no folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const char* name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

void write(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) throw std::system_error(std::make_error_code(std::errc::io_error), "pdf: cannot write " + path);
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

// Its own process group, so that all it started can be ended; nothing of ours but three closed doors.
pid_t spawn(std::vector<std::string> command, const Folder& folder) {
  // A proxy that nobody is behind: should a page ever name an address, it leads nowhere.
  std::vector<std::string> environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8",
                                          "HOME=" + folder.file(""), "http_proxy=http://127.0.0.1:9",
                                          "https_proxy=http://127.0.0.1:9"};
  posix_spawn_file_actions_t doors;
  posix_spawn_file_actions_init(&doors);
  for (const int descriptor : {0, 1, 2})
    posix_spawn_file_actions_addopen(&doors, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, command.front().c_str(), &doors, &attributes, pointers(command).data(),
                                   pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&doors);
  if (error != 0) throw std::system_error(error, std::generic_category(), "pdf: cannot start " + command.front());
  return child;
}

enum class End { well, badly, missing, late };

End wait_for(pid_t child, std::chrono::milliseconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() >= deadline) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      return End::late;
    }
    std::this_thread::sleep_for(poll_period);
  }
  if (!WIFEXITED(status)) return End::badly;
  if (WEXITSTATUS(status) == no_such_program) return End::missing;
  return WEXITSTATUS(status) == 0 ? End::well : End::badly;
}

}  // namespace

Result<std::string> make_pdf(std::string_view html, std::string_view css, const PdfLimits& limits) {
  const Folder folder;
  write(folder.file("in.html"), html);
  write(folder.file("style.css"), css);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.time).count();
  const pid_t child =
      spawn({"prlimit", "--as=" + std::to_string(limits.memory_bytes), "--cpu=" + std::to_string(seconds), "--",
             limits.program, "--quiet", "--pdf-variant", "pdf/ua-1", "--stylesheet", folder.file("style.css"),
             folder.file("in.html"), folder.file("out.pdf")},
            folder);
  switch (wait_for(child, limits.time)) {
    case End::late: return fail(ErrorKind::unavailable, "pdf.too_slow");
    case End::missing: return fail(ErrorKind::unavailable, "pdf.missing");
    case End::badly: return fail(ErrorKind::unavailable, "pdf.failed");
    case End::well: break;
  }
  std::string pdf = read(folder.file("out.pdf"));
  if (!pdf.starts_with("%PDF-")) return fail(ErrorKind::unavailable, "pdf.failed");
  return pdf;
}

}  // namespace clocher::view
