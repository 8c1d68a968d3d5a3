// Reads the table of contents of a ZIP archive strictly, without unpacking anything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

struct ZipEntry {
  std::string name;
  std::uint64_t offset = 0;  // of its local header
  std::uint64_t compressed_bytes = 0;
  std::uint64_t unpacked_bytes = 0;
  bool is_stored = false;        // not compressed
  std::string_view stored_data;  // the bytes themselves when stored, into the archive
};

// nullopt when the archive is not one that an office program writes: no end record at the very end, several disks,
// ZIP64, encryption, entries that overlap, lie about their place or leave the archive, names that climb ("..", "/",
// "\", NUL), twice the same name, methods other than stored and deflated, more than `most_entries`.
// (APPNOTE.TXT 6.3.10; the overlaps are those of D. Fifield's bomb, 2019.)
[[nodiscard]] std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, std::size_t most_entries);

// Whether a ZIP reader would find an archive at the end of these bytes, whatever they begin with.
[[nodiscard]] bool ends_as_zip(std::string_view bytes);

}  // namespace clocher::forms
