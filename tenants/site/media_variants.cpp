// Which sizes there are, their names, and the work of making them.
#include "tenants/site/media_variants.hpp"

#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "tenants/site/media_store.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace clocher::tenants {
namespace {

constexpr std::array<std::pair<MediaShape, std::string_view>, 3> shape_names = {
    {{MediaShape::plain, "plain"}, {MediaShape::wide, "wide"}, {MediaShape::square, "square"}}};

struct Wanted {
  MediaShape shape;
  int size;
};
// Cards are 16:9, portraits square; 400 to 1600 is a telephone to a large screen.
constexpr std::array<Wanted, 10> wanted = {{{MediaShape::plain, 400},
                                            {MediaShape::plain, 800},
                                            {MediaShape::plain, 1200},
                                            {MediaShape::plain, 1600},
                                            {MediaShape::wide, 400},
                                            {MediaShape::wide, 800},
                                            {MediaShape::wide, 1200},
                                            {MediaShape::square, 160},
                                            {MediaShape::square, 320},
                                            {MediaShape::square, 640}}};
constexpr std::array encodings = {media::Encoding::jpeg, media::Encoding::webp, media::Encoding::avif};

constexpr Wanted first_wanted{MediaShape::plain, 800};
constexpr std::size_t address_digits = 16;
constexpr std::int64_t most_attempts = 5;

int available_width(const Media& media, MediaShape shape) {
  if (shape == MediaShape::plain) return media.width;
  if (shape == MediaShape::square) return std::min(media.width, media.height);
  return std::min(media.width, media.height * 16 / 9);
}

// The smallest of a shape is always made; a larger one only when it shows more than the one before.
bool is_useful(const Media& media, const Wanted& each) {
  const int available = available_width(media, each.shape);
  const auto before = std::ranges::find_if(wanted, [&](const Wanted& other) {
    return other.shape == each.shape && other.size < each.size && other.size >= available;
  });
  return before == wanted.end() || (each.shape == first_wanted.shape && each.size == first_wanted.size);
}

media::Image make(std::string_view bytes, const Wanted& each, media::FocalPoint focal, media::Encoding encoding) {
  if (each.shape == MediaShape::plain) return media::resize_image(bytes, each.size, encoding);
  const auto ratio = each.shape == MediaShape::wide ? media::Ratio{16, 9} : media::Ratio{1, 1};
  return media::crop_image(bytes, ratio, focal, each.size, encoding);
}

MediaVariant keep(const Tenant& tenant, const Wanted& each, const media::Image& image) {
  return {each.shape,   each.size,    image.encoding,
          image.width,  image.height, tenant.files().put(image.bytes),
          static_cast<std::int64_t>(image.bytes.size())};
}

bool is_there(const std::vector<MediaVariant>& made, const Wanted& each, media::Encoding encoding) {
  return std::ranges::any_of(made, [&](const MediaVariant& variant) {
    return variant.shape == each.shape && variant.size == each.size && variant.encoding == encoding;
  });
}

// One write for each size: a stop loses the one under way. False when the picture has changed meanwhile.
bool save(Tenant& tenant, const Media& media, const MediaVariant& variant) {
  return tenant.write_private([&](db::Tx& tx) {
    const auto now_there = find_media(tx, media.id);
    if (!now_there || now_there->version != media.version) return false;
    media_store::put_variant(tx, media.id, variant);
    return true;
  });
}

// False when it was stopped or the picture changed: it is due still.
bool make_missing(Tenant& tenant, const Media& media, const std::vector<MediaVariant>& made,
                  const std::function<bool()>& stopping) {
  const auto bytes = tenant.files().get(media.sha256);
  if (!bytes) throw std::runtime_error("the picture's file is gone or damaged");
  for (const Wanted& each : wanted) {
    if (!is_useful(media, each)) continue;
    for (const media::Encoding encoding : encodings) {
      if (is_there(made, each, encoding)) continue;
      if (stopping()) return false;
      if (!save(tenant, media, keep(tenant, each, make(*bytes, each, media.text.focal, encoding)))) return false;
    }
  }
  return true;
}

void put_off(Tenant& tenant, Id<Media> id, std::string_view reason, Instant now) {
  const std::int64_t attempts = tenant.write_private([&](db::Tx& tx) {
    const std::int64_t count = media_store::attempts(tx, id) + 1;
    media_store::set_due(tx, id, count < most_attempts ? std::optional(now + one_hour) : std::nullopt, count);
    return count;
  });
  log::error("media.variants_failed",
             {{"commune", tenant.insee()}, {"media", id.value}, {"attempts", attempts}, {"reason", reason}});
}

}  // namespace

std::string_view to_string(MediaShape shape) {
  return std::ranges::find(shape_names, shape, &std::pair<MediaShape, std::string_view>::first)->second;
}

std::optional<MediaShape> parse_media_shape(std::string_view text) {
  const auto found = std::ranges::find(shape_names, text, &std::pair<MediaShape, std::string_view>::second);
  return found == shape_names.end() ? std::nullopt : std::optional(found->first);
}

std::string variant_name(const MediaVariant& variant) {
  const std::string shape = variant.shape == MediaShape::plain ? "" : std::string(to_string(variant.shape)) + "-";
  return shape + std::to_string(variant.size) + "-" + variant.sha256.substr(0, address_digits) + "." +
         std::string(media::extension_of(variant.encoding));
}

std::optional<VariantName> parse_variant_name(std::string_view name) {
  VariantName parsed;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto encoding = media::parse_extension(name.substr(dot + 1));
  if (!encoding) return std::nullopt;
  parsed.encoding = *encoding;
  auto parts = split(name.substr(0, dot), '-');
  std::size_t at = 0;
  if (parts.size() > 1) {
    if (const auto shape = parse_media_shape(parts[0]); shape && *shape != MediaShape::plain) {
      parsed.shape = *shape;
      at = 1;
    }
  }
  const auto size = parse_id<MediaVariant>(parts[at]);
  if (!size || size->value > 10'000 || parts.size() > at + 2) return std::nullopt;
  parsed.size = static_cast<int>(size->value);
  if (parts.size() == at + 2) {
    parsed.digits = parts[at + 1];
    if (parsed.digits.size() != address_digits) return std::nullopt;
  }
  return parsed;
}

MediaVariant make_first_variant(const Tenant& tenant, const media::Image& image) {
  return keep(tenant, first_wanted, media::resize_image(image.bytes, first_wanted.size, media::Encoding::jpeg));
}

bool make_due_variants(Tenant& tenant, Instant now, const std::function<bool()>& stopping) {
  const auto due = tenant.read([&](db::ReadTx& tx) { return media_store::due(tx, now); });
  for (const Id<Media> id : due) {
    const auto [media, made] = tenant.read(
        [&](db::ReadTx& tx) { return std::pair(find_media(tx, id), variants_of(tx, id)); });
    if (!media || stopping()) continue;
    try {
      if (!make_missing(tenant, *media, made, stopping)) continue;
      // Pages that were cached with the first size now learn of the others.
      tenant.write([&](db::Tx& tx) {
        const auto now_there = find_media(tx, id);
        if (now_there && now_there->version == media->version) media_store::set_due(tx, id, std::nullopt, 0);
      });
    } catch (const db::DatabaseError&) {
      throw;
    } catch (const std::exception& error) {
      put_off(tenant, id, error.what(), now);
    }
  }
  return !due.empty();
}

}  // namespace clocher::tenants
