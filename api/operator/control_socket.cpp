// One open() for long paths.
#include "api/operator/control_socket.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace clocher::api::control {
namespace {

constexpr std::size_t longest_path = 100;

}  // namespace

ControlSocket::ControlSocket(const std::string& data_dir) : path_(data_dir + "/clocher.sock") {
  if (path_.size() <= longest_path) return;
  folder_ = ::open(data_dir.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder_ < 0) throw std::system_error(errno, std::generic_category(), "open " + data_dir);
  path_ = "/proc/self/fd/" + std::to_string(folder_) + "/clocher.sock";
}

ControlSocket::~ControlSocket() {
  if (folder_ >= 0) ::close(folder_);
}

}  // namespace clocher::api::control
