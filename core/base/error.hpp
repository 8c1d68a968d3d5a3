// The one vocabulary of errors a user can cause. A broken world throws instead (see storage_full in core/db).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace clocher {

enum class ErrorKind {
  invalid,          // 422: the input does not follow a rule; `fields` says where
  malformed,        // 400: the input cannot be read at all
  unauthenticated,  // 401
  forbidden,        // 403
  not_found,        // 404: also for what the actor may not see
  conflict,         // 409: the state of things does not allow it (closed procedure, stale revision)
  too_large,        // 413
  too_many,         // 429: `arguments["retry_after"]` holds seconds
  unavailable,      // 503
  storage_full,     // 507
};

// Values put into a message's {placeholders}.
using Arguments = std::map<std::string, std::string>;

struct FieldError {
  std::string field;  // the name the client sent
  std::string key;    // message key in the catalogue
  Arguments arguments;
};

struct Error {
  ErrorKind kind = ErrorKind::invalid;
  std::string key;  // message key in the catalogue: the French text lives there
  Arguments arguments;
  std::vector<FieldError> fields;
};

[[nodiscard]] int http_status(ErrorKind kind);

}  // namespace clocher
