// Parts of a file on demand (RFC 9110 §14): a reader of long PDF shows its first page before the rest has come.
#pragma once

#include "core/http/message.hpp"

namespace clocher::http {

// Turns a whole 200 with a strong ETag into 206, or into 416 when no byte of the range is there; says Accept-Ranges in any case.
// One range of bytes in the unit of RFC 9110 14.1.2; several ranges, another unit, or an If-Range that is not this ETag get the
// whole file, which the standard allows. Other statuses and methods are left as they are.
void apply_range(const Request& request, Response& response);

}  // namespace clocher::http
