// The calls to urlnotif: when they are due, and what became of them.
#pragma once

#include "core/base/clock.hpp"
#include "payments/payfip/simulator/behaviour.hpp"
#include "payments/payfip/simulator/payment_book.hpp"

#include <deque>
#include <string>
#include <vector>

namespace clocher::payments::payfip::simulator {

struct Notification {
  std::string payment_id;
  std::string url;
  std::string body;  // "idop=<id>": nothing is signed, no result is inside
  Instant due_at;
};

struct Delivery {
  Notification notification;
  std::string outcome;  // "200", or why nothing answered
};

class Notifier {
 public:
  // After the payer's choice, as the behaviour says.
  void plan(const Payment& payment, const Behaviour& behaviour, Instant now);

  [[nodiscard]] std::vector<Notification> take_due(Instant now);
  void record(Delivery delivery);

  [[nodiscard]] const std::vector<Notification>& waiting() const { return waiting_; }
  [[nodiscard]] const std::deque<Delivery>& deliveries() const { return deliveries_; }  // the last ones
  void clear();

 private:
  std::vector<Notification> waiting_;
  std::deque<Delivery> deliveries_;
};

// One POST without redirection, at most 5 seconds; never throws for what the address is.
[[nodiscard]] Delivery deliver(Notification notification);

}  // namespace clocher::payments::payfip::simulator
