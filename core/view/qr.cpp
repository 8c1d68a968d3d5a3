// One path of squares per row of the code.
#include "core/view/qr.hpp"

#include "core/base/base64.hpp"

#include <memory>
#include <stdexcept>

#include <qrencode.h>

namespace clocher::view {
namespace {

constexpr int quiet_modules = 4;
constexpr std::size_t longest_bytes = 1000;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encode(const std::string& text) {
  if (text.empty() || text.size() > longest_bytes) throw std::invalid_argument("qr: no text, or too much");
  Code code(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                              QR_ECLEVEL_M),
            QRcode_free);
  if (!code) throw std::runtime_error("qr: libqrencode refused the text");
  return code;
}

}  // namespace

std::string qr_svg(std::string_view text) {
  const Code code = encode(std::string(text));
  const int width = code->width;
  const std::string side = std::to_string(width + 2 * quiet_modules);
  std::string path;
  for (int y = 0; y < width; ++y) {
    for (int x = 0; x < width; ++x) {
      if ((code->data[y * width + x] & 1) == 0) continue;
      path += "M" + std::to_string(x + quiet_modules) + " " + std::to_string(y + quiet_modules) + "h1v1h-1z";
    }
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\" shape-rendering=\"crispEdges\">" + "<path fill=\"#fff\" d=\"M0 0h" + side + "v" + side +
         "H0z\"/><path d=\"" + path + "\"/></svg>";
}

std::string qr_image_url(std::string_view text) { return "data:image/svg+xml;base64," + encode_base64(qr_svg(text)); }

}  // namespace clocher::view
