// Header fields, methods, response builders and the reading of request targets.
#include "core/http/message.hpp"

#include "core/base/text.hpp"
#include "core/http/token.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace clocher::http {
namespace {

struct MethodName {
  Method method;
  std::string_view name;
};

constexpr std::array<MethodName, 7> method_names = {{{Method::get, "GET"},
                                                     {Method::head, "HEAD"},
                                                     {Method::post, "POST"},
                                                     {Method::put, "PUT"},
                                                     {Method::patch, "PATCH"},
                                                     {Method::delete_, "DELETE"},
                                                     {Method::options, "OPTIONS"}}};

// A line break smuggled into a field would start another header: whoever lets one through has a bug.
void require_safe_field(std::string_view name, std::string_view value) {
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_token_character)) {
    throw std::invalid_argument("http: not a header name");
  }
  if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) {
    throw std::invalid_argument("http: control character in header " + std::string(name));
  }
}

// "//host" and "/\host" leave the site in a browser.
bool is_safe_location(std::string_view location) {
  if (location.starts_with("https://") || location.starts_with("http://")) return true;
  return location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\");
}

Response with_body(int status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.headers.set("Content-Type", std::string(content_type));
  response.body = std::move(body);
  return response;
}

bool is_target_character(char c) { return c > ' ' && c < 0x7F && c != '#' && c != '\\'; }

// %2F and %5C would let a segment hold what looks like a separator further on.
bool hides_separator(std::string_view raw_path) {
  for (std::size_t i = raw_path.find('%'); i != std::string_view::npos; i = raw_path.find('%', i + 1)) {
    const std::string_view escape = raw_path.substr(i, 3);
    for (const std::string_view refused : {"%2F", "%2f", "%5C", "%5c"}) {
      if (escape == refused) return true;
    }
  }
  return false;
}

bool has_dot_segment(std::string_view path) {
  const auto segments = split(path, '/');
  return std::any_of(segments.begin(), segments.end(),
                     [](std::string_view segment) { return segment == "." || segment == ".."; });
}

std::optional<std::string> read_path(std::string_view raw_path) {
  if (hides_separator(raw_path)) return std::nullopt;
  auto path = percent_decode(raw_path);
  if (!path || std::any_of(path->begin(), path->end(), is_control)) return std::nullopt;
  if (!is_valid_utf8(*path) || has_dot_segment(*path)) return std::nullopt;
  return path;
}

}  // namespace

std::string_view to_string(Method method) {
  for (const MethodName& known : method_names) {
    if (known.method == method) return known.name;
  }
  throw std::logic_error("http: unknown method");
}

std::optional<Method> parse_method(std::string_view text) {
  for (const MethodName& known : method_names) {
    if (known.name == text) return known.method;
  }
  return std::nullopt;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view Headers::get(std::string_view name) const {
  for (const auto& [known, value] : fields_) {
    if (equals_ignoring_case(known, name)) return value;
  }
  return {};
}

bool Headers::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const auto& field) { return equals_ignoring_case(field.first, name); });
}

void Headers::set(std::string name, std::string value) {
  require_safe_field(name, value);
  remove(name);
  fields_.emplace_back(std::move(name), std::move(value));
}

void Headers::add(std::string name, std::string value) {
  require_safe_field(name, value);
  fields_.emplace_back(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(fields_, [&](const auto& field) { return equals_ignoring_case(field.first, name); });
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 507: return "Insufficient Storage";
    default: return "Unknown";
  }
}

Response html(int status, std::string body) { return with_body(status, "text/html; charset=utf-8", std::move(body)); }

Response json_text(int status, std::string body) { return with_body(status, "application/json", std::move(body)); }

Response plain_text(int status, std::string body) {
  return with_body(status, "text/plain; charset=utf-8", std::move(body));
}

Response see_other(std::string location) {
  if (!is_safe_location(location)) throw std::invalid_argument("http: redirect that may leave the site");
  Response response;
  response.status = 303;
  response.headers.set("Location", std::move(location));
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

std::optional<std::pair<std::string, std::string>> parse_target(std::string_view target) {
  if (!target.starts_with('/') || !std::all_of(target.begin(), target.end(), is_target_character)) return std::nullopt;
  const std::size_t mark = target.find('?');
  auto path = read_path(target.substr(0, mark));
  if (!path) return std::nullopt;
  const std::string_view query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  return std::pair(std::move(*path), std::string(query));
}

}  // namespace clocher::http
