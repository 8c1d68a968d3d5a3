// A mail server of a few lines on the loopback, for one connection: answers as its script says and keeps what it was told.
#pragma once

#include <map>
#include <string>
#include <thread>
#include <vector>

namespace clocher::outbound {

// Answers by command ("EHLO", "MAIL", "RCPT", "DATA", "AUTH", "." for the end of the mail, "" for the greeting); 250 otherwise.
using SmtpScript = std::map<std::string, std::string>;

class SmtpPeer {
 public:
  explicit SmtpPeer(SmtpScript script = {});
  ~SmtpPeer();
  SmtpPeer(const SmtpPeer&) = delete;
  SmtpPeer& operator=(const SmtpPeer&) = delete;

  [[nodiscard]] int port() const { return port_; }

  // What the client said, line by line without line ends; the mail's own lines are in mail(). Call when the client is done.
  [[nodiscard]] const std::vector<std::string>& commands();
  [[nodiscard]] const std::string& mail();

 private:
  void serve();
  void converse(int connection);
  void finish();

  SmtpScript script_;
  int port_ = 0;  // before listener_, which fills it
  int listener_ = -1;
  std::vector<std::string> commands_;
  std::string mail_;
  std::thread thread_;
};

// A port of the loopback that nobody listens on.
[[nodiscard]] int closed_port();

}  // namespace clocher::outbound
