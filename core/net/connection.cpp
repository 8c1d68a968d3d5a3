// The phases of a connection and what ends each of them.
#include "core/net/connection.hpp"

#include "core/base/date.hpp"

#include <array>
#include <exception>
#include <tuple>
#include <utility>

namespace clocher::net {
namespace {

using Step = RequestReader::Step;

constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view known_methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
constexpr std::string_view retry_after_seconds = "5";

std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4) {
    *digit = "0123456789abcdef"[value & 15];
  }
  return digits;
}

// What a refusal needs once the request itself has gone to a worker.
http::Request outline(const http::Request& request) {
  http::Request head;
  head.method = request.method;
  head.path = request.path;
  head.host = request.host;
  head.remote_address = request.remote_address;
  head.id = request.id;
  return head;
}

}  // namespace

Connection::Connection(Socket socket, std::string peer_address, Handler& handler, Services& services, IoThread& thread)
    : socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      peer_address_(std::move(peer_address)),
      peer_is_trusted_(services.proxies.contains(peer_address_)),
      handler_(handler),
      services_(services),
      thread_(thread),
      reader_(services.limits),
      body_share_(services.bodies),
      idle_since_(SteadyClock::now().time_since_epoch().count()) {}

Task<void> Connection::run() {
  Next next = Next::read_on;
  while (next == Next::read_on) next = co_await serve_one();
  if (next == Next::drain) co_await drain();
  timer_.cancel();
  let_body_go();
  ErrorCode ignored;  // the peer may have gone first
  socket_.shutdown(Socket::shutdown_both, ignored);
  socket_.close(ignored);
}

Task<Connection::Next> Connection::serve_one() {
  start_request();
  if (services_.stopping && !reader_.has_bytes()) co_return Next::close;
  const Step head = co_await read_head();
  if (head == Step::need_more && !(expired_ && reader_.has_bytes())) co_return Next::close;
  if (head == Step::need_more) co_return co_await refuse(std::move(request_), 408);
  if (head == Step::refused) co_return co_await refuse(std::move(request_), reader_.status());
  enter(State::busy);
  find_client();
  if (reader_.has_body()) {
    const Step body = co_await read_body();
    if (body == Step::need_more && !expired_) co_return Next::close;
    if (body == Step::need_more) co_return co_await refuse(std::move(request_), 408);
    if (body == Step::refused) co_return co_await refuse(std::move(request_), reader_.status());
  }
  co_return co_await answer();
}

// need_more: the peer left or the time is over.
Task<Step> Connection::read_head() {
  const Limits& limits = services_.limits;
  Step step = Step::need_more;
  if (reader_.has_bytes()) {
    enter(State::reading_head);
    step = reader_.read_head(request_);
  }
  set_deadline(reader_.has_bytes() ? limits.header_deadline : limits.idle_deadline);
  while (step == Step::need_more) {
    if (!co_await receive()) co_return Step::need_more;
    step = reader_.read_head(request_);
    if (step != Step::need_more || state_ == State::reading_head) continue;
    enter(State::reading_head);
    set_deadline(limits.header_deadline);
  }
  co_return step;
}

Task<Step> Connection::read_body() {
  const std::size_t limit = handler_.body_limit_bytes(request_);
  Step step = reader_.begin_body(limit);
  if (step == Step::refused) co_return step;
  const std::uint64_t size_bytes = reader_.content_length().value_or(limit);
  body_share_.begin(size_bytes);
  set_deadline(transfer_deadline(size_bytes));
  if (reader_.wants_continue()) {
    const auto [error, size] = co_await asio::async_write(socket_, asio::buffer(go_on), use_task);
    if (error) co_return Step::need_more;
  }
  step = take_body_bytes();
  // Not in one condition with &&: GCC 12 then awaits even when the left side is false.
  while (step == Step::need_more) {
    if (!co_await receive()) co_return Step::need_more;
    step = take_body_bytes();
  }
  co_return step;
}

Step Connection::take_body_bytes() {
  if (!body_share_.grow_to(reader_.body_bytes())) return reader_.refuse(503);
  return reader_.read_body(request_);
}

Task<bool> Connection::receive() {
  if (expired_) co_return false;
  const RequestReader::Room room = reader_.room();
  const auto [error, size] = co_await socket_.async_read_some(asio::buffer(room.data, room.size_bytes), use_task);
  reader_.commit(size);
  co_return !error;
}

Task<Connection::Next> Connection::answer() {
  http::Request head = outline(request_);
  std::optional<http::Response> response = handler_.answer_at_once(request_);
  if (!response) {
    if (!services_.workers.take_place()) co_return co_await refuse(std::move(head), 503);
    deadline_ = SteadyClock::time_point::max();  // a handler has limits of its own
    response = co_await services_.workers.handle(handler_, std::move(request_));
  }
  let_body_go();
  const bool server_closes = ++requests_ >= services_.limits.requests_per_connection || services_.stopping;
  const bool closes = server_closes || reader_.wants_close();
  const Persistence persistence = closes ? Persistence::close : Persistence::keep_alive;
  if (!co_await send(std::move(head), std::move(*response), persistence)) co_return Next::close;
  if (!closes) {
    reader_.next();
    co_return Next::read_on;
  }
  // A client that did not expect the end may have sent more: a reset could take our answer away from it.
  co_return reader_.wants_close() && !reader_.has_bytes() ? Next::close : Next::drain;
}

