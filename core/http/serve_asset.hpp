// Answers with an embedded file: compressed when the client can take it, kept for a year when its address names its bytes.
#pragma once

#include "core/http/assets.hpp"
#include "core/http/message.hpp"

namespace clocher::http {

// for_ever: the address names the bytes (a hash in it), a browser keeps them for a year. revalidated: asked for each time.
enum class Lifetime { for_ever, revalidated };

// Always with an ETag; 304 when the client has it. The method is GET or HEAD.
[[nodiscard]] Response serve_asset(const Asset& asset, Lifetime lifetime, const Request& request);

}  // namespace clocher::http
