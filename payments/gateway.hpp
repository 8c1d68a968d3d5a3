// What Clocher asks of a payment gateway, whatever its protocol: start a payment, ask what became of it, test the connection.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/money.hpp"
#include "core/base/result.hpp"
#include "core/http/form.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::payments {

// test: no money moves; activation: real payments by which the DGFiP opens a régie (PayFiP only); production.
enum class Mode { test, activation, production };

// What the gateway said, byte for byte, and when: the proof that a line of the journal rests on.
struct Evidence {
  std::string raw;
  std::string sha256;  // of raw, 64 hexadecimal digits
  Instant received_at;
};
[[nodiscard]] Evidence make_evidence(std::string raw, Instant received_at);

enum class FaultKind {
  permanent,      // this order will never pass as it is
  transient,      // the same question may be answered later
  configuration,  // the régie's or the platform's settings are wrong: someone must look
};

struct GatewayFault {
  FaultKind kind = FaultKind::transient;
  std::string code;  // of the gateway ("R3"), or ours ("timed_out", "http_502", "circuit_open")
  std::string key;   // what the régisseur reads, next step included; in api/locales/fr, with {code}
  std::string said;  // what the gateway said in words; a claim of a stranger
  Evidence evidence;  // empty when nothing was answered
};

template <class T>
using Reply = tl::expected<T, GatewayFault>;
using Refusal = tl::unexpected<GatewayFault>;

// One attempt to pay, before the gateway knows of it.
struct PaymentOrder {
  Money amount;
  std::string reference = {};  // of the debt; ASCII letters and digits
  std::string subject = {};    // shown to the payer; adapters fit it to their charset
  std::string email = {};      // of the payer
  int fiscal_year = 0;
  std::int64_t number = 0;      // of the attempt, for protocols that want a number of ours
  std::string return_url = {};  // where the browser comes back
  std::string notify_url = {};  // where the gateway calls
};

// How the browser gets to the gateway's page: a link, or a form whose fields are posted.
struct Redirection {
  enum class How { get, post } how = How::get;
  std::string url;
  std::vector<std::pair<std::string, std::string>> fields = {};
};

struct StartedPayment {
  std::string id;  // the gateway's name for this attempt; to be committed before the browser leaves
  Redirection redirection;
  Evidence evidence;
};

// What was committed of an attempt when it started.
struct Attempt {
  std::string id;
  Instant started_at;
  Money amount;
  std::string reference;
  Mode mode = Mode::test;
};

enum class Outcome {
  paid,
  refused,    // by the bank: another attempt may be made
  cancelled,  // by the payer, and too old to be taken up again
  expired,    // nobody paid in time; a late payment is still possible
  waiting,
  unclear,  // an answer that this program does not know
};

// What an answer says that differs from what we asked: the money is recorded, the debt is not settled, the régisseur is told.
enum class Mismatch { account, amount, attempt, mode, reference };

struct PaymentStatus {
  Outcome outcome = Outcome::waiting;
  std::string result;         // the gateway's own code: "P"
  std::string means;          // "card", "direct_debit", or "" when it does not say
  std::string authorization;  // the bank's number
  std::optional<Money> amount = std::nullopt;  // as the gateway says it
  std::string local_date;                      // as received, Europe/Paris: "15032026"
  std::string local_time;                      // "1118"
  std::optional<Instant> paid_at = std::nullopt;  // of these, when they are a real moment
  bool is_test = false;                           // no money behind it: never a credit
  std::vector<Mismatch> mismatches = {};
  Evidence evidence = {};

  [[nodiscard]] bool is_quarantined() const { return !mismatches.empty(); }
};

struct Question {
  Attempt attempt;
  std::string notification;  // the body last received for this attempt, "" for none: some protocols carry the answer there
  Instant now;
};

struct Connection {
  enum class Proof { answered, settings_only } proof = Proof::answered;
  std::string label;  // how the gateway names the account
};

// The account of one régie at one gateway. Safe from several threads; blocks while the gateway is asked: never inside a
// transaction (ADR 0018).
class Gateway {
 public:
  virtual ~Gateway() = default;

  // A transient fault leaves it open whether the gateway knows the attempt: nobody was sent to pay it, it can be left.
  [[nodiscard]] virtual Reply<StartedPayment> start(const PaymentOrder& order, Instant now) = 0;

  // Harmless when repeated. A transient fault changes nothing: ask again later.
  [[nodiscard]] virtual Reply<PaymentStatus> ask(const Question& question) = 0;

  [[nodiscard]] virtual Reply<Connection> test_connection(Instant now) = 0;

  // The attempt that a notification or a returning browser names. Anybody can send one: it is a reason to ask, no more.
  [[nodiscard]] virtual std::optional<std::string> attempt_named_by(const http::Form& fields) const = 0;
};

[[nodiscard]] std::string_view to_string(Outcome outcome);
[[nodiscard]] std::string_view to_string(FaultKind kind);
[[nodiscard]] std::string_view to_string(Mismatch mismatch);

}  // namespace clocher::payments
