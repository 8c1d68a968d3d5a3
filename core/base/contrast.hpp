// Colours and how well they can be read on one another (WCAG 2.2, relative luminance).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher {

struct Color {
  double red = 0, green = 0, blue = 0;  // sRGB, 0 to 255
};

// "84500f" or "#84500F".
[[nodiscard]] std::optional<Color> parse_color(std::string_view text);
[[nodiscard]] std::string to_hex(const Color& color);  // "84500f"

// 1 to 21.
[[nodiscard]] double contrast(const Color& one, const Color& other);
// `share` of the way from one to the other, 0 to 1.
[[nodiscard]] Color mixed(const Color& one, const Color& other, double share);

}  // namespace clocher
