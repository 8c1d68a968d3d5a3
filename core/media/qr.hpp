// QR codes (ISO/IEC 18004) as SVG: what a telephone reads from paper. Hides libqrencode.
#pragma once

#include <string>
#include <string_view>

namespace clocher::media {

// Black on white with the quiet zone of four modules, error correction M (15 %), a viewBox of one unit per module, no size of its own.
// Throws std::length_error when the text does not fit (2,331 bytes).
[[nodiscard]] std::string qr_svg(std::string_view text);

}  // namespace clocher::media
