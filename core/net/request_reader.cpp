// Boost.Beast parses, the guard decides. The only file that includes Beast.
#include "core/net/request_reader.hpp"

#include "core/net/request_guard.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace clocher::net {
namespace {

namespace beast = boost::beast;
using ErrorCode = beast::error_code;

constexpr std::size_t small_read_bytes = 4 * 1024;
constexpr std::size_t large_read_bytes = 32 * 1024;
constexpr std::string_view end_of_head = "\r\n\r\n";

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

// Fields by which a client could name another host or address; no handler may see them (see client_address).
bool is_withheld(std::string_view name) {
  constexpr std::array<std::string_view, 3> names{"Forwarded", "X-Forwarded-Host", "X-Forwarded-Server"};
  return std::ranges::any_of(names, [&](std::string_view own) { return http::equals_ignoring_case(own, name); });
}

}  // namespace

struct RequestReader::Parser {
  using Message = beast::http::request_parser<beast::http::string_body>;

  using OnChunk = std::function<void(std::uint64_t, beast::string_view, ErrorCode&)>;

  explicit Parser(const Limits& limits) : head_limit(limits.header_bytes) {}

  const std::size_t head_limit;
  beast::flat_buffer buffer;
  std::optional<Message> message;
  std::size_t extension_bytes = 0;
  // RFC 9112 §7.1.1: extensions are ignored, and limited in total. Beast keeps a reference to it.
  OnChunk on_chunk = [this](std::uint64_t, beast::string_view extension, ErrorCode& error) {
    extension_bytes += extension.size();
    if (extension_bytes > head_limit) error = beast::http::error::bad_chunk_extension;
  };
  std::size_t looked_at = 0;  // bytes of an unfinished head found clean
  std::ptrdiff_t head_fields = 0;
  bool head_is_complete = false;
  int status = 0;

  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(buffer.data().data()), buffer.size()};
  }
  [[nodiscard]] std::ptrdiff_t count_fields() const {
    return std::distance(message->get().begin(), message->get().end());
  }
  Step refuse(int with_status) {
    status = with_status;
    return Step::refused;
  }
  Step take_head(std::size_t size_bytes, http::Request& request, const Limits& limits);
};

RequestReader::RequestReader(const Limits& limits) : limits_(limits), parser_(std::make_unique<Parser>(limits)) {
  next();
}

RequestReader::~RequestReader() = default;

RequestReader::Room RequestReader::room() {
  const std::size_t size = parser_->head_is_complete ? large_read_bytes : small_read_bytes;
  const auto space = parser_->buffer.prepare(size);
  return {static_cast<char*>(space.data()), space.size()};
}

void RequestReader::commit(std::size_t size_bytes) { parser_->buffer.commit(size_bytes); }

bool RequestReader::has_bytes() const { return parser_->buffer.size() > 0; }

void RequestReader::discard_bytes() { parser_->buffer.clear(); }

RequestReader::Step RequestReader::read_head(http::Request& request) {
  Parser& parser = *parser_;
  // RFC 9112 §2.2: an empty line before the request line is ignored.
  if (parser.looked_at <= 1 && parser.bytes().starts_with("\r\n")) {
    parser.buffer.consume(2);
    parser.looked_at = 0;
  }
  const std::string_view bytes = parser.bytes();
  const std::size_t overlap = std::min<std::size_t>(parser.looked_at, end_of_head.size() - 1);
  const std::size_t end = bytes.find(end_of_head, parser.looked_at - overlap);
  const bool whole = end != std::string_view::npos;
  const std::size_t size = whole ? end + end_of_head.size() : bytes.size();
  if (!has_clean_lines(bytes.substr(0, size), parser.looked_at)) return parser.refuse(400);
  if (size > limits_.header_bytes) {
    const bool in_request_line = bytes.substr(0, limits_.header_bytes).find('\n') == std::string_view::npos;
    return parser.refuse(in_request_line ? 414 : 431);
  }
  if (whole) return parser.take_head(size, request, limits_);
  parser.looked_at = size;
  return Step::need_more;
}

