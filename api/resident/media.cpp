// Pictures and documents of the library, as visitors receive them.
// A picture whose address holds the digits of its bytes is given to whoever knows it: they cannot be guessed. Anything else is
// public once something published shows it (media_uses), and not found before.
#include "api/resident/handlers.hpp"
#include "core/base/text.hpp"
#include "core/http/range.hpp"
#include "tenants/site/media_picture.hpp"
#include "tenants/site/media_uses.hpp"

namespace clocher::api::resident {
namespace {

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view for_minutes = "public, max-age=300";  // the picture of a bare address may be replaced

Failure not_found() { return fail(ErrorKind::not_found, "file.not_found"); }

http::Response not_modified(std::string etag, std::string_view cache) {
  http::Response response;
  response.status = 304;
  response.headers.set("ETag", std::move(etag));
  response.headers.set("Cache-Control", std::string(cache));
  return response;
}

// The name of stored bytes is their ETag: a 304 reads nothing.
Result<http::Response> give(const Context& context, std::string_view sha256, std::string_view type,
                            std::string_view cache) {
  std::string etag = "\"" + std::string(sha256) + "\"";
  if (context.request.headers.get("If-None-Match") == etag) return not_modified(std::move(etag), cache);
  auto bytes = context.tenant.files().get(sha256);
  if (!bytes) return not_found();
  http::Response response;
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", std::string(type));
  response.headers.set("Cache-Control", std::string(cache));
  response.headers.set("ETag", std::move(etag));
  return response;
}

struct Shown {
  tenants::MediaVariant variant;
  bool is_exact = false;  // the digits of the address are those of the bytes
};

std::optional<Shown> find_shown(db::ReadTx& tx, Id<tenants::Media> id, const tenants::VariantName& name) {
  const auto media = tenants::find_media(tx, id);
  if (!media || media->deleted_at) return std::nullopt;
  const auto variant = tenants::find_variant(tx, id, name);
  if (!variant) return std::nullopt;
  const bool is_exact = !name.digits.empty() && variant->sha256.starts_with(name.digits);
  if (!is_exact && !tenants::is_public_media(tx, id)) return std::nullopt;
  return Shown{*variant, is_exact};
}

}  // namespace

Result<http::Response> show_image(Context& context) {
  const auto id = parse_id<tenants::Media>(context.parameters.get("media_id"));
  const auto name = tenants::parse_variant_name(context.parameters.get("variant"));
  if (!id || !name) return not_found();
  const auto shown = context.tenant.read([&](db::ReadTx& tx) { return find_shown(tx, *id, *name); });
  if (!shown) return not_found();
  return give(context, shown->variant.sha256, media::content_type_of(shown->variant.encoding),
              shown->is_exact ? for_ever : for_minutes);
}

// A PDF opens in the browser's reader; everything else is saved. The policy of files (sandbox) lets nothing in it run.
Result<http::Response> show_document(Context& context) {
  const auto id = parse_id<tenants::Media>(context.parameters.get("media_id"));
  if (!id) return not_found();
  const auto found = context.tenant.read([&](db::ReadTx& tx) -> std::optional<tenants::Media> {
    auto media = tenants::find_media(tx, *id);
    const bool is_shown = media && media->kind == tenants::MediaKind::document && tenants::is_public_media(tx, *id);
    return is_shown ? std::move(media) : std::nullopt;
  });
  if (!found) return not_found();
  auto response = give(context, found->sha256, found->content_type, for_minutes);
  if (!response) return response;
  const std::string_view manner = found->content_type == "application/pdf" ? "inline" : "attachment";
  response->headers.set("Content-Disposition",
                        std::string(manner) + "; filename*=UTF-8''" + percent_encode(found->name));
  http::apply_range(context.request, *response);
  return response;
}

}  // namespace clocher::api::resident
