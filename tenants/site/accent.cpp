// Derives palettes, and moves a shade until it can be read.
#include "tenants/site/accent.hpp"

#include "core/base/contrast.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr Color white{255, 255, 255};
constexpr Color black{0, 0, 0};
constexpr Color paper{0xfb, 0xf8, 0xf2};
constexpr Color night_paper{0x16, 0x19, 0x1d};
constexpr Color night_surface{0x1f, 0x24, 0x2a};
constexpr Color night_ink{0x14, 0x18, 0x1c};  // --on-accent in the dark
constexpr double soft_share = .09, sky_share = .13, night_soft_share = .1, night_sky_share = .07;
constexpr int steps = 100;

Color soft_of(const Color& accent) { return mixed(white, accent, soft_share); }
Color sky_of(const Color& accent) { return mixed(white, accent, sky_share); }

bool is_read_by_day(const Color& accent) {
  return std::ranges::all_of(std::array{white, paper, soft_of(accent), sky_of(accent)},
                             [&](const Color& ground) { return contrast(accent, ground) >= least_contrast; });
}

Color night_soft_of(const Color& accent) { return mixed(night_surface, accent, night_soft_share); }
Color night_sky_of(const Color& accent) { return mixed(night_paper, accent, night_sky_share); }

bool is_read_by_night(const Color& accent) {
  return std::ranges::all_of(
      std::array{night_paper, night_surface, night_ink, night_soft_of(accent), night_sky_of(accent)},
      [&](const Color& ground) { return contrast(accent, ground) >= least_contrast; });
}

// As it will be written: what was rounded must pass.
Color rounded(const Color& color) { return *parse_color(to_hex(color)); }

template <class Passes>
Color moved(const Color& start, const Color& towards, Passes passes) {
  for (int step = 0; step < steps; ++step) {
    const Color shade = rounded(mixed(start, towards, double(step) / steps));
    if (passes(shade)) return shade;
  }
  return towards;
}

}  // namespace

bool is_readable_accent(std::string_view hex) {
  const auto color = parse_color(hex);
  return color && is_read_by_day(*color);
}

std::optional<std::string> nearest_accent(std::string_view hex) {
  const auto color = parse_color(hex);
  if (!color) return std::nullopt;
  return to_hex(moved(*color, black, is_read_by_day));
}

std::optional<Palette> palette_of(std::string_view hex) {
  if (!is_readable_accent(hex)) return std::nullopt;
  const Color accent = *parse_color(hex);
  const Color night = moved(mixed(accent, white, .4), white, is_read_by_night);
  return Palette{to_hex(accent), to_hex(soft_of(accent)),      to_hex(sky_of(accent)),
                 to_hex(night),  to_hex(night_soft_of(night)), to_hex(night_sky_of(night))};
}

std::string palette_css(const Palette& palette) {
  const auto rule = [](std::string_view accent, std::string_view soft, std::string_view sky) {
    return ":root:root{--accent:#" + std::string(accent) + ";--soft:#" + std::string(soft) + ";--sky:#" +
           std::string(sky) + "}";
  };
  return "@media screen{" + rule(palette.accent, palette.soft, palette.sky) + "@media (prefers-color-scheme:dark){" +
         rule(palette.night_accent, palette.night_soft, palette.night_sky) + "}}\n";
}

std::string accent_icon(std::string_view accent) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-8 0 48 48\"><path fill=\"#" + std::string(accent) +
         "\" d=\"M16 0l9 21H7zM8 23h16v25H8zM0 48V38l6-5v15zM26 33l6 5v10h-6z\"/><path fill=\"#fff\" d=\"M11 40v-8a5 5 "
         "0 "
         "0 1 10 0v8z\"/></svg>\n";
}

}  // namespace clocher::tenants
