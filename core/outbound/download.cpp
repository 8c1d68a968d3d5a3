// Writes beside and renames: a download that was cut short is never taken for the file.
#include "core/outbound/download.hpp"

#include "core/base/durable_file.hpp"
#include "core/base/text.hpp"
#include "core/outbound/curl.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace clocher::outbound {
namespace {

constexpr long http_ok = 200;
constexpr long http_unchanged = 304;
constexpr long most_redirects = 5;
constexpr long slow_bytes_per_second = 512;  // slower than that for a minute is given up
constexpr long slow_seconds = 60;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct Receiver {
  std::unique_ptr<std::FILE, CloseFile> file;
  std::int64_t limit_bytes = 0;
  std::int64_t received_bytes = 0;
  bool is_too_large = false;
  int disk_error = 0;
  Version version;
};

std::size_t keep_bytes(char* bytes, std::size_t size, std::size_t count, void* target) {
  auto& receiver = *static_cast<Receiver*>(target);
  const std::size_t length = size * count;
  receiver.received_bytes += static_cast<std::int64_t>(length);
  receiver.is_too_large = receiver.received_bytes > receiver.limit_bytes;
  if (receiver.is_too_large) return 0;
  const std::size_t written = std::fwrite(bytes, 1, length, receiver.file.get());
  if (written != length) receiver.disk_error = errno;
  return written;
}

std::size_t keep_header(char* bytes, std::size_t size, std::size_t count, void* target) {
  auto& receiver = *static_cast<Receiver*>(target);
  const std::string_view line(bytes, size * count);
  if (line.starts_with("HTTP/")) receiver.version = {};  // a redirect's own headers are not the file's
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    const std::string name = fold(line.substr(0, colon));
    const std::string value(trim(line.substr(colon + 1)));
    if (name == "etag") receiver.version.etag = value;
    if (name == "last-modified") receiver.version.last_modified = value;
  }
  return size * count;
}

int look_at_stop(void* limits, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const DownloadLimits*>(limits)->is_stopping() ? 1 : 0;
}

CurlList request_headers(const Version& known) {
  curl_slist* list = nullptr;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty() && value == one_line(value)) list = curl_slist_append(list, (name + ": " + value).c_str());
  };
  add("If-None-Match", known.etag);
  add("If-Modified-Since", known.last_modified);
  return CurlList(list);
}

void set_options(CURL* handle, const std::string& url, const DownloadLimits& limits, Receiver& receiver) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, most_redirects);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "Clocher");
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, limits.connect_timeout_seconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, limits.timeout_seconds);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, slow_bytes_per_second);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, slow_seconds);
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.size_bytes));
  if (limits.is_stopping) {
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, look_at_stop);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &limits);
  }
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, keep_bytes);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &receiver);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, keep_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &receiver);
}

[[noreturn]] void throw_disk_error(int code) {
  if (code == ENOSPC) throw DiskFull(code, std::generic_category(), "download");
  throw std::system_error(code, std::generic_category(), "download");
}

}  // namespace

Result<Download> download(const std::string& url, const std::string& path, const Version& known,
                          const DownloadLimits& limits) {
  const std::string beside = path + ".part";
  Receiver receiver;
  receiver.limit_bytes = limits.size_bytes;
  receiver.file.reset(std::fopen(beside.c_str(), "wb"));
  if (!receiver.file) throw_disk_error(errno);
  const CurlHandle handle = make_curl_handle();
  const CurlList headers = request_headers(known);
  set_options(handle.get(), url, limits, receiver);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(handle.get());
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  const bool is_flushed = std::fflush(receiver.file.get()) == 0;
  const int flush_error = errno;
  receiver.file.reset();
  if (code == CURLE_OK && status == http_ok && is_flushed) {
    if (std::rename(beside.c_str(), path.c_str()) != 0) throw_disk_error(errno);
    return Download{DownloadState::fetched, receiver.version};
  }
  std::remove(beside.c_str());
  if (receiver.disk_error != 0) throw_disk_error(receiver.disk_error);
  if (!is_flushed) throw_disk_error(flush_error);
  if (receiver.is_too_large || code == CURLE_FILESIZE_EXCEEDED)
    return fail(ErrorKind::too_large, "download.too_large", {{"url", url}});
  if (code != CURLE_OK)
    return fail(ErrorKind::unavailable, "download.failed", {{"url", url}, {"reason", curl_easy_strerror(code)}});
  if (status == http_unchanged) return Download{DownloadState::unchanged, known};
  return fail(ErrorKind::unavailable, "download.refused", {{"url", url}, {"status", std::to_string(status)}});
}

}  // namespace clocher::outbound
