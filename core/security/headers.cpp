// The policies, as one table per kind of page.
#include "core/security/headers.hpp"

#include <string>
#include <string_view>

namespace clocher::security {
namespace {

struct Policy {
  std::string_view content;        // Content-Security-Policy
  std::string_view cache_control;  // "" leaves the handler's choice
};

constexpr std::string_view resident_content =
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Mantine and ProseMirror set styles at run time; blob: is what previews and MapLibre's worker are made of.
// Trusted Types: of admin-ui/src/pages/editor/preview_html.ts, and of ProseMirror, which reads what is pasted in a detached document.
constexpr std::string_view admin_content =
    "default-src 'none'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src "
    "'self'; "
    "font-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types clocher-preview ProseMirrorClipboard";

constexpr std::string_view nothing_content =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// Somebody's file, shown by the browser's own reader or saved: it runs nothing, loads nothing and is nobody's page.
constexpr std::string_view file_content =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

Policy policy_of(PageKind kind) {
  switch (kind) {
    case PageKind::resident: return {resident_content, ""};
    case PageKind::personal: return {resident_content, "no-store"};
    case PageKind::admin: return {admin_content, ""};
    case PageKind::api: return {nothing_content, "no-store"};
    case PageKind::asset: return {nothing_content, ""};
  }
  return {nothing_content, "no-store"};
}

// From allow_forms_to to add_security_headers; never sent.
constexpr std::string_view form_origin_header = "Clocher-Form-Origin";

std::string with_form_origin(std::string_view content, std::string_view origin) {
  constexpr std::string_view own = "form-action 'self'";
  std::string policy(content);
  const auto at = policy.find(own);
  if (!origin.empty() && at != std::string::npos) policy.insert(at + own.size(), " " + std::string(origin));
  return policy;
}

constexpr std::string_view no_device =
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
    "gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), "
    "screen-wake-lock=(), sync-xhr=(), usb=(), xr-spatial-tracking=()";

}  // namespace

void add_security_headers(http::Response& response, PageKind kind, Transport transport) {
  const Policy policy = policy_of(kind);
  http::Headers& headers = response.headers;
  const bool is_file = headers.has("Content-Disposition");
  headers.set("Content-Security-Policy", with_form_origin(is_file ? file_content : policy.content, headers.get(form_origin_header)));
  headers.remove(form_origin_header);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", std::string(no_device));
  if (!policy.cache_control.empty()) headers.set("Cache-Control", std::string(policy.cache_control));
  // RFC 6797 7.2: never over plain HTTP. includeSubDomains only where every subdomain is ours.
  if (transport == Transport::https) headers.set("Strict-Transport-Security", "max-age=63072000");
  if (transport == Transport::https_own_domain)
    headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

void allow_forms_to(http::Response& response, std::string_view origin) {
  response.headers.set(std::string(form_origin_header), std::string(origin));
}

}  // namespace clocher::security
