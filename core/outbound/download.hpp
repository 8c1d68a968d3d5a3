// Fetches one file over HTTP into the disk, within limits, and only when it has changed.
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace clocher::outbound {

struct DownloadLimits {
  std::int64_t size_bytes = 256LL * 1024 * 1024;
  long timeout_seconds = 600;
  long connect_timeout_seconds = 15;
  std::function<bool()> is_stopping = nullptr;  // asked about once a second: true gives the download up
};

// What the server said of the version it sent: given back, it answers "unchanged" without sending it again.
struct Version {
  std::string etag;
  std::string last_modified;
};

enum class DownloadState { fetched, unchanged };

struct Download {
  DownloadState state = DownloadState::fetched;
  Version version;
};

// http and https only, redirects included (five at most); certificates are checked. The file at `path` is whole when the
// result says fetched; it is left as it was otherwise. Fails (unavailable) with download.failed {url, reason}, download.refused
// {url, status}, or (too_large) download.too_large {url}. Throws DiskFull or std::system_error.
[[nodiscard]] Result<Download> download(const std::string& url, const std::string& path, const Version& known,
                                        const DownloadLimits& limits = {});

}  // namespace clocher::outbound
