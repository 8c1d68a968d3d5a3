// A gateway whose answers a test sets, for PayFiP's rules without SOAP: one operation per start, results that may come late.
#pragma once

#include "payments/pay.hpp"

#include <map>
#include <optional>
#include <string>

namespace clocher::test {

struct PlayedOperation {
  payments::PaymentOrder order;
  payments::GatewayAccount account;
  payments::Outcome outcome = payments::Outcome::waiting;
  std::optional<Money> amount = std::nullopt;  // altered
  bool is_altered = false;                     // names another reference
};

// What all gateways of a test share. Not for several threads but through ask(), which only reads.
struct PlayedBank {
  std::map<std::string, PlayedOperation> operations = {};
  bool refuses_to_start = false;
  bool is_away = false;  // no answer to a question
  int next_id = 1;
  int questions = 0;

  [[nodiscard]] payments::GatewayMaker maker();
  // The status of an operation, as PayfipGateway would make it.
  [[nodiscard]] payments::Reply<payments::PaymentStatus> answer(const payments::Question& question) const;
  std::string open(const payments::PaymentOrder& order, const payments::GatewayAccount& account);
};

}  // namespace clocher::test
