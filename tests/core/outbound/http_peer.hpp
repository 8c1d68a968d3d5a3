// A web server of a few lines on the loopback: one answer per "METHOD /path", and what it was asked.
#pragma once

#include <map>
#include <string>
#include <thread>
#include <vector>

namespace clocher::outbound {

// The head of the answer without its first "HTTP/1.1 ": "200 OK", "302 Found\r\nLocation: /b". 404 for what is not listed.
using HttpScript = std::map<std::string, std::string>;

class HttpPeer {
 public:
  explicit HttpPeer(HttpScript script);
  ~HttpPeer();
  HttpPeer(const HttpPeer&) = delete;
  HttpPeer& operator=(const HttpPeer&) = delete;

  [[nodiscard]] std::string url(const std::string& path) const;
  // "HEAD /a", in the order they came. Stops the peer.
  [[nodiscard]] const std::vector<std::string>& asked();

 private:
  void serve();
  void stop();

  HttpScript script_;
  int port_ = 0;  // before listener_, which fills it
  int listener_ = -1;
  std::vector<std::string> asked_;
  std::thread thread_;
};

}  // namespace clocher::outbound
