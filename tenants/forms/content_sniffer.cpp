// Asks libmagic.
#include "tenants/forms/content_sniffer.hpp"

#include <memory>
#include <mutex>
#include <stdexcept>

#include <magic.h>

namespace clocher::forms {
namespace {

struct Close {
  void operator()(magic_set* cookie) const { magic_close(cookie); }
};
using Cookie = std::unique_ptr<magic_set, Close>;

// Only the bytes are looked at: nothing is unpacked, no device is opened.
Cookie open_magic() {
  Cookie cookie(magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF));
  if (!cookie) throw std::runtime_error("libmagic cannot start");
  if (magic_load(cookie.get(), nullptr) != 0)
    throw std::runtime_error(std::string("libmagic: ") + magic_error(cookie.get()));
  return cookie;
}

}  // namespace

// One cookie under a lock: it is not thread-safe, its data takes milliseconds to load and a look takes less.
std::string sniff_content_type(std::string_view bytes) {
  static std::mutex mutex;
  static const Cookie cookie = open_magic();
  const std::lock_guard lock(mutex);
  const char* type = magic_buffer(cookie.get(), bytes.data(), bytes.size());
  return type == nullptr ? "application/octet-stream" : type;
}

}  // namespace clocher::forms
