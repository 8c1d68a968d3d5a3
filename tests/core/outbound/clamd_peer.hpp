// An antivirus of a few lines on the loopback that speaks clamd's INSTREAM: finds EICAR, or behaves badly as told.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace clocher::outbound {

// The file every antivirus takes for a virus (eicar.org), joined at run time so that this source is none.
[[nodiscard]] std::string eicar();

class ClamdPeer {
 public:
  enum class Manner { answers, refuses, closes_early, is_silent };
  explicit ClamdPeer(Manner manner = Manner::answers);
  ~ClamdPeer();
  ClamdPeer(const ClamdPeer&) = delete;
  ClamdPeer& operator=(const ClamdPeer&) = delete;

  [[nodiscard]] std::string socket() const { return "127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] int scans() const { return scans_; }

 private:
  void serve();
  void converse(int connection);

  Manner manner_;
  std::atomic<int> scans_{0};
  int port_ = 0;  // before listener_, which fills it
  int listener_ = -1;
  std::thread thread_;
};

}  // namespace clocher::outbound
