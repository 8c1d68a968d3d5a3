// Result<T>: a value, or an Error that a user caused. The only file that includes tl::expected.
#pragma once

#include "core/base/error.hpp"

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace clocher {

template <class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

// return fail(ErrorKind::not_found, "commune.unknown", {{"insee", code}});
[[nodiscard]] inline Failure fail(ErrorKind kind, std::string key, Arguments arguments = {}) {
  return Failure(Error{kind, std::move(key), std::move(arguments), {}});
}

// One field is wrong: the error of a small form or of one JSON property.
[[nodiscard]] inline Failure fail_field(std::string field, std::string key, Arguments arguments = {}) {
  Error error{ErrorKind::invalid, "input.invalid", {}, {}};
  error.fields.push_back({std::move(field), std::move(key), std::move(arguments)});
  return Failure(std::move(error));
}

[[nodiscard]] inline Failure fail(Error error) { return Failure(std::move(error)); }

}  // namespace clocher
