// Threads on which handlers may wait for the disk, behind a queue that is never longer than promised.
#pragma once

#include "core/net/asio.hpp"
#include "core/net/handler.hpp"

#include <atomic>
#include <cstddef>
#include <utility>

namespace clocher::net {

class Workers {
 public:
  Workers(unsigned threads, std::size_t waiting_requests)
      : pool_(threads), places_(static_cast<std::ptrdiff_t>(threads + waiting_requests)) {}
  ~Workers() {
    drop_waiting();
    pool_.join();  // what runs is waited for
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // What has not begun never will.
  void drop_waiting() { pool_.stop(); }

  // False when the queue is full. A place is given back when its request is answered.
  [[nodiscard]] bool take_place() {
    if (places_.fetch_sub(1) > 0) return true;
    places_.fetch_add(1);
    return false;
  }

  // Runs handler.handle(request) on a worker, then resumes the caller on its own executor. Needs a place.
  [[nodiscard]] Task<http::Response> handle(Handler& handler, http::Request request) {
    auto start = [this, &handler](auto resume, http::Request asked) {
      asio::post(pool_, [this, &handler, resume = std::move(resume), asked = std::move(asked)]() mutable {
        http::Response response = answer(handler, std::move(asked));
        places_.fetch_add(1);
        const auto executor = asio::get_associated_executor(resume);
        asio::post(executor, [resume = std::move(resume), response = std::move(response)]() mutable {
          std::move(resume)(std::move(response));
        });
      });
    };
    return asio::async_initiate<const asio::use_awaitable_t<Executor>, void(http::Response)>(
        std::move(start), asio::use_awaitable_t<Executor>{}, std::move(request));
  }

 private:
  // Handlers promise not to throw. One that does must not take the process down: no status is no answer, and the
  // connection says 500 (see Connection::head_of).
  [[nodiscard]] static http::Response answer(Handler& handler, http::Request request) {
    try {
      return handler.handle(std::move(request));
    } catch (...) {
      http::Response nothing;
      nothing.status = 0;
      return nothing;
    }
  }

  asio::thread_pool pool_;
  std::atomic<std::ptrdiff_t> places_;
};

}  // namespace clocher::net
