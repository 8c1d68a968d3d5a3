// The media library, from the town hall's side.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/site/media_picture.hpp"
#include "tenants/site/media_uses.hpp"

#include <algorithm>
#include <charconv>

namespace clocher::api::agent {
namespace {

using tenants::Media;
using tenants::MediaKind;

constexpr std::int64_t most_items = 100;

Result<Id<Media>> media_id(const Context& context) {
  const auto id = parse_id<Media>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "media.not_found");
  return *id;
}

json::Value or_null(const std::optional<std::string>& text) {
  return text ? json::Value(*text) : json::Value(nullptr);
}
json::Value pixels_or_null(int pixels) { return pixels > 0 ? json::Value(pixels) : json::Value(nullptr); }

json::Object media_json(db::ReadTx& tx, const Media& media) {
  const bool is_image = media.kind == MediaKind::image;
  const auto preview = is_image ? tenants::image_path(tx, media.id, tenants::MediaShape::plain, 800) : std::nullopt;
  const auto thumbnail = is_image ? tenants::image_path(tx, media.id, tenants::MediaShape::plain, 400) : std::nullopt;
  return {{"id", media.id.value},
          {"kind", std::string(to_string(media.kind))},
          {"name", media.name},
          {"content_type", media.content_type},
          {"size_bytes", media.size_bytes},
          {"width", pixels_or_null(media.width)},
          {"height", pixels_or_null(media.height)},
          {"alt", media.text.alt},
          {"is_decorative", media.text.is_decorative},
          {"caption", media.text.caption},
          {"credit", media.text.credit},
          {"focal_x", media.text.focal.x},
          {"focal_y", media.text.focal.y},
          {"path", is_image ? "/images/" + std::to_string(media.id.value) + "/800.jpg" : tenants::document_path(media)},
          {"preview", or_null(preview)},
          {"thumbnail", or_null(thumbnail)},
          {"lacks_alt", media.lacks_alt()},
          {"is_ready", media.is_ready},
          {"version", media.version},
          {"uploaded_by", media.uploaded_by},
          {"created_at", media.created_at.seconds},
          {"updated_at", media.updated_at.seconds},
          {"deleted_at", media.deleted_at ? json::Value(media.deleted_at->seconds) : json::Value(nullptr)}};
}

Result<http::Response> answer(Context& context, int status, const Result<Media>& media) {
  if (!media) return fail(media.error());
  return context.tenant.read([&](db::ReadTx& tx) { return json_response(status, media_json(tx, *media)); });
}

tenants::MediaLimits limits_of(const Config& config) {
  return {static_cast<std::size_t>(config.media_limit_bytes), std::int64_t{config.media_quota_megabytes} << 20U};
}

Result<const http::UploadedFile*> sent_file(const Context& context) {
  const auto files = context.form.files("file");
  if (files.size() != 1) return fail_field("file", "media.file_missing");
  return files.front();
}

std::int64_t number_or(std::string_view text, std::int64_t fallback, std::int64_t most) {
  std::int64_t value = fallback;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::clamp<std::int64_t>(value, 0, most) : fallback;
}

Result<tenants::MediaQuery> asked(const http::Request& request) {
  const http::Form form = http::parse_query(request.query);
  tenants::MediaQuery query;
  query.words = form.get("q");
  if (!form.get("kind").empty()) {
    query.kind = tenants::parse_media_kind(form.get("kind"));
    if (!query.kind) return fail(ErrorKind::malformed, "media.kind");
  }
  query.shelf = form.get("shelf") == "bin" ? tenants::MediaShelf::bin : tenants::MediaShelf::live;
  query.lacks_alt = form.get("lacks_alt") == "1";
  query.offset = number_or(form.get("offset"), 0, 1'000'000);
  query.count = std::max<std::int64_t>(1, number_or(form.get("count"), query.count, most_items));
  return query;
}

}  // namespace

