// Keeps payments by id and by age.
#include "payments/payfip/simulator/payment_book.hpp"

#include "core/base/date.hpp"
#include "core/security/crypto.hpp"
#include "payments/payfip/contract.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace clocher::payments::payfip::simulator {
namespace {

constexpr std::int64_t readable_seconds = 365 * one_day;

std::string make_uuid() {
  std::string bytes = security::random_bytes(16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  std::string text = security::to_hex(bytes);
  for (const std::size_t place : {8U, 13U, 18U, 23U}) text.insert(place, "-");
  return text;
}

std::string authorization_of(Choice choice) {
  std::string digits;
  for (int i = 0; i < (choice == Choice::card ? 6 : 12); ++i) digits += static_cast<char>('0' + security::random_below(10));
  return choice == Choice::card ? digits : digits + "-tip";
}

constexpr std::array<std::string_view, 5> results = {"P", "V", "R", "Z", "A"};

bool is_settled(const Payment& payment) { return !payment.result.empty() && payment.result != "A"; }

std::int64_t day_of(Instant now) { return std::chrono::sys_days(to_local(now).date).time_since_epoch().count(); }

}  // namespace

std::string PaymentBook::create(Fields asked, Instant now) {
  if (order_.size() >= most_) forget(std::string(order_.front()));
  std::string id = make_uuid();
  Payment payment;
  payment.id = id;
  payment.asked = std::move(asked);
  payment.created_at = now;
  payments_.emplace(id, std::move(payment));
  order_.push_back(id);
  return id;
}

const Payment* PaymentBook::find(std::string_view id, Instant now) const {
  const auto found = payments_.find(id);
  if (found == payments_.end()) return nullptr;
  const Payment& payment = found->second;
  const bool is_old = !payment.result.empty() && now - payment.finished_at > readable_seconds;
  return is_old ? nullptr : &payment;
}

Payment* PaymentBook::find_live(std::string_view id, Instant now) { return const_cast<Payment*>(find(id, now)); }

std::string PaymentBook::open(std::string_view id, Instant now) {
  Payment* payment = find_live(id, now);
  if (payment == nullptr) return "P1";
  if (!payment->page_key.empty()) return "P3";
  if (now - payment->created_at > page_seconds) return "P4";
  payment->page_key = security::to_hex(security::random_bytes(16));
  return {};
}

std::string PaymentBook::choose(std::string_view id, std::string_view key, Choice choice, Instant now, std::int64_t delay_seconds) {
  Payment* payment = find_live(id, now);
  if (payment == nullptr) return "P1";
  if (payment->page_key.empty() || payment->page_key != key || is_settled(*payment)) return "P3";
  if (now - payment->created_at > page_seconds) return "P4";
  payment->result = results.at(static_cast<std::size_t>(choice));
  payment->finished_at = now;
  payment->readable_at = now + delay_seconds;
  if (payment->result == "P" || payment->result == "V") payment->authorization = authorization_of(choice);
  return {};
}

std::size_t PaymentBook::purge(Instant now) {
  std::vector<std::string> dead;
  for (const auto& [id, payment] : payments_) {
    if (payment.result.empty() && now - payment.created_at > page_seconds) dead.push_back(id);
  }
  for (const std::string& id : dead) forget(id);
  return dead.size();
}

void PaymentBook::purge_at_night(Instant now) {
  const std::int64_t today = day_of(now);
  if (night_ == today) return;
  const bool is_first = night_ == 0;
  night_ = today;
  if (!is_first) purge(now);
}

void PaymentBook::forget(std::string_view id) {
  payments_.erase(payments_.find(id));
  order_.erase(std::find(order_.begin(), order_.end(), id));
}

void PaymentBook::clear() {
  payments_.clear();
  order_.clear();
}

}  // namespace clocher::payments::payfip::simulator
