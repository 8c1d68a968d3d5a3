// The three operations.
#include "payments/payfip/payfip_gateway.hpp"

#include "payments/payfip/codes.hpp"
#include "payments/payfip/reading.hpp"

#include <array>

namespace clocher::payments::payfip {
namespace {

constexpr std::string_view functional_fault = "FonctionnelleErreur";

std::string label_of(const Fields& fields) {
  std::string label;
  for (const char* name : {"libelleN1", "libelleN2", "libelleN3"}) {
    const std::string_view line = value_of(fields, name);
    if (!line.empty()) label.append(label.empty() ? "" : ", ").append(line);
  }
  return label;
}

}  // namespace

Reply<StartedPayment> PayfipGateway::start(const PaymentOrder& order, Instant) {
  const auto fields = fields_of(account_, order);
  if (!fields) return Refusal(fault_of(functional_fault, fields.error(), {}, {}));
  auto answered = endpoint_.call(Operation::create, *fields);
  if (!answered) return Refusal(std::move(answered.error()));
  std::string id(value_of(answered->fields, "idOp"));
  if (!is_operation_id(id)) return Refusal(fault_on_the_way("unreadable", "idOp", std::move(answered->evidence)));
  Redirection redirection{Redirection::How::get, endpoint_.page_of(id)};
  return StartedPayment{std::move(id), std::move(redirection), std::move(answered->evidence)};
}

Reply<PaymentStatus> PayfipGateway::ask(const Question& question) {
  auto answered = endpoint_.call(Operation::detail, {{"idOp", question.attempt.id}});
  if (answered) return status_of(answered->fields, account_, question, std::move(answered->evidence));
  GatewayFault& fault = answered.error();
  const auto outcome = decide(Source::fault, fault.code, question.now - question.attempt.started_at);
  if (!outcome) return Refusal(std::move(fault));
  PaymentStatus status;
  status.outcome = *outcome;
  status.result = fault.code;
  status.is_test = question.attempt.mode == Mode::test;
  status.evidence = std::move(fault.evidence);
  return status;
}

Reply<Connection> PayfipGateway::test_connection(Instant) {
  auto answered = endpoint_.call(Operation::client, {{"numCli", account_.client_number}});
  if (!answered) return Refusal(std::move(answered.error()));
  if (value_of(answered->fields, "numcli") != account_.client_number)
    return Refusal(fault_on_the_way("unreadable", "numcli", std::move(answered->evidence)));
  return Connection{Connection::Proof::answered, label_of(answered->fields)};
}

std::optional<std::string> PayfipGateway::attempt_named_by(const http::Form& fields) const {
  std::optional<std::string> named;
  for (const char* spelling : {"idop", "idOp"}) {
    for (const std::string_view value : fields.values(spelling)) {
      if (!is_operation_id(value) || (named && *named != value)) return std::nullopt;
      named = value;
    }
  }
  return named;
}

}  // namespace clocher::payments::payfip
