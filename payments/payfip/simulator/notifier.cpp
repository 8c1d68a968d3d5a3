// Plans and posts. PayFiP's retries are not documented: there are none here.
#include "payments/payfip/simulator/notifier.hpp"

#include "core/outbound/http_client.hpp"

#include <algorithm>

namespace clocher::payments::payfip::simulator {
namespace {

constexpr std::size_t most_kept = 500;
constexpr std::size_t most_waiting = 5'000;

}  // namespace

void Notifier::plan(const Payment& payment, const Behaviour& behaviour, Instant now) {
  if (behaviour.notifying == Notifying::lost || waiting_.size() >= most_waiting) return;
  Notification notification{payment.id, std::string(value_of(payment.asked, "urlnotif")), behaviour.spelling + "=" + payment.id, now};
  if (behaviour.notifying == Notifying::delayed) notification.due_at = now + behaviour.delay_seconds;
  waiting_.push_back(notification);
  if (behaviour.notifying == Notifying::doubled) waiting_.push_back(std::move(notification));
}

std::vector<Notification> Notifier::take_due(Instant now) {
  const auto first_due = std::stable_partition(waiting_.begin(), waiting_.end(), [&](const Notification& each) { return each.due_at > now; });
  std::vector<Notification> due(std::make_move_iterator(first_due), std::make_move_iterator(waiting_.end()));
  waiting_.erase(first_due, waiting_.end());
  return due;
}

void Notifier::record(Delivery delivery) {
  deliveries_.push_back(std::move(delivery));
  if (deliveries_.size() > most_kept) deliveries_.pop_front();
}

void Notifier::clear() {
  waiting_.clear();
  deliveries_.clear();
}

Delivery deliver(Notification notification) {
  const outbound::HttpCall call{.url = notification.url,
                                .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                                .body = notification.body};
  const auto answer = outbound::http_post(call, {.timeout = std::chrono::milliseconds(5'000)});
  std::string outcome = answer ? std::to_string(answer->status) : answer.error().key;
  return {std::move(notification), std::move(outcome)};
}

}  // namespace clocher::payments::payfip::simulator
