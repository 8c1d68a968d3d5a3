// Local headers, central directory, end record: APPNOTE 4.3, method 0.
#include "core/archive/zip_writer.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace clocher::archive {
namespace {

constexpr std::uint32_t local_header = 0x04034b50, central_header = 0x02014b50, end_record = 0x06054b50;
constexpr std::uint16_t version = 20, utf8_names = 0x0800;
constexpr std::uint16_t first_day = 0x0021;  // 1 January 1980: the same contents make the same bytes

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
    table.at(i) = value;
  }
  return table;
}();

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) crc = crc_table.at((crc ^ static_cast<unsigned char>(byte)) & 0xFFU) ^ (crc >> 8U);
  return crc ^ 0xFFFFFFFFU;
}

void put16(std::string& out, std::uint16_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>(value >> 8U);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, static_cast<std::uint16_t>(value & 0xFFFFU));
  put16(out, static_cast<std::uint16_t>(value >> 16U));
}

std::uint32_t size32(std::size_t size) {
  if (size > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("zip: too large");
  return static_cast<std::uint32_t>(size);
}

// What both headers say of an entry.
void put_entry(std::string& out, std::string_view name, std::string_view bytes) {
  put16(out, version);
  put16(out, utf8_names);
  put16(out, 0);  // stored
  put16(out, 0);
  put16(out, first_day);
  put32(out, crc32(bytes));
  put32(out, size32(bytes.size()));
  put32(out, size32(bytes.size()));
  put16(out, static_cast<std::uint16_t>(name.size()));
  put16(out, 0);  // no extra field
}

}  // namespace

std::string make_zip(const std::vector<std::pair<std::string_view, std::string_view>>& entries) {
  std::string out, directory;
  for (const auto& [name, bytes] : entries) {
    const std::uint32_t offset = size32(out.size());
    put32(out, local_header);
    put_entry(out, name, bytes);
    out += name;
    out += bytes;
    put32(directory, central_header);
    put16(directory, version);
    put_entry(directory, name, bytes);
    put16(directory, 0);  // no comment
    put16(directory, 0);  // first disk
    put16(directory, 0);
    put32(directory, 0);
    put32(directory, offset);
    directory += name;
  }
  const std::uint32_t start = size32(out.size());
  out += directory;
  put32(out, end_record);
  put32(out, 0);  // one disk
  put16(out, static_cast<std::uint16_t>(entries.size()));
  put16(out, static_cast<std::uint16_t>(entries.size()));
  put32(out, size32(directory.size()));
  put32(out, start);
  put16(out, 0);
  return out;
}

}  // namespace clocher::archive
