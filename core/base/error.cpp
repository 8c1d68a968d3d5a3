// Maps the vocabulary of errors to HTTP statuses.
#include "core/base/error.hpp"

namespace clocher {

int http_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid: return 422;
    case ErrorKind::malformed: return 400;
    case ErrorKind::unauthenticated: return 401;
    case ErrorKind::forbidden: return 403;
    case ErrorKind::not_found: return 404;
    case ErrorKind::conflict: return 409;
    case ErrorKind::too_large: return 413;
    case ErrorKind::too_many: return 429;
    case ErrorKind::unavailable: return 503;
    case ErrorKind::storage_full: return 507;
  }
  return 500;
}

}  // namespace clocher
