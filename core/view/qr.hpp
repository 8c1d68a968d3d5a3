// Text as a QR code to print. The only file that includes qrencode.h is qr.cpp.
#pragma once

#include <string>
#include <string_view>

namespace clocher::view {

// An SVG of black squares on white with the quiet zone of four modules; error correction M. Throws std::invalid_argument when the
// text is empty or over 1,000 bytes.
[[nodiscard]] std::string qr_svg(std::string_view text);

// The same as a data: address for <img>, whose alt text a reader hears.
[[nodiscard]] std::string qr_image_url(std::string_view text);

}  // namespace clocher::view
