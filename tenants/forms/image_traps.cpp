// Images: whole, of a size that can be drawn, and nothing but an image.
#include "tenants/forms/upload_traps.hpp"

#include "tenants/forms/zip_directory.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace clocher::forms {
namespace {

constexpr std::uint64_t most_pixels = 100'000'000;  // four times a phone's photo of 2026; a bomb has billions

// Long enough never to turn up in compressed pixels by chance.
constexpr std::array<std::string_view, 6> foreign = {"<?php",   "<script",      "<!DOCTYPE",
                                                     "%PDF-1.", "Rar!\x1a\x07", "7z\xBC\xAF\x27\x1C"};

std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool holds(std::string_view bytes, std::string_view sought) {
  const auto is_same = [](char a, char b) { return lower(a) == lower(b); };
  return std::search(bytes.begin(), bytes.end(), sought.begin(), sought.end(), is_same) != bytes.end();
}

bool is_also_something_else(std::string_view bytes) {
  return ends_as_zip(bytes) ||
         std::any_of(foreign.begin(), foreign.end(), [&](std::string_view text) { return holds(bytes, text); });
}

Verdict judge(std::string_view bytes, std::uint64_t width, std::uint64_t height) {
  if (width == 0 || height == 0) return Verdict::damaged;
  return width * height > most_pixels || is_also_something_else(bytes) ? Verdict::dangerous : Verdict::fine;
}

bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Where the frame header (ITU-T T.81 B.2.2) begins, walking from segment to segment.
std::optional<std::size_t> find_jpeg_frame(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 <= bytes.size()) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {
      ++at;  // fill byte
      continue;
    }
    if (is_frame(marker)) return at;
    const std::uint64_t size = big_endian(bytes, at + 2, 2);
    if (size < 2 || marker == 0xDA || marker == 0xD9) return std::nullopt;
    at += 2 + size;
  }
  return std::nullopt;
}

}  // namespace

// Phones append data after the end marker (motion photos, depth maps): what follows it is not looked at otherwise.
Verdict examine_jpeg(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8\xFF")) return Verdict::damaged;
  const auto frame = find_jpeg_frame(bytes);
  if (!frame || bytes.find("\xFF\xD9", *frame) == std::string_view::npos) return Verdict::damaged;
  return judge(bytes, big_endian(bytes, *frame + 7, 2), big_endian(bytes, *frame + 5, 2));
}

Verdict examine_png(std::string_view bytes) {
  constexpr std::string_view start("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16);
  constexpr std::string_view end("\0\0\0\0IEND\xAE\x42\x60\x82", 12);
  if (!bytes.starts_with(start) || bytes.size() < 33 || bytes.find(end) == std::string_view::npos)
    return Verdict::damaged;
  return judge(bytes, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

// A plain WebP is at most 16,383 pixels wide and high by its format; only the extended header says more.
Verdict examine_webp(std::string_view bytes) {
  if (bytes.size() < 30 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WEBP") return Verdict::damaged;
  std::uint64_t size = 0;
  for (std::size_t i = 4; i > 0; --i) size = size << 8U | static_cast<unsigned char>(bytes[3 + i]);
  if (size + 8 > bytes.size()) return Verdict::damaged;
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk != "VP8 " && chunk != "VP8L" && chunk != "VP8X") return Verdict::damaged;
  if (chunk != "VP8X") return judge(bytes, 1, 1);
  const auto dimension = [&](std::size_t at) {
    return 1 + (big_endian(bytes, at, 1) | big_endian(bytes, at + 1, 1) << 8U | big_endian(bytes, at + 2, 1) << 16U);
  };
  return judge(bytes, dimension(24), dimension(27));
}

// HEIC and AVIF: how large it is only its decoder knows, which clean_image asks before it decodes.
Verdict examine_heic(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return Verdict::damaged;
  return is_also_something_else(bytes) ? Verdict::dangerous : Verdict::fine;
}

}  // namespace clocher::forms
