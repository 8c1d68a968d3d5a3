// The payments that the simulator knows, and the rules of their lives: 15 minutes, one use, the nightly purge.
#pragma once

#include "core/base/clock.hpp"
#include "payments/payfip/fields.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace clocher::payments::payfip::simulator {

struct Payment {
  std::string id;
  Fields asked;  // as creerPaiementSecurise received them
  Instant created_at;
  std::string page_key;  // given to the browser that opened the page; "" until then
  std::string result;    // resultrans; "" until the payer has chosen
  std::string authorization;
  Instant finished_at;
  Instant readable_at;  // recupererDetail answers P5 before
};

// What the payer does on the page.
enum class Choice { card, direct_debit, refuse_card, refuse_direct_debit, abandon };

class PaymentBook {
 public:
  explicit PaymentBook(std::size_t most_payments = 20'000) : most_(most_payments) {}

  // A UUID; the oldest payment is forgotten when the book is full.
  [[nodiscard]] std::string create(Fields asked, Instant now);

  // nullptr for P1: unknown, purged, or settled more than a year ago.
  [[nodiscard]] const Payment* find(std::string_view id, Instant now) const;

  // The browser asks for the page: "" and a page_key, or P1, P3 (opened before), P4 (older than 15 minutes).
  [[nodiscard]] std::string open(std::string_view id, Instant now);

  // The payer's choice on the page that was opened with this key: "" or P1, P3, P4. An abandoned payment may be taken up
  // again while its page lives. The result is readable after `delay_seconds`.
  [[nodiscard]] std::string choose(std::string_view id, std::string_view key, Choice choice, Instant now, std::int64_t delay_seconds);

  // What the nightly job does: payments whose page has died without a choice are forgotten. Returns how many.
  std::size_t purge(Instant now);

  // The nightly job by itself, once the date of Paris has changed.
  void purge_at_night(Instant now);

  [[nodiscard]] const std::deque<std::string>& ids() const { return order_; }
  void clear();

 private:
  Payment* find_live(std::string_view id, Instant now);
  void forget(std::string_view id);

  const std::size_t most_;
  std::map<std::string, Payment, std::less<>> payments_;
  std::deque<std::string> order_;  // oldest first
  std::int64_t night_ = 0;         // number of the day of the last nightly job
};

}  // namespace clocher::payments::payfip::simulator
