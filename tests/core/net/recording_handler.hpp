// A product that writes down what reached it: the proof that nothing was smuggled.
#pragma once

#include "core/net/handler.hpp"

#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace clocher::tests {

class RecordingHandler : public net::Handler {
 public:
  std::size_t body_limit_bytes(const http::Request& head) override { return head.path == "/small" ? 10 : 100'000; }

  std::optional<http::Response> answer_at_once(const http::Request& request) override {
    if (!at_once) return std::nullopt;
    record(request);
    return at_once(request);
  }

  http::Response handle(http::Request request) override {
    record(request);
    return answer(request);
  }

  http::Response refuse(const http::Request& head, int status) override {
    const std::lock_guard lock(mutex_);
    refused_.push_back(head);
    return http::plain_text(status, "refused " + std::to_string(status));
  }

  // Set before the server starts. What handlers return for a request.
  std::function<http::Response(const http::Request&)> answer = [](const http::Request& request) {
    return http::plain_text(200, request.path + "|" + request.body);
  };
  std::function<std::optional<http::Response>(const http::Request&)> at_once;

  [[nodiscard]] std::vector<http::Request> seen() const { return copy(seen_); }
  [[nodiscard]] std::vector<http::Request> refused() const { return copy(refused_); }
  [[nodiscard]] std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const http::Request& request : seen()) paths.push_back(request.path);
    return paths;
  }

 private:
  void record(const http::Request& request) {
    const std::lock_guard lock(mutex_);
    seen_.push_back(request);
  }
  [[nodiscard]] std::vector<http::Request> copy(const std::vector<http::Request>& requests) const {
    const std::lock_guard lock(mutex_);
    return requests;
  }

  mutable std::mutex mutex_;
  std::vector<http::Request> seen_;
  std::vector<http::Request> refused_;
};

}  // namespace clocher::tests
