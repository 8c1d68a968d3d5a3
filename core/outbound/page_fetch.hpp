// Reads one page of a site as a visitor would: what it answers, its headers, the beginning of its body.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace clocher::outbound {

struct FetchedPage {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case; the last of each
  std::string body;                            // at most `body_bytes` of it
};

struct FetchLimits {
  std::size_t body_bytes = 1024 * 1024;
  long timeout_seconds = 15;
};

// GET, http and https only, no redirection followed, certificates checked; a proxy of the environment is used but for names below
// .localhost. Fails (unavailable) with fetch.failed {url, reason}, reason in libcurl's English. For addresses that an operator names, not
// residents: it reaches private networks.
[[nodiscard]] Result<FetchedPage> fetch_page(const std::string& url, const FetchLimits& limits = {});

}  // namespace clocher::outbound
