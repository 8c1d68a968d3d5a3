// The names of the gateway's words, and its proofs.
#include "payments/gateway.hpp"

#include "core/security/crypto.hpp"

#include <stdexcept>

namespace clocher::payments {

Evidence make_evidence(std::string raw, Instant received_at) {
  std::string sha256 = security::sha256_hex(raw);
  return {std::move(raw), std::move(sha256), received_at};
}

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::paid: return "paid";
    case Outcome::refused: return "refused";
    case Outcome::cancelled: return "cancelled";
    case Outcome::expired: return "expired";
    case Outcome::waiting: return "waiting";
    case Outcome::unclear: return "unclear";
  }
  throw std::logic_error("payments: no such outcome");
}

std::string_view to_string(FaultKind kind) {
  switch (kind) {
    case FaultKind::permanent: return "permanent";
    case FaultKind::transient: return "transient";
    case FaultKind::configuration: return "configuration";
  }
  throw std::logic_error("payments: no such kind of fault");
}

std::string_view to_string(Mismatch mismatch) {
  switch (mismatch) {
    case Mismatch::account: return "account";
    case Mismatch::amount: return "amount";
    case Mismatch::attempt: return "attempt";
    case Mismatch::mode: return "mode";
    case Mismatch::reference: return "reference";
  }
  throw std::logic_error("payments: no such mismatch");
}

}  // namespace clocher::payments
