// Reads with libzip; what the directory says is checked before a byte is unpacked, and again while it is.
#include "core/archive/zip.hpp"

#include <string_view>

#include <zip.h>

namespace clocher::archive {
namespace {

constexpr std::uint64_t small_bytes = 1024 * 1024;  // a ratio says nothing about small files

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string base_name(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

std::string reason_of(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  return reason;
}

Failure refuse(const char* key) { return fail(ErrorKind::malformed, key); }

}  // namespace

struct ZipReader::Impl {
  std::unique_ptr<zip_t, CloseArchive> archive;
  std::vector<ZipEntry> entries;
  std::vector<zip_uint64_t> places;
};

ZipReader::ZipReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(const std::string& path, const ZipLimits& limits) {
  auto impl = std::make_unique<Impl>();
  int code = 0;
  impl->archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (!impl->archive) return fail(ErrorKind::malformed, "zip.unreadable", {{"reason", reason_of(code)}});
  const zip_int64_t count = zip_get_num_entries(impl->archive.get(), 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits.entries) return refuse("zip.too_many");
  std::uint64_t total = 0;
  for (zip_uint64_t place = 0; place < static_cast<zip_uint64_t>(count); ++place) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(impl->archive.get(), place, 0, &stat) != 0 || (stat.valid & needed) != needed)
      return fail(ErrorKind::malformed, "zip.unreadable", {{"reason", "an entry without name or size"}});
    std::string name = base_name(stat.name);
    if (name.empty()) continue;
    if (stat.size > limits.entry_bytes) return refuse("zip.too_large");
    if (stat.size > small_bytes && stat.size / (stat.comp_size + 1) > limits.ratio) return refuse("zip.bomb");
    total += stat.size;
    if (total > limits.total_bytes) return refuse("zip.too_large");
    impl->entries.push_back({std::move(name), stat.size});
    impl->places.push_back(place);
  }
  return ZipReader(std::move(impl));
}

const std::vector<ZipEntry>& ZipReader::entries() const { return impl_->entries; }

Result<std::string> ZipReader::read(std::size_t index) {
  const ZipEntry& entry = impl_->entries.at(index);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(impl_->archive.get(), impl_->places.at(index), 0));
  if (!file) {
    const bool is_locked = zip_error_code_zip(zip_get_error(impl_->archive.get())) == ZIP_ER_NOPASSWD;
    return refuse(is_locked ? "zip.encrypted" : "zip.damaged");
  }
  std::string bytes(entry.size_bytes, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got <= 0) return refuse("zip.damaged");
    filled += static_cast<std::size_t>(got);
  }
  // The end is read too: only then libzip has checked the sum, and a lie about the size shows.
  char more = 0;
  if (zip_fread(file.get(), &more, 1) != 0) return refuse("zip.damaged");
  return bytes;
}

}  // namespace clocher::archive
