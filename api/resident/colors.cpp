// Colours and icons of communes as files. The address holds what the file is made of: it may be kept for ever.
#include "api/resident/handlers.hpp"
#include "tenants/site/accent.hpp"
#include "tenants/site/look.hpp"

namespace clocher::api::resident {
namespace {

http::Response file(std::string_view content_type, std::string body, std::string_view lifetime) {
  http::Response response;
  response.headers.set("Content-Type", std::string(content_type));
  response.headers.set("Cache-Control", std::string(lifetime));
  response.body = std::move(body);
  return response;
}

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view for_an_hour = "public, max-age=3600";
constexpr std::string_view svg = "image/svg+xml";
constexpr std::size_t color_size = 6;

}  // namespace

Result<http::Response> color_file(Context& context) {
  const std::string_view name = context.parameters.get("color");
  const std::string_view color = name.substr(0, color_size);
  const auto palette = tenants::palette_of(color);
  // One spelling of each colour: "84500F" is not found.
  if (!palette || palette->accent != color) return fail(ErrorKind::not_found, "request.not_found");
  const std::string_view extension = name.substr(color_size);
  if (extension == ".css") return file("text/css; charset=utf-8", tenants::palette_css(*palette), for_ever);
  if (extension == ".svg") return file(svg, tenants::accent_icon(color), for_ever);
  return fail(ErrorKind::not_found, "request.not_found");
}

Result<http::Response> favicon(Context& context) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  return file(svg, tenants::accent_icon(tenants::shown_accent(profile)), for_an_hour);
}

Result<http::Response> logo_icon(Context& context) {
  const auto icon =
      context.tenant.read([&](db::ReadTx& tx) { return tenants::find_logo_icon(tx, context.parameters.get("icon")); });
  auto bytes = icon ? context.tenant.files().get(icon->sha256) : std::nullopt;
  if (!bytes) return fail(ErrorKind::not_found, "request.not_found");
  return file("image/png", std::move(*bytes), for_ever);
}

}  // namespace clocher::api::resident