RequestReader::Step RequestReader::Parser::take_head(std::size_t size_bytes, http::Request& request,
                                                     const Limits& limits) {
  ErrorCode error;
  message->put(boost::asio::buffer(bytes().data(), size_bytes), error);
  if (error || !message->is_header_done()) return refuse(400);
  const auto& parsed = message->get();
  http::Headers headers;
  for (const auto& field : parsed)
    headers.add(std::string(view(field.name_string())), std::string(view(field.value())));
  const Head head{view(parsed.method_string()), view(parsed.target()), static_cast<int>(parsed.version()), headers};
  if (const Verdict verdict = check_head(head, limits); verdict.status != 0) {
    if (const auto method = http::parse_method(head.method)) request.method = *method;
    return refuse(verdict.status);
  }
  request.method = *http::parse_method(head.method);
  request.host = host_name(headers.get("host"));
  auto target = http::parse_target(without_authority(head.target));
  if (!target) return refuse(400);
  std::tie(request.path, request.query) = std::move(*target);
  for (const auto& [name, value] : headers.all()) {
    if (!is_withheld(name)) request.headers.add(name, value);
  }
  buffer.consume(size_bytes);
  head_fields = count_fields();
  head_is_complete = true;
  return Step::complete;
}

RequestReader::Step RequestReader::begin_body(std::size_t limit_bytes) {
  if (content_length().value_or(0) > limit_bytes) return parser_->refuse(413);
  parser_->message->body_limit(limit_bytes);  // Beast counts down from here: never set it twice
  return Step::complete;
}

RequestReader::Step RequestReader::read_body(http::Request& request) {
  Parser& parser = *parser_;
  ErrorCode error;
  // Beast 1.81 asserts when the last chunk comes in fewer than five bytes; "0\r\n\r\n" always follows, so wait for them.
  const std::size_t least = parser.message->chunked() ? 5 : 1;
  while (!parser.message->is_done() && parser.buffer.size() >= least && !error) {
    parser.buffer.consume(parser.message->put(parser.buffer.data(), error));
  }
  if (error == beast::http::error::body_limit) return parser.refuse(413);
  if (error && error != beast::http::error::need_more) return parser.refuse(400);
  // What waits in the buffer now is the line of a chunk or a trailer: no honest client makes it long.
  if (!parser.message->is_done())
    return parser.buffer.size() > limits_.header_bytes ? parser.refuse(400) : Step::need_more;
  // Beast merges trailers into the head's fields: a second Host, an X-Forwarded-For.
  if (parser.count_fields() != parser.head_fields) return parser.refuse(400);
  request.body = std::move(parser.message->get().body());
  return Step::complete;
}

std::size_t RequestReader::body_bytes() const { return parser_->message->get().body().size() + parser_->buffer.size(); }

RequestReader::Step RequestReader::refuse(int status) { return parser_->refuse(status); }

void RequestReader::discard_body() { std::string().swap(parser_->message->get().body()); }

void RequestReader::next() {
  parser_->message.emplace();
  parser_->message->eager(true);
  parser_->message->header_limit(std::numeric_limits<std::uint32_t>::max());  // read_head has its own
  parser_->message->body_limit(boost::none);                                  // begin_body sets it
  parser_->message->on_chunk_header(parser_->on_chunk);
  parser_->extension_bytes = 0;
  parser_->looked_at = 0;
  parser_->head_is_complete = false;
  parser_->status = 0;
  if (parser_->buffer.capacity() > large_read_bytes) parser_->buffer.shrink_to_fit();
}

int RequestReader::status() const { return parser_->status; }

bool RequestReader::wants_close() const {
  return !parser_->message->get().keep_alive() || parser_->message->get().version() < 11;
}

bool RequestReader::wants_continue() const {
  const auto& message = parser_->message->get();
  return message.version() >= 11 && message.count(beast::http::field::expect) > 0 && has_body() && !has_bytes();
}

std::optional<std::uint64_t> RequestReader::content_length() const {
  const auto length = parser_->message->content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestReader::has_body() const { return !parser_->message->is_done(); }

}  // namespace clocher::net