Task<Connection::Next> Connection::refuse(http::Request head, int status) {
  enter(State::busy);
  reader_.discard_body();
  let_body_go();
  http::Response response = handler_.refuse(head, status);
  if (status == 405) response.headers.set("Allow", std::string(known_methods));
  if (status == 503) response.headers.set("Retry-After", std::string(retry_after_seconds));
  const bool sent = co_await send(std::move(head), std::move(response), Persistence::close);
  co_return sent ? Next::drain : Next::close;
}

Task<bool> Connection::send(http::Request head, http::Response response, Persistence persistence) {
  const std::string first = head_of(response, head, persistence);
  const std::string_view body = sends_body(head.method, response.status) ? response.payload() : std::string_view();
  set_deadline(transfer_deadline(body.size()));
  const std::array<asio::const_buffer, 2> bytes{asio::buffer(first), asio::buffer(body.data(), body.size())};
  const auto [error, size] = co_await asio::async_write(socket_, bytes, use_task);
  co_return !error;
}

// Says that we are done, then throws away what still comes until the client has closed too.
Task<void> Connection::drain() {
  ErrorCode ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  set_deadline(services_.limits.drain_deadline);
  std::size_t drained = 0;
  while (!expired_ && drained < services_.limits.drain_bytes) {
    reader_.discard_bytes();
    const RequestReader::Room room = reader_.room();
    const auto [error, size] = co_await socket_.async_read_some(asio::buffer(room.data, room.size_bytes), use_task);
    if (error) co_return;
    drained += size;
  }
}

void Connection::start_request() {
  request_ = http::Request();
  request_.id = hexadecimal(thread_.random());
  request_.remote_address = peer_address_;
  enter(State::idle);
}

// After this no header tells of another client than remote_address does.
void Connection::find_client() {
  if (peer_is_trusted_) {
    request_.remote_address = services_.proxies.client_address(peer_address_, request_.headers);
  } else {
    request_.headers.remove("X-Forwarded-Proto");
  }
  request_.headers.remove("X-Forwarded-For");
}

// No worker has it any more: the memory first, then the right to it.
void Connection::let_body_go() {
  std::string().swap(request_.body);
  body_share_.give_back();
}

// A response that cannot be sent becomes the product's 500.
std::string Connection::head_of(http::Response& response, const http::Request& request, Persistence persistence) {
  try {
    return response_head(response, persistence, date());
  } catch (const std::exception& error) {
    services_.report("request " + request.id + ": " + error.what());
    response = handler_.refuse(request, 500);
    return response_head(response, persistence, date());
  }
}

void Connection::enter(State state) {
  if (state == State::idle) idle_since_ = SteadyClock::now().time_since_epoch().count();
  state_ = state;
}

// Timers are costly beside a request: the one there is goes on, and looks at deadline_ when it fires.
void Connection::set_deadline(std::chrono::milliseconds from_now) {
  expired_ = false;
  deadline_ = SteadyClock::now() + from_now;
  if (!timer_waits_ || timer_.expiry() > deadline_) wait_for_deadline();
}

void Connection::wait_for_deadline() {
  timer_waits_ = true;
  timer_.expires_at(deadline_);
  timer_.async_wait([weak = weak_from_this()](ErrorCode error) {
    if (error) return;
    if (const auto connection = weak.lock()) connection->on_timer();
  });
}

void Connection::on_timer() {
  timer_waits_ = false;
  if (deadline_ == SteadyClock::time_point::max()) return;
  if (SteadyClock::now() < deadline_) return wait_for_deadline();
  expired_ = true;
  ErrorCode ignored;
  socket_.cancel(ignored);
}

const std::string& Connection::date() {
  const Instant now = SystemClock().now();
  if (now.seconds != thread_.date_seconds) {
    thread_.date_seconds = now.seconds;
    thread_.date = to_http_date(now);
  }
  return thread_.date;
}

std::chrono::milliseconds Connection::transfer_deadline(std::uint64_t size_bytes) const {
  const auto pieces = static_cast<std::int64_t>(size_bytes / (64 * 1024));
  return services_.limits.body_deadline + services_.limits.body_deadline_per_64_kb * pieces;
}

void Connection::close() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    ErrorCode ignored;
    self->socket_.close(ignored);
  });
}

void Connection::close_if_idle() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    ErrorCode ignored;
    if (self->state_ == State::idle) self->socket_.close(ignored);
  });
}

void Connection::evict() {
  evicted_ = true;
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    ErrorCode ignored;
    if (self->state_ != State::busy) self->socket_.close(ignored);
    self->evicted_ = self->state_ != State::busy;
  });
}

std::optional<SteadyClock::time_point> Connection::idle_since() const {
  if (evicted_ || state_ == State::busy) return std::nullopt;
  return SteadyClock::time_point(SteadyClock::duration(idle_since_.load()));
}

}  // namespace clocher::net
