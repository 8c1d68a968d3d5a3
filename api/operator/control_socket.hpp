// Where the service of a data folder is reached: <data>/clocher.sock.
#pragma once

#include <string>

namespace clocher::api::control {

// A socket's path holds 107 bytes at most. Beyond that the folder is opened and named through /proc, so that the socket stays
// in the data folder, under its owner's rights, whatever the path. Keep the object as long as the path is used.
class ControlSocket {
 public:
  // Throws std::system_error when the folder cannot be opened.
  explicit ControlSocket(const std::string& data_dir);
  ~ControlSocket();
  ControlSocket(const ControlSocket&) = delete;
  ControlSocket& operator=(const ControlSocket&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  int folder_ = -1;
  std::string path_;
};

}  // namespace clocher::api::control
