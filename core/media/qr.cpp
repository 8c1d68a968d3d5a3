// One path of squares, row by row.
#include "core/media/qr.hpp"

#include <cerrno>
#include <memory>
#include <new>
#include <stdexcept>

#include <qrencode.h>

namespace clocher::media {
namespace {

constexpr int quiet_zone = 4;

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Free>;

Code encode(std::string_view text) {
  Code code(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                              QR_ECLEVEL_M));
  if (code) return code;
  if (errno == ENOMEM) throw std::bad_alloc();
  throw std::length_error("too long for a QR code");
}

}  // namespace

std::string qr_svg(std::string_view text) {
  const Code code = encode(text);
  const int width = code->width;
  std::string path;
  for (int row = 0; row < width; ++row) {
    for (int column = 0; column < width; ++column) {
      if ((code->data[row * width + column] & 1) == 0) continue;
      path += "M" + std::to_string(column + quiet_zone) + " " + std::to_string(row + quiet_zone) + "h1v1h-1z";
    }
  }
  const std::string size = std::to_string(width + 2 * quiet_zone);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size +
         "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size +
         "H0z\"/><path d=\"" + path + "\"/></svg>\n";
}

}  // namespace clocher::media
