// Tables of areas and bodies.
#include "api/route_rules.hpp"

#include "core/base/text.hpp"

namespace clocher::api {
namespace {

constexpr std::size_t notice_limit_bytes = 16 * 1024;
constexpr std::size_t upload_overhead_bytes = 256 * 1024;  // the other fields of a form with files

}  // namespace

std::string allowed_methods(const http::MethodNotAllowed& result) {
  std::string list;
  for (const http::Method method : result.allowed)
    list += (list.empty() ? "" : ", ") + std::string(http::to_string(method));
  return list;
}

std::size_t body_limit(const Config& config, Body body) {
  switch (body) {
    case Body::none: return 0;
    case Body::form:
    case Body::typed: return static_cast<std::size_t>(config.form_limit_bytes);
    case Body::upload: return static_cast<std::size_t>(config.upload_limit_bytes) + upload_overhead_bytes;
    case Body::media: return static_cast<std::size_t>(config.media_limit_bytes) + upload_overhead_bytes;
    case Body::json: return json_limit_bytes;
    case Body::notice: return notice_limit_bytes;
  }
  return 0;
}

security::PageKind page_kind(Area area) {
  switch (area) {
    case Area::page: return security::PageKind::resident;
    case Area::personal: return security::PageKind::personal;
    case Area::file: return security::PageKind::resident;
    case Area::admin: return security::PageKind::admin;
    case Area::agent: return security::PageKind::api;
  }
  return security::PageKind::personal;
}

security::Transport header_transport(const Services& services, std::string_view host) {
  if (services.config.public_scheme == PublicScheme::http) return security::Transport::http;
  const bool is_ours = host.ends_with("." + services.config.base_domain);
  return is_ours ? security::Transport::https_own_domain : security::Transport::https;
}

std::string encoded(std::string_view path) {
  std::string text;
  for (const std::string_view segment : split(path.substr(1), '/')) text += "/" + percent_encode(segment);
  return text;
}

}  // namespace clocher::api
