// Security headers of every answer, by kind of page (reliability notes, §5.4).
#pragma once

#include "core/http/message.hpp"

#include <cstdint>
#include <string_view>

namespace clocher::security {

enum class PageKind {
  resident,  // public pages: the handler chooses Cache-Control
  personal,  // pages that show someone's data: never stored
  admin,     // the agents' application: Trusted Types; inline styles allowed, its components need them
  api,       // JSON: never stored, loads nothing
  asset,     // hashed files: the handler chooses Cache-Control
};

enum class Transport {
  http,
  https,            // a commune's own domain: HSTS for this host only
  https_own_domain  // under the platform's domain: HSTS with includeSubDomains
};

// An answer with Content-Disposition is a file, whatever the kind: its policy is `sandbox`.
// Replaces what a handler may have set, but for Cache-Control of resident, admin and asset.
void add_security_headers(http::Response& response, PageKind kind, Transport transport);

// A resident's page whose form leads to a partner by a redirect, which browsers hold to form-action too: `origin` is ours to name,
// never a visitor's.
void allow_forms_to(http::Response& response, std::string_view origin);

}  // namespace clocher::security
