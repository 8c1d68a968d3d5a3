// Which bytes a client can take and which it already has: Accept-Encoding and If-None-Match (RFC 9110 12.5.3, 13.1.2).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace clocher::http {

enum class Encoding { identity, gzip, brotli };

// "br", "gzip", "" for identity.
[[nodiscard]] std::string_view content_coding(Encoding encoding);

// The best of `available` (our preference first; identity needs not be listed) by the client's weights. identity when the
// header is absent or unreadable, and also when nothing is acceptable: RFC 9110 12.4.1 lets us disregard such a wish.
[[nodiscard]] Encoding choose_encoding(std::string_view accept_encoding, std::span<const Encoding> available);

// A strong tag, quotes included; each encoding has its own bytes, hence its own tag.
[[nodiscard]] std::string make_etag(std::string_view hash, Encoding encoding);

// True when the list holds the tag by weak comparison, or is "*". `etag` with its quotes.
[[nodiscard]] bool matches_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace clocher::http
