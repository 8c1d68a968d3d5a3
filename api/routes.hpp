// The map of the product: one table of every address, who may use it, and what answers. Behind it, own_address.hpp.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "core/http/message.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::api {

// How the answer looks: its errors, its security headers, whether it may be cached for everybody.
enum class Area {
  page,      // public HTML, the same for every visitor: kept in the page cache
  personal,  // HTML that may show one resident's data: never stored
  file,      // robots.txt, sitemap.xml, styles: cached as the handler says
  admin,     // the agents' application
  agent,     // JSON for agents
};

enum class Access {
  anyone,
  agent,  // signed in to this commune
};

enum class Body {
  none,    // GET
  form,    // a resident's form without files
  typed,   // the same while it is typed, every other second: counted apart
  upload,  // a resident's form with files
  media,   // an agent's picture or document, as multipart/form-data
  json,
  notice,  // what a partner posts: no page of ours sent it, nothing in it is believed
};

using HandlerFunction = Result<http::Response> (*)(Context& context);

struct Route {
  http::Method method;
  std::string_view pattern;
  Area area;
  Access access;
  Body body;
  HandlerFunction handler;
};

[[nodiscard]] std::span<const Route> routes();
// The first segments that routes take: "demarches", "api", ... What a commune names itself must be none of them.
[[nodiscard]] std::vector<std::string> reserved_segments();

}  // namespace clocher::api
