// What the simulator is told to do wrong, and to whom it answers.
#pragma once

#include "payments/payfip/contract.hpp"
#include "payments/payfip/fields.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::payments::payfip::simulator {

struct Client {
  std::string labels[3];
  bool has_web_service = true;  // without it: T4
};
using Clients = std::map<std::string, Client, std::less<>>;

// 006382 and 090909 pay; 000004 has no web service.
[[nodiscard]] Clients default_clients();

enum class Disorder {
  none,
  tech_unavailable,
  tech_failure,
  tech_protocol,
  code,  // FonctionnelleErreur with a code of the tester's choice
  http_502,
  timeout,  // no answer for `timeout_seconds`
  truncated,
  invalid_utf8,
};
[[nodiscard]] std::optional<Disorder> parse_disorder(std::string_view name);
[[nodiscard]] std::string_view to_string(Disorder disorder);

enum class Notifying { sent, delayed, lost, doubled, early };
[[nodiscard]] std::optional<Notifying> parse_notifying(std::string_view name);
[[nodiscard]] std::string_view to_string(Notifying notifying);

struct Behaviour {
  Disorder disorder = Disorder::none;
  std::optional<Operation> disordered_operation = std::nullopt;  // none: all three
  int disordered_calls = 0;                                      // how many are left; -1 until told otherwise
  std::string code = {};
  std::int64_t timeout_seconds = 20;

  Notifying notifying = Notifying::sent;
  std::int64_t delay_seconds = 30;  // of a delayed notification, and until the detail is ready after an early one
  std::string spelling = "idop";
  bool returns_by_post = false;

  std::map<std::string, std::string> echo = {};  // fields of the detail that are answered otherwise; "" leaves one out
};

// The disorder of this call; counts it.
[[nodiscard]] Disorder next_disorder(Behaviour& behaviour, std::optional<Operation> operation);

}  // namespace clocher::payments::payfip::simulator
