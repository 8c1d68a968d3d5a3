// Every bound of the server in one place: sizes, counts and deadlines.
#pragma once

#include <chrono>
#include <cstddef>

namespace clocher::net {

struct Limits {
  std::size_t header_bytes = 8 * 1024;  // request line and fields
  std::size_t target_bytes = 2 * 1024;
  std::size_t header_fields = 64;

  std::size_t connections = 10'000;          // beyond it the one idle for longest is closed
  std::size_t connections_per_address = 50;  // an IPv6 network of 64 bits counts as one address
  std::size_t requests_per_connection = 100;
  std::size_t waiting_requests = 256;  // for a worker; beyond it 503

  // All bodies together, from their first byte until their answers are made; beyond it 503. A body longer than seven
  // eighths of it can never pass: the last eighth is kept for small ones.
  std::size_t body_bytes_in_flight = 256 * 1024 * 1024;
  std::size_t small_body_bytes = 64 * 1024;

  // Absolute for each phase, never renewed by the arrival of a byte.
  std::chrono::milliseconds header_deadline{10'000};
  std::chrono::milliseconds idle_deadline{15'000};
  std::chrono::milliseconds body_deadline{30'000};  // also for writing the answer
  std::chrono::milliseconds body_deadline_per_64_kb{1'000};

  // After a refusal the rest of what the client sends is thrown away, so that it reads the answer instead of a reset.
  std::size_t drain_bytes = 8 * 1024 * 1024;
  std::chrono::milliseconds drain_deadline{2'000};
};

}  // namespace clocher::net
