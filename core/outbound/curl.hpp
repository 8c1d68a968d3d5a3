// Handles of libcurl that free themselves. The only file that includes curl.h.
#pragma once

#include <memory>
#include <stdexcept>

#include <curl/curl.h>

namespace clocher::outbound {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using CurlHandle = std::unique_ptr<CURL, CurlFree>;
using CurlList = std::unique_ptr<curl_slist, CurlFree>;

// Throws std::runtime_error when libcurl cannot start.
[[nodiscard]] inline CurlHandle make_curl_handle() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  CurlHandle handle(started == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw std::runtime_error("libcurl cannot start");
  return handle;
}

}  // namespace clocher::outbound
