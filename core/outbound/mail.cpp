// Writes mails as RFC 5322 text: encoded words (RFC 2047) in headers, quoted-printable in the body.
#include "core/outbound/mail.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::outbound {
namespace {

constexpr std::string_view line_end = "\r\n";

bool is_atom_character(char c) {
  const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return alphanumeric || (c != '\0' && std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos);
}

bool is_domain_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool has_empty_label(std::string_view text) {
  return text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto byte = [&](std::size_t offset) {
      return at + offset < bytes.size() ? static_cast<unsigned char>(bytes[at + offset]) : 0U;
    };
    const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (int position = 0; position < 4; ++position) text += alphabet[group >> (18 - 6 * position) & 63];
  }
  const std::size_t missing = (3 - bytes.size() % 3) % 3;
  return text.replace(text.size() - missing, missing, std::string(missing, '='));
}

// RFC 2047: words of at most 75 characters, each holding whole characters, one per line.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t most_bytes = 42;  // 56 characters of base 64 and 12 around them
  std::string words;
  while (!text.empty()) {
    std::size_t size = std::min(most_bytes, text.size());
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    words += (words.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base64(text.substr(0, size)) + "?=");
    text.remove_prefix(size);
  }
  return words;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

// Control characters go first: nothing that a person typed can end the line of a header.
std::string header_text(std::string_view text) {
  const std::string safe = is_valid_utf8(text) ? one_line(text) : std::string("?");
  const bool fits = is_plain_ascii(safe) && safe.size() <= 60 && safe.find("=?") == std::string::npos;
  return fits ? safe : encoded_words(safe);
}

std::string mailbox(const MailAddress& address) {
  if (trim(address.name).empty()) return address.email;
  const std::string name = header_text(trim(address.name));
  const bool is_encoded = name.starts_with("=?");
  std::string quoted;
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return (is_encoded ? name + "\r\n" : '"' + quoted + '"') + " <" + address.email + '>';
}

void append_coded(std::string& line, char c) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  line.append({'=', hexadecimal[byte >> 4], hexadecimal[byte & 15]});
}

// One line of text as quoted-printable lines of at most 76 characters (RFC 2045 6.7).
void append_quoted_printable(std::string& body, std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_last = at + 1 == text.size();
    const bool is_blank = c == ' ' || c == '\t';
    const bool is_plain = c >= 0x20 && c < 0x7f && c != '=' && !(is_blank && is_last);
    // A dot alone would end the mail in SMTP, "From " is changed by some mailboxes.
    const bool is_risky_start = line.empty() && (c == '.' || c == 'F');
    if ((is_plain || (c == '\t' && !is_last)) && !is_risky_start)
      line += c;
    else
      append_coded(line, c);
    if (line.size() > 72 && !is_last) {
      body.append(line).append("=").append(line_end);
      line.clear();
    }
  }
  body.append(line).append(line_end);
}

std::string quoted_printable(std::string_view text) {
  std::string body;
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    append_quoted_printable(body, line);
  }
  return body;
}

Result<void> check_addresses(const Mail& mail) {
  const auto refuse = [](std::string field) {
    return fail(ErrorKind::invalid, "mail.bad_address", {{"field", std::move(field)}});
  };
  if (!is_mail_address(mail.from.email)) return refuse("from");
  if (!is_mail_address(mail.to.email)) return refuse("to");
  if (!mail.reply_to.empty() && !is_mail_address(mail.reply_to)) return refuse("reply_to");
  if (!is_mail_address(mail.message_id)) return refuse("message_id");
  return {};
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > 254 || at > 64) return false;
  const std::string_view local = text.substr(0, at), domain = text.substr(at + 1);
  if (has_empty_label(local) || has_empty_label(domain)) return false;
  return std::all_of(local.begin(), local.end(), is_atom_character) &&
         std::all_of(domain.begin(), domain.end(), is_domain_character);
}

Result<std::string> to_rfc5322(const Mail& mail) {
  if (const auto checked = check_addresses(mail); !checked) return fail(checked.error());
  std::string text;
  const auto header = [&](std::string_view name, std::string_view value) {
    text.append(name).append(": ").append(value).append(line_end);
  };
  header("Date", to_mail_date(mail.date));
  header("From", mailbox(mail.from));
  header("To", mailbox(mail.to));
  if (!mail.reply_to.empty()) header("Reply-To", mail.reply_to);
  header("Subject", header_text(mail.subject));
  header("Message-ID", '<' + mail.message_id + '>');
  header("Auto-Submitted", "auto-generated");  // RFC 3834: out-of-office programs must not answer
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=utf-8");
  header("Content-Transfer-Encoding", "quoted-printable");
  return text.append(line_end).append(quoted_printable(mail.text));
}

}  // namespace clocher::outbound
