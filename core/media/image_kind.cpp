// Signatures of picture formats, and of what hides in them.
#include "core/media/image_kind.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace clocher::media {
namespace {

// Long enough never to turn up in compressed pixels by chance.
constexpr std::array<std::string_view, 6> foreign = {"<?php",   "<script",      "<!doctype",
                                                     "%pdf-1.", "rar!\x1a\x07", "7z\xBC\xAF\x27\x1C"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool holds(std::string_view bytes, std::string_view sought) {
  const auto is_same = [](char a, char b) { return lower(a) == lower(b); };
  return std::search(bytes.begin(), bytes.end(), sought.begin(), sought.end(), is_same) != bytes.end();
}

// A reader of archives looks for the end record from the end on (APPNOTE.TXT 4.3.16): 22 bytes and a comment.
bool ends_as_archive(std::string_view bytes) {
  constexpr std::size_t farthest = 22 + 65'535;
  const std::string_view tail = bytes.substr(bytes.size() > farthest ? bytes.size() - farthest : 0);
  const std::size_t at = tail.rfind(std::string_view("PK\x05\x06", 4));
  if (at == std::string_view::npos || at + 22 > tail.size()) return false;
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(tail[i])); };
  return at + 22 + byte(at + 20) + 256 * byte(at + 21) <= tail.size();
}

bool is_heic(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
  constexpr std::array<std::string_view, 8> brands = {"heic", "heix", "hevc", "heim", "mif1", "msf1", "avif", "avis"};
  return std::ranges::find(brands, bytes.substr(8, 4)) != brands.end();
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

// ISO/IEC 14496-12 4.2: boxes one after the other, each as long as it says; pictures need `meta` and `mdat`.
bool is_whole_heic(std::string_view bytes) {
  bool has_meta = false, has_data = false;
  for (std::uint64_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at);
    if (rest.size() < 8) return false;
    std::uint64_t size = big_endian(rest.substr(0, 4));
    if (size == 0) size = rest.size();
    if (size == 1) size = rest.size() < 16 ? 0 : big_endian(rest.substr(8, 8));
    if (size < 8 || size > rest.size()) return false;
    has_meta = has_meta || rest.substr(4, 4) == "meta";
    has_data = has_data || rest.substr(4, 4) == "mdat";
    at += size;
  }
  return has_meta && has_data;
}

bool is_svg(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return holds(head, "<svg") || bytes.starts_with(std::string_view("\x1F\x8B", 2));  // .svgz
}

}  // namespace

ImageKind image_kind(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return ImageKind::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
    return bytes.substr(0, 4096).find("acTL") != std::string_view::npos ? ImageKind::animated : ImageKind::png;
  if (bytes.starts_with("RIFF") && bytes.size() >= 21 && bytes.substr(8, 4) == "WEBP") {
    const bool is_extended = bytes.substr(12, 4) == "VP8X";
    const bool is_animated = is_extended && (static_cast<unsigned char>(bytes[20]) & 0x02U) != 0;
    return is_animated ? ImageKind::animated : ImageKind::webp;
  }
  if (bytes.starts_with("GIF8")) return ImageKind::gif;
  if (is_heic(bytes)) return ImageKind::heic;
  return is_svg(bytes) ? ImageKind::svg : ImageKind::unknown;
}

bool is_whole(std::string_view bytes, ImageKind kind) {
  if (kind == ImageKind::jpeg) return bytes.rfind("\xFF\xD9") != std::string_view::npos;
  if (kind == ImageKind::png) return bytes.rfind("IEND\xAE\x42\x60\x82") != std::string_view::npos;
  if (kind == ImageKind::heic) return is_whole_heic(bytes);
  std::size_t size = 0;  // WebP: RIFF says how long it is, least significant byte first
  for (std::size_t i = 4; i > 0; --i) size = size << 8U | static_cast<unsigned char>(bytes[3 + i]);
  return size + 8 <= bytes.size();
}

bool is_also_something_else(std::string_view bytes) {
  return ends_as_archive(bytes) ||
         std::ranges::any_of(foreign, [&](std::string_view text) { return holds(bytes, text); });
}

}  // namespace clocher::media
