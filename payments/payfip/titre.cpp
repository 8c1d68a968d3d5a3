// Addresses with percent-encoded references.
#include "payments/payfip/titre.hpp"

#include "core/base/text.hpp"
#include "payments/payfip/contract.hpp"
#include "payments/payfip/fields.hpp"

#include <stdexcept>

namespace clocher::payments::payfip {
namespace {

constexpr std::string_view form_path = "/tpa/paiement.web";
constexpr std::size_t most_printed_reference = 40;

// Printed references vary by commune ("2021-CA-00-01"): anything readable on one line.
bool is_printed_reference(std::string_view text) {
  return !text.empty() && text.size() <= most_printed_reference && text == trim(text) && text == one_line(text) &&
         is_valid_utf8(text);
}

// saisie of the form protocol has its own letter for production.
std::string_view form_letter(Mode mode) {
  switch (mode) {
    case Mode::test: return "T";
    case Mode::activation: return "X";
    case Mode::production: return "A";
  }
  throw std::logic_error("payfip: no such mode");
}

}  // namespace

Result<TitreLink> titre_link(TitreReferences references) {
  if (!is_client_number(references.client_number)) return fail_field("client_number", "titre.client_number");
  if (!is_printed_reference(references.reference)) return fail_field("reference", "titre.reference");
  return TitreLink{std::string(official_site), std::move(references)};
}

Result<std::string> titre_form_url(const TitreReferences& references, const std::string& subject, const std::string& email,
                                   Mode mode) {
  if (!is_client_number(references.client_number)) return fail_field("client_number", "titre.client_number");
  if (!is_reference(references.reference)) return fail_field("reference", "titre.reference");
  if (!references.amount || references.amount->cents < least_cents || references.amount->cents > most_cents)
    return fail_field("amount", "titre.amount");
  const Fields query{{"numcli", references.client_number},
                     {"exer", std::to_string(references.fiscal_year)},
                     {"refdet", references.reference},
                     {"objet", normalised_subject(subject)},
                     {"montant", std::to_string(references.amount->cents)},
                     {"mel", email},
                     {"saisie", std::string(form_letter(mode))}};
  std::string url = std::string(official_site) + std::string(form_path);
  for (const auto& [name, value] : query) url += (url.find('?') == std::string::npos ? "?" : "&") + name + "=" + percent_encode(value);
  return url;
}

}  // namespace clocher::payments::payfip
