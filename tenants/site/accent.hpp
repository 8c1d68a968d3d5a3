// A commune's own colour: from one shade the whole palette of its pages, always readable.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

// The grounds are those of api/styles/10-palette.css. Values are six hexadecimal digits.
struct Palette {
  std::string accent, soft, sky;                    // by day
  std::string night_accent, night_soft, night_sky;  // in the dark: a lighter shade of the same colour
};

// Contrast that WCAG asks of text.
inline constexpr double least_contrast = 4.5;

// True when the shade itself is read at 4.5:1 at least on every light ground, with white written on it.
[[nodiscard]] bool is_readable_accent(std::string_view hex);
// The shade itself, or the nearest darker one that passes. nullopt when it is no colour.
[[nodiscard]] std::optional<std::string> nearest_accent(std::string_view hex);
// nullopt when the accent is no colour or does not pass.
[[nodiscard]] std::optional<Palette> palette_of(std::string_view accent);

// The style sheet that puts the palette in place of a theme's.
[[nodiscard]] std::string palette_css(const Palette& palette);
// The mark of the site (api/views/partials/mark.html) as an icon in this colour.
[[nodiscard]] std::string accent_icon(std::string_view accent);

}  // namespace clocher::tenants
