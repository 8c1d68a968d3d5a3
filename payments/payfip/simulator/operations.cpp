// Checks as the DGFiP's guide and recorded exchanges describe them.
#include "payments/payfip/simulator/operations.hpp"

#include "core/base/date.hpp"
#include "payments/payfip/contract.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace clocher::payments::payfip::simulator {
namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string wrong_client(std::string_view number, const Clients& clients) {
  if (number.size() != client_digits || !are_digits(number)) return "T1";
  return clients.find(number) == clients.end() ? "T2" : "";
}

std::string wrong_email(std::string_view email) {
  if (email.empty()) return "A1";
  const bool is_right = email.size() >= least_email && email.size() <= most_email && email.find('@') != std::string_view::npos;
  return is_right ? "" : "A2";
}

std::string wrong_amount(std::string_view text) {
  if (text.size() > most_amount_digits || !are_digits(text)) return "M1";
  const std::int64_t cents = std::stoll(std::string(text));
  if (cents < least_cents) return "M3";
  return cents > most_cents ? "M5" : "";
}

bool is_absolute(std::string_view url) {
  const bool has_scheme = url.starts_with("http://") || url.starts_with("https://");
  const bool is_plain = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  return has_scheme && is_plain && url.size() > 10 && url.size() <= most_url;
}

std::string wrong_field(const Fields& asked, const Clients& clients) {
  const auto number = value_of(asked, "numcli");
  if (auto code = wrong_client(number, clients); !code.empty()) return code;
  if (!clients.find(number)->second.has_web_service) return "T4";
  const auto mode = value_of(asked, "saisie");
  if (mode != "T" && mode != "X" && mode != "W") return "S1";
  if (auto code = wrong_email(value_of(asked, "mel")); !code.empty()) return code;
  if (!is_reference(value_of(asked, "refdet"))) return "R3";
  if (auto code = wrong_amount(value_of(asked, "montant")); !code.empty()) return code;
  if (!is_absolute(value_of(asked, "urlnotif"))) return "N1";
  return is_absolute(value_of(asked, "urlredirect")) ? "" : "D1";
}

std::string local(Instant now, const char* format) {
  const LocalTime time = to_local(now);
  std::array<char, 16> text{};
  if (format[0] == 'd')
    std::snprintf(text.data(), text.size(), "%02u%02u%04d", unsigned(time.date.day()), unsigned(time.date.month()), int(time.date.year()));
  else
    std::snprintf(text.data(), text.size(), "%02d%02d", time.hour, time.minute);
  return text.data();
}

// In the order of the XSD.
Fields detail_of(const Payment& payment) {
  const auto asked = [&](std::string_view name) { return std::string(value_of(payment.asked, name)); };
  return {{"dattrans", local(payment.finished_at, "date")},
          {"exer", asked("exer")},
          {"heurtrans", local(payment.finished_at, "time")},
          {"idOp", payment.id},
          {"mel", asked("mel")},
          {"montant", asked("montant")},
          {"numauto", payment.authorization},
          {"numcli", asked("numcli")},
          {"objet", asked("objet")},
          {"refdet", asked("refdet")},
          {"resultrans", payment.result},
          {"saisie", asked("saisie")}};
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> texts = {{
    {"A1", "Adresse mel absente."},
    {"A2", "Adresse mel incorrecte."},
    {"D1", "URL de redirection incorrecte."},
    {"M1", "Format du montant incorrect."},
    {"M3", "Le montant minimum est de 1 euro."},
    {"M5", "Montant supérieur à la limite autorisée."},
    {"N1", "URL de notification incorrecte."},
    {"P1", "IdOp incorrect."},
    {"P3", "IdOp déjà utilisé."},
    {"P4", "IdOp expiré."},
    {"P5", "Résultat de la transaction non connu."},
    {"R3", "Le format du paramètre REFDET n'est pas conforme"},
    {"S1", "Mode de saisie invalide."},
    {"T1", "Numéro client invalide."},
    {"T2", "Numéro client inconnu de PayFiP."},
    {"T4", "Le client n'a pas d'accès sécurisé."},
}};

}  // namespace

Answer create_payment(const Fields& asked, const Clients& clients, PaymentBook& book, Instant now) {
  if (std::string code = wrong_field(asked, clients); !code.empty()) return Refusal{std::move(code)};
  return Fields{{"idOp", book.create(asked, now)}};
}

Answer payment_detail(const Fields& asked, const Behaviour& behaviour, const PaymentBook& book, Instant now) {
  const Payment* payment = book.find(value_of(asked, "idOp"), now);  // not <idop>: the real server knows only this case
  if (payment == nullptr) return Refusal{"P1"};
  if (payment->result.empty() || now < payment->readable_at) return Refusal{"P5"};
  Fields detail = detail_of(*payment);
  for (auto& [name, value] : detail) {
    const auto changed = behaviour.echo.find(name);
    if (changed != behaviour.echo.end()) value = changed->second;
  }
  std::erase_if(detail, [](const auto& field) { return field.second.empty(); });
  return detail;
}

Answer client_detail(const Fields& asked, const Clients& clients) {
  const auto number = value_of(asked, "numCli");
  if (std::string code = wrong_client(number, clients); !code.empty()) return Refusal{std::move(code)};
  const Client& client = clients.find(number)->second;
  return Fields{{"libelleN1", client.labels[0]}, {"libelleN2", client.labels[1]}, {"libelleN3", client.labels[2]}, {"numcli", std::string(number)}};
}

std::string_view text_of(std::string_view code) {
  const auto* found = std::find_if(texts.begin(), texts.end(), [&](const auto& each) { return each.first == code; });
  return found == texts.end() ? "Anomalie." : found->second;
}

}  // namespace clocher::payments::payfip::simulator
