// The one place that includes Boost.Asio, with the few types that core/net builds on. Never included from outside.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <chrono>

// GCC 12 inlines the coroutine frame's operator delete but not its operator new, then calls them mismatched.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace clocher::net {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

// Concrete executors: asio::any_io_executor would cost an allocation and an indirect call at each step.
using Executor = asio::io_context::executor_type;
using Stream = asio::generic::stream_protocol;  // TCP and Unix sockets alike
using Socket = asio::basic_stream_socket<Stream, Executor>;
using Acceptor = asio::basic_socket_acceptor<Stream, Executor>;
using SteadyClock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;

template <class T>
using Task = asio::awaitable<T, Executor>;

// Socket operations give [error, value] instead of throwing: a peer that leaves is no exception.
inline constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> use_task{asio::use_awaitable_t<Executor>{}};

}  // namespace clocher::net
