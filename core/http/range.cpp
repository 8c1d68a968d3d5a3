// Reads Range and cuts the body.
#include "core/http/range.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace clocher::http {
namespace {

struct Span {
  std::uint64_t first = 0;
  std::uint64_t last = 0;  // included
};

enum class Reading { none, unsatisfiable, part };

// Digits only; a number too large for anything means "to the end and beyond".
std::optional<std::uint64_t> read_number(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range ? UINT64_MAX : value;
}

// "500-999", "500-", "-500" of `size` bytes.
Reading read_span(std::string_view text, std::uint64_t size, Span& span) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return Reading::none;
  const std::string_view from = text.substr(0, dash), to = text.substr(dash + 1);
  const auto first = read_number(from), last = read_number(to);
  if (from.empty()) {
    if (!last) return Reading::none;
    if (*last == 0 || size == 0) return Reading::unsatisfiable;
    span = {size - std::min(*last, size), size - 1};
    return Reading::part;
  }
  if (!first || (!last && !to.empty()) || (last && *last < *first)) return Reading::none;
  if (*first >= size) return Reading::unsatisfiable;
  span = {*first, std::min(last.value_or(size - 1), size - 1)};
  return Reading::part;
}

Reading read_range(const Request& request, const Response& response, Span& span) {
  const std::string_view range = trim(request.headers.get("Range"));
  constexpr std::string_view unit = "bytes=";
  if (range.size() < unit.size() || !equals_ignoring_case(range.substr(0, unit.size()), unit)) return Reading::none;
  // RFC 9110 13.1.5: a strong comparison; a date or a weak tag never matches.
  if (request.headers.has("If-Range") && request.headers.get("If-Range") != response.headers.get("ETag"))
    return Reading::none;
  return read_span(trim(range.substr(unit.size())), response.payload().size(), span);
}

}  // namespace

void apply_range(const Request& request, Response& response) {
  if (response.status != 200) return;
  response.headers.set("Accept-Ranges", "bytes");
  Span span;
  if (request.method != Method::get) return;
  const Reading reading = read_range(request, response, span);
  if (reading == Reading::none) return;
  const std::string size = std::to_string(response.payload().size());
  if (reading == Reading::unsatisfiable) {
    response.status = 416;
    response.headers.set("Content-Range", "bytes */" + size);
    response.headers.remove("Content-Type");
    response.headers.remove("Content-Disposition");
    response.body.clear();
    return;
  }
  response.status = 206;
  response.headers.set("Content-Range",
                       "bytes " + std::to_string(span.first) + "-" + std::to_string(span.last) + "/" + size);
  response.body = std::string(response.payload().substr(span.first, span.last - span.first + 1));
  response.static_body = {};
  response.shared_body = nullptr;
}

}  // namespace clocher::http