Result<http::Response> list_media(Context& context) {
  const auto query = asked(context.request);
  if (!query) return fail(query.error());
  return context.tenant.read([&](db::ReadTx& tx) {
    const auto page = tenants::list_media(tx, *query);
    json::Array items;
    for (const Media& media : page.items) items.push_back(media_json(tx, media));
    return json_response(200, {{"items", std::move(items)},
                               {"total", page.total},
                               {"used_bytes", tenants::media_bytes(tx)},
                               {"quota_bytes", limits_of(context.tools.config).quota_bytes},
                               {"file_bytes", context.tools.config.media_limit_bytes}});
  });
}

Result<http::Response> add_media(Context& context) {
  const auto file = sent_file(context);
  if (!file) return fail(file.error());
  return answer(context, 201,
                tenants::add_media(context.tenant, context.actor(), **file, limits_of(context.tools.config),
                                   context.now));
}

Result<http::Response> read_media(Context& context) {
  const auto id = media_id(context);
  if (!id) return fail(id.error());
  return context.tenant.read([&](db::ReadTx& tx) -> Result<http::Response> {
    const auto media = tenants::find_media(tx, *id);
    if (!media) return fail(ErrorKind::not_found, "media.not_found");
    json::Object body = media_json(tx, *media);
    json::Array uses;
    for (const auto& use : tenants::media_uses(tx, *id)) {
      const std::string title = use.title.empty() ? context.tools.catalogue.text("media.used_as_" + use.kind) : use.title;
      uses.push_back(json::Object{{"kind", use.kind}, {"id", use.id}, {"title", title}, {"is_public", use.is_public}});
    }
    body["uses"] = std::move(uses);
    return json_response(200, body);
  });
}

Result<http::Response> describe_media(Context& context) {
  const auto id = media_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(
      context.request, {"alt", "is_decorative", "caption", "credit", "focal_x", "focal_y", "base_version"});
  if (!body) return fail(body.error());
  tenants::MediaText text;
  text.alt = body->text("alt");
  text.is_decorative = body->boolean("is_decorative");
  text.caption = body->text("caption");
  text.credit = body->text("credit");
  // Out of range is refused by the verb; the clamp only keeps the number within an int.
  text.focal.x = static_cast<int>(std::clamp<std::int64_t>(body->integer("focal_x"), -1, 1001));
  text.focal.y = static_cast<int>(std::clamp<std::int64_t>(body->integer("focal_y"), -1, 1001));
  const std::int64_t base = body->integer("base_version");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 200,
                tenants::describe_media(context.tenant, context.actor(), *id, text, base, context.now));
}

Result<http::Response> replace_media(Context& context) {
  const auto id = media_id(context);
  if (!id) return fail(id.error());
  const bool exists = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_media(tx, *id).has_value(); });
  if (!exists) return fail(ErrorKind::not_found, "media.not_found");
  const auto file = sent_file(context);
  if (!file) return fail(file.error());
  return answer(context, 200,
                tenants::replace_media(context.tenant, context.actor(), *id, **file, limits_of(context.tools.config),
                                       context.now));
}

Result<http::Response> bin_media(Context& context) {
  const auto id = media_id(context);
  if (!id) return fail(id.error());
  const bool is_confirmed = http::parse_query(context.request.query).get("confirm") == "1";
  const auto binned =
      tenants::bin_media(context.tenant, context.actor(), *id,
                         is_confirmed ? tenants::InUse::allow : tenants::InUse::refuse, context.now);
  if (!binned) return fail(binned.error());
  return http::no_content();
}

Result<http::Response> restore_media(Context& context) {
  const auto id = media_id(context);
  if (!id) return fail(id.error());
  return answer(context, 200, tenants::restore_media(context.tenant, context.actor(), *id, context.now));
}

// Always saved, never opened by the browser: a draft's document is not public yet.
Result<http::Response> download_media(Context& context) {
  const auto id = media_id(context);
  if (!id) return fail(id.error());
  const auto media = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_media(tx, *id); });
  if (!media) return fail(ErrorKind::not_found, "media.not_found");
  auto bytes = context.tenant.files().get(media->sha256);
  if (!bytes) return fail(ErrorKind::not_found, "media.not_found");
  http::Response response;
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", media->content_type);
  response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(media->name));
  return response;
}

}  // namespace clocher::api::agent
