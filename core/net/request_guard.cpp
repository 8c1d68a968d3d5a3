// The rules, one table: RFC 9112 §2-7 read strictly, the limits of the product beside them.
#include "core/net/request_guard.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace clocher::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }
bool is_host_character(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.'; }

std::size_t count(const Head& head, std::string_view name) {
  const auto same_name = [&](const auto& field) { return http::equals_ignoring_case(field.first, name); };
  return static_cast<std::size_t>(std::ranges::count_if(head.headers.all(), same_name));
}

// host is a name, an IPv4 address or an IPv6 literal; port is 1 to 5 digits, or nothing at all.
bool is_host_and_port(std::string_view text) {
  const bool literal = text.starts_with('[');
  const std::size_t end = literal ? text.find(']') : std::min(text.find(':'), text.size());
  if (end == std::string_view::npos || end == 0 || end > 253) return false;
  const std::string_view host = literal ? text.substr(1, end - 1) : text.substr(0, end);
  const std::string_view port = text.substr(literal ? end + 1 : end);
  const bool host_is_good =
      literal ? !host.empty() && std::ranges::all_of(host, [](char c) { return is_hex(c) || c == ':' || c == '.'; })
              : std::ranges::all_of(host, is_host_character) && host != "." && !host.starts_with('.') &&
                    host.find("..") == std::string_view::npos;
  const bool port_is_good = port.empty() || (port.starts_with(':') && port.size() >= 2 && port.size() <= 6 &&
                                             std::ranges::all_of(port.substr(1), is_digit));
  return host_is_good && port_is_good;
}

// The authority of an absolute-form target, or nothing for the other forms.
std::string_view authority(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return {};
  const std::string_view rest = target.substr(scheme + 3);
  return rest.substr(0, rest.find_first_of("/?#"));
}

bool method_is_forbidden(const Head& head, const Limits&) { return head.method == "TRACE" || head.method == "CONNECT"; }
bool method_is_unknown(const Head& head, const Limits&) { return !http::parse_method(head.method); }

bool target_is_long(const Head& head, const Limits& limits) { return head.target.size() > limits.target_bytes; }
bool target_is_not_printable(const Head& head, const Limits&) {
  return !std::ranges::all_of(head.target, [](char c) { return c > 0x20 && c < 0x7f; });
}
bool target_has_odd_form(const Head& head, const Limits&) {
  const bool absolute =
      !authority(head.target).empty() && (head.target.starts_with("http://") || head.target.starts_with("https://"));
  return !head.target.starts_with('/') && !absolute;
}

bool fields_are_many(const Head& head, const Limits& limits) {
  return head.headers.all().size() > limits.header_fields;
}

bool host_is_not_single(const Head& head, const Limits&) { return count(head, "host") != 1; }
bool host_is_odd(const Head& head, const Limits&) { return !is_host_and_port(head.headers.get("host")); }
bool host_differs_from_target(const Head& head, const Limits&) {
  const std::string_view named = authority(head.target);
  return !named.empty() && !http::equals_ignoring_case(named, head.headers.get("host"));
}

bool coding_is_repeated(const Head& head, const Limits&) { return count(head, "transfer-encoding") > 1; }
bool coding_is_not_chunked(const Head& head, const Limits&) {
  return head.headers.has("transfer-encoding") &&
         !http::equals_ignoring_case(head.headers.get("transfer-encoding"), "chunked");
}
bool coding_is_too_new(const Head& head, const Limits&) {
  return head.version < 11 && head.headers.has("transfer-encoding");
}
bool length_is_repeated(const Head& head, const Limits&) { return count(head, "content-length") > 1; }
bool length_and_coding(const Head& head, const Limits&) {
  return head.headers.has("content-length") && head.headers.has("transfer-encoding");
}
bool length_is_not_a_number(const Head& head, const Limits&) {
  const std::string_view length = head.headers.get("content-length");
  return head.headers.has("content-length") &&
         (length.empty() || length.size() > 18 || !std::ranges::all_of(length, is_digit));
}

bool expectation_is_unknown(const Head& head, const Limits&) {
  return head.version >= 11 && head.headers.has("expect") &&
         (count(head, "expect") > 1 || !http::equals_ignoring_case(head.headers.get("expect"), "100-continue"));
}

struct Rule {
  std::string_view name;
  int status;
  bool (*is_broken)(const Head&, const Limits&);
};

constexpr std::array rules{
    Rule{"transfer-encoding.repeated", 400, coding_is_repeated},
    Rule{"transfer-encoding.not-chunked", 400, coding_is_not_chunked},
    Rule{"transfer-encoding.http-1.0", 400, coding_is_too_new},
    Rule{"content-length.repeated", 400, length_is_repeated},
    Rule{"content-length.with-transfer-encoding", 400, length_and_coding},
    Rule{"content-length.not-a-number", 400, length_is_not_a_number},
    Rule{"method.forbidden", 405, method_is_forbidden},
    Rule{"method.unknown", 501, method_is_unknown},
    Rule{"target.long", 414, target_is_long},
    Rule{"target.characters", 400, target_is_not_printable},
    Rule{"target.form", 400, target_has_odd_form},
    Rule{"fields.many", 431, fields_are_many},
    Rule{"host.not-single", 400, host_is_not_single},
    Rule{"host.form", 400, host_is_odd},
    Rule{"host.differs-from-target", 400, host_differs_from_target},
    Rule{"expect.unknown", 417, expectation_is_unknown},
};

}  // namespace

Verdict check_head(const Head& head, const Limits& limits) {
  for (const Rule& rule : rules) {
    if (rule.is_broken(head, limits)) return {rule.status, rule.name};
  }
  return {};
}

bool has_clean_lines(std::string_view bytes, std::size_t from) {
  for (std::size_t i = from; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const char before = i == 0 ? '\n' : bytes[i - 1];
    if (before == '\r' && c != '\n') return false;
    if (c == '\n' && (i == 0 || before != '\r')) return false;
    if (before == '\n' && (c == ' ' || c == '\t')) return false;
    if ((c < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7f) return false;
  }
  return true;
}

std::string host_name(std::string_view host_field) {
  const std::size_t end = host_field.starts_with('[') ? host_field.find(']') + 1 : host_field.find(':');
  std::string name(host_field.substr(0, end));
  if (name.ends_with('.')) name.pop_back();
  std::ranges::transform(name, name.begin(), lower);
  return name;
}

std::string_view without_authority(std::string_view target) {
  const std::string_view named = authority(target);
  if (named.empty()) return target;
  const std::string_view rest = target.substr(target.find("://") + 3 + named.size());
  return rest.empty() ? "/" : rest;
}

}  // namespace clocher::net
