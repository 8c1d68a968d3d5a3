// Reads colours and computes their contrast.
#include "core/base/contrast.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace clocher {
namespace {

double linear(double channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const Color& color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  if (text.size() != 6) return std::nullopt;
  std::array<int, 3> channels{};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const char* first = text.data() + 2 * i;
    const auto [end, error] = std::from_chars(first, first + 2, channels[i], 16);
    if (error != std::errc{} || end != first + 2 || channels[i] < 0) return std::nullopt;
  }
  return Color{double(channels[0]), double(channels[1]), double(channels[2])};
}

std::string to_hex(const Color& color) {
  const auto byte = [](double channel) { return static_cast<unsigned>(std::clamp(std::lround(channel), 0L, 255L)); };
  std::array<char, 8> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%02x%02x%02x", byte(color.red), byte(color.green), byte(color.blue));
  return buffer.data();
}

double contrast(const Color& one, const Color& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

Color mixed(const Color& one, const Color& other, double share) {
  const auto mix = [&](double from, double to) { return from + (to - from) * share; };
  return {mix(one.red, other.red), mix(one.green, other.green), mix(one.blue, other.blue)};
}

}  // namespace clocher
