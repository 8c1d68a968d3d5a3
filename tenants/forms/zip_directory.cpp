// Walks the end record, the central directory and the local headers.
#include "tenants/forms/zip_directory.hpp"

#include <algorithm>
#include <set>

namespace clocher::forms {
namespace {

constexpr std::string_view end_signature("PK\x05\x06", 4);
constexpr std::string_view entry_signature("PK\x01\x02", 4);
constexpr std::string_view local_signature("PK\x03\x04", 4);
constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::uint64_t encrypted = 0x1;
constexpr std::uint64_t zip64_size = 0xFFFFFFFF;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

// Where the end record begins: its comment reaches exactly the end of the file.
std::optional<std::size_t> find_end_record(std::string_view bytes) {
  if (bytes.size() < end_size) return std::nullopt;
  const std::size_t first = bytes.size() > end_size + longest_comment ? bytes.size() - end_size - longest_comment : 0;
  for (std::size_t at = bytes.rfind(end_signature); at != std::string_view::npos && at >= first;
       at = at == 0 ? std::string_view::npos : bytes.rfind(end_signature, at - 1)) {
    if (at + end_size <= bytes.size() && at + end_size + number(bytes, at + 20, 2) == bytes.size()) return at;
  }
  return std::nullopt;
}

bool is_safe_name(std::string_view name) {
  constexpr std::string_view forbidden("\\:\0", 3);
  const bool climbs = name.find("..") != std::string_view::npos || name.starts_with('/');
  return !name.empty() && !climbs && name.find_first_of(forbidden) == std::string_view::npos;
}

class DirectoryReader {
 public:
  DirectoryReader(std::string_view bytes, std::size_t end_record) : bytes_(bytes), end_record_(end_record) {}

  std::optional<std::vector<ZipEntry>> read(std::size_t most_entries) {
    const std::uint64_t count = number(bytes_, end_record_ + 10, 2);
    const bool one_disk = number(bytes_, end_record_ + 4, 4) == 0 && number(bytes_, end_record_ + 8, 2) == count;
    const std::uint64_t size = number(bytes_, end_record_ + 12, 4);
    start_ = number(bytes_, end_record_ + 16, 4);
    if (!one_disk || count == 0 || count > most_entries || start_ + size != end_record_) return std::nullopt;
    std::vector<ZipEntry> entries;
    std::uint64_t at = start_;
    for (std::uint64_t i = 0; i < count; ++i) {
      auto entry = read_entry(at);
      if (!entry || !names_.insert(entry->name).second) return std::nullopt;
      entries.push_back(std::move(*entry));
    }
    if (at != end_record_ || overlap(entries)) return std::nullopt;
    return entries;
  }

 private:
  std::optional<ZipEntry> read_entry(std::uint64_t& at) {
    if (at + entry_size > end_record_ || bytes_.substr(at, 4) != entry_signature) return std::nullopt;
    const std::uint64_t flags = number(bytes_, at + 8, 2);
    const std::uint64_t method = number(bytes_, at + 10, 2);
    const std::uint64_t name_size = number(bytes_, at + 28, 2);
    const std::uint64_t total = entry_size + name_size + number(bytes_, at + 30, 2) + number(bytes_, at + 32, 2);
    ZipEntry entry;
    entry.compressed_bytes = number(bytes_, at + 20, 4);
    entry.unpacked_bytes = number(bytes_, at + 24, 4);
    entry.offset = number(bytes_, at + 42, 4);
    entry.is_stored = method == 0;
    if (at + total > end_record_ || (flags & encrypted) != 0 || (method != 0 && method != 8)) return std::nullopt;
    if (entry.compressed_bytes == zip64_size || entry.unpacked_bytes == zip64_size) return std::nullopt;
    entry.name = bytes_.substr(at + entry_size, name_size);
    at += total;
    if (!is_safe_name(entry.name) || !matches_local_header(entry)) return std::nullopt;
    return entry;
  }

  bool matches_local_header(ZipEntry& entry) const {
    if (entry.offset + local_size > start_ || bytes_.substr(entry.offset, 4) != local_signature) return false;
    const std::uint64_t name_size = number(bytes_, entry.offset + 26, 2);
    const std::uint64_t data = entry.offset + local_size + name_size + number(bytes_, entry.offset + 28, 2);
    if (data + entry.compressed_bytes > start_) return false;
    if (bytes_.substr(entry.offset + local_size, name_size) != entry.name) return false;
    if (entry.is_stored && entry.compressed_bytes != entry.unpacked_bytes) return false;
    if (entry.is_stored) entry.stored_data = bytes_.substr(data, entry.compressed_bytes);
    return true;
  }

  static bool overlap(const std::vector<ZipEntry>& entries) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    for (const ZipEntry& entry : entries) {
      ranges.emplace_back(entry.offset, entry.offset + local_size + entry.name.size() + entry.compressed_bytes);
    }
    std::sort(ranges.begin(), ranges.end());
    for (std::size_t i = 1; i < ranges.size(); ++i) {
      if (ranges[i].first < ranges[i - 1].second) return true;
    }
    return false;
  }

  std::string_view bytes_;
  std::uint64_t end_record_;
  std::uint64_t start_ = 0;
  std::set<std::string, std::less<>> names_;
};

}  // namespace

std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, std::size_t most_entries) {
  const auto end_record = find_end_record(bytes);
  if (!end_record) return std::nullopt;
  return DirectoryReader(bytes, *end_record).read(most_entries);
}

bool ends_as_zip(std::string_view bytes) { return find_end_record(bytes).has_value(); }

}  // namespace clocher::forms
