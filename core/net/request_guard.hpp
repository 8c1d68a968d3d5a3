// The framing rules that Debian's Beast does not hold: what passes here is read in one way by every proxy before us.
#pragma once

#include "core/http/message.hpp"
#include "core/net/limits.hpp"

#include <cstddef>
#include <string_view>

namespace clocher::net {

// A request head as parsed, before anything is believed.
struct Head {
  std::string_view method;
  std::string_view target;
  int version = 11;  // 10 or 11
  const http::Headers& headers;
};

struct Verdict {
  int status = 0;  // 0: the head may pass; else the refusal to answer before closing
  std::string_view rule;
};

// The first rule that the head breaks.
[[nodiscard]] Verdict check_head(const Head& head, const Limits& limits);

// Bytes of a head as they arrive, `from` being the first not looked at yet: only CRLF ends a line, no line is folded,
// no control character.
[[nodiscard]] bool has_clean_lines(std::string_view bytes, std::size_t from);

// "Mairie.Example.:8080" -> "mairie.example". The argument has passed check_head.
[[nodiscard]] std::string host_name(std::string_view host_field);

// "http://host/path?x" -> "/path?x"; any other form is returned as it is.
[[nodiscard]] std::string_view without_authority(std::string_view target);

}  // namespace clocher::net
