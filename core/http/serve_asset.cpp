// Turns an embedded file into a response without copying its bytes.
#include "core/http/serve_asset.hpp"

#include "core/http/negotiate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::http {
namespace {

std::vector<Encoding> available_encodings(const Asset& asset) {
  std::vector<Encoding> encodings;
  if (!asset.brotli.empty()) encodings.push_back(Encoding::brotli);
  if (!asset.gzip.empty()) encodings.push_back(Encoding::gzip);
  return encodings;
}

std::string_view bytes_in(const Asset& asset, Encoding encoding) {
  switch (encoding) {
    case Encoding::brotli: return asset.brotli;
    case Encoding::gzip: return asset.gzip;
    case Encoding::identity: break;
  }
  return asset.bytes;
}

}  // namespace

Response serve_asset(const Asset& asset, Lifetime lifetime, const Request& request) {
  const auto available = available_encodings(asset);
  const Encoding encoding = choose_encoding(request.headers.get("Accept-Encoding"), available);
  const std::string etag = make_etag(asset.hash, encoding);
  Response response;
  response.headers.set("ETag", etag);
  response.headers.set("Cache-Control",
                       lifetime == Lifetime::for_ever ? "public, max-age=31536000, immutable" : "no-cache");
  if (!available.empty()) response.headers.set("Vary", "Accept-Encoding");
  if (matches_etag(request.headers.get("If-None-Match"), etag)) {
    response.status = 304;
    return response;
  }
  response.headers.set("Content-Type", std::string(asset.content_type));
  if (encoding != Encoding::identity) response.headers.set("Content-Encoding", std::string(content_coding(encoding)));
  response.static_body = bytes_in(asset, encoding);
  return response;
}

}  // namespace clocher::http
