// Checks in the order in which PayFiP is known to check.
#include "payments/payfip/fields.hpp"

#include "core/base/folding.hpp"
#include "core/base/text.hpp"
#include "core/base/utf8.hpp"
#include "payments/payfip/contract.hpp"

#include <algorithm>
#include <stdexcept>

namespace clocher::payments::payfip {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_plain(char c) { return is_digit(c) || is_letter(c); }

// Latin letters with accents, as Unicode's Latin-1 and Latin Extended-A blocks alternate capitals and small letters.
bool is_accented_capital(char32_t code) {
  if (code >= 0xC0 && code <= 0xDE) return true;
  if (code == 0x178) return true;
  const bool odd_capitals = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  return code >= 0x100 && code <= 0x17E && (code % 2 == 1) == odd_capitals;
}

// What is left of one character: "É" is "E", "Œ" is "Oe", "’" is a space, "€" is nothing.
std::string plain_form(const Utf8Character& character, std::string_view bytes) {
  std::string form(bytes);
  if (bytes.size() > 1) {
    form.clear();
    append_folded(form, character.code, bytes);
  }
  if (form == "'" || form == "-" || form == "\t" || form == "\n" || form == "\r") form = " ";
  if (form == " ") return form;
  if (form.empty() || !std::all_of(form.begin(), form.end(), is_plain)) return {};
  if (is_accented_capital(character.code)) form[0] = static_cast<char>(form[0] - 'a' + 'A');
  return form;
}

// mel must hold an @; more is PayFiP's to judge.
std::string_view wrong_email(std::string_view email) {
  if (email.empty()) return "A1";
  const bool is_right = email.size() >= least_email && email.size() <= most_email &&
                        email.find('@') != std::string_view::npos && email == one_line(email) && is_valid_utf8(email);
  return is_right ? "" : "A2";
}

bool is_callable(std::string_view url) {
  return (url.starts_with("https://") || url.starts_with("http://")) && url.size() <= most_url &&
         std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

std::string wrong_field(const Account& account, const PaymentOrder& order) {
  if (!is_client_number(account.client_number)) return "T1";
  if (const auto code = wrong_email(order.email); !code.empty()) return std::string(code);
  if (!is_reference(order.reference)) return "R3";
  if (order.amount.cents < least_cents) return "M3";
  if (order.amount.cents > most_cents) return "M5";
  if (!is_callable(order.notify_url)) return "N1";
  if (!is_callable(order.return_url)) return "D1";
  return {};
}

}  // namespace

std::string_view value_of(const Fields& fields, std::string_view name) {
  for (const auto& [known, value] : fields) {
    if (known == name) return value;
  }
  return {};
}

std::string normalised_subject(std::string_view text) {
  std::string subject;
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    const std::size_t size = std::max<std::size_t>(character.size_bytes, 1);
    if (character.size_bytes != 0) subject += plain_form(character, text.substr(0, size));
    if (subject == " " || subject.ends_with("  ")) subject.pop_back();
    text.remove_prefix(size);
  }
  return std::string(trim(std::string_view(subject).substr(0, most_subject)));
}

bool is_reference(std::string_view text) {
  return text.size() >= least_reference && text.size() <= most_reference && std::all_of(text.begin(), text.end(), is_plain);
}

bool is_client_number(std::string_view text) {
  return text.size() == client_digits && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_operation_id(std::string_view text) {
  return text.size() >= 8 && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c) || c == '-'; });
}

std::string_view letter_of(Mode mode) {
  switch (mode) {
    case Mode::test: return "T";
    case Mode::activation: return "X";
    case Mode::production: return "W";
  }
  throw std::logic_error("payfip: no such mode");
}

tl::expected<Fields, std::string> fields_of(const Account& account, const PaymentOrder& order) {
  if (std::string code = wrong_field(account, order); !code.empty()) return tl::unexpected(std::move(code));
  Fields fields{{"exer", std::to_string(order.fiscal_year)},
                {"mel", order.email},
                {"montant", std::to_string(order.amount.cents)},
                {"numcli", account.client_number}};
  if (std::string subject = normalised_subject(order.subject); !subject.empty()) fields.emplace_back("objet", std::move(subject));
  fields.emplace_back("refdet", order.reference);
  fields.emplace_back("saisie", letter_of(account.mode));
  fields.emplace_back("urlnotif", order.notify_url);
  fields.emplace_back("urlredirect", order.return_url);
  return fields;
}

}  // namespace clocher::payments::payfip
