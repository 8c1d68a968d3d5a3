// Serves embedded files.
#include "api/static_files.hpp"

#include "core/http/negotiate.hpp"

#include <array>
#include <stdexcept>
#include <vector>

namespace clocher::api {
namespace {

constexpr std::string_view admin_page = "/admin/index.html";
constexpr std::size_t hash_size = 16;

// "/static/site.0123456789abcdef.css" -> "/static/site.css" and the hash.
struct HashedName {
  std::string plain;
  std::string hash;
};

std::optional<HashedName> split_hashed(std::string_view path) {
  const auto extension = path.rfind('.');
  if (extension == std::string_view::npos || extension < hash_size + 1) return std::nullopt;
  const auto start = extension - hash_size;
  if (path[start - 1] != '.') return std::nullopt;
  return HashedName{std::string(path.substr(0, start - 1)) + std::string(path.substr(extension)), std::string(path.substr(start, hash_size))};
}

std::string_view bytes_in(const http::Asset& asset, http::Encoding encoding) {
  switch (encoding) {
    case http::Encoding::brotli: return asset.brotli;
    case http::Encoding::gzip: return asset.gzip;
    case http::Encoding::identity: break;
  }
  return asset.bytes;
}

http::Encoding best_encoding(const http::Asset& asset, const http::Request& request) {
  std::vector<http::Encoding> available;
  if (!asset.brotli.empty()) available.push_back(http::Encoding::brotli);
  if (!asset.gzip.empty()) available.push_back(http::Encoding::gzip);
  return http::choose_encoding(request.headers.get("Accept-Encoding"), available);
}

}  // namespace

std::string hashed_path(std::string_view asset_path) {
  const http::Asset* asset = http::find_asset(asset_path);
  if (asset == nullptr) throw std::logic_error("assets: no " + std::string(asset_path));
  const auto extension = asset_path.rfind('.');
  return std::string(asset_path.substr(0, extension)) + "." + std::string(asset->hash) + std::string(asset_path.substr(extension));
}

http::Response serve_asset(const http::Asset& asset, Lifetime lifetime, const http::Request& request) {
  const http::Encoding encoding = best_encoding(asset, request);
  http::Response response;
  response.headers.set("Cache-Control", lifetime == Lifetime::for_ever ? "public, max-age=31536000, immutable" : "no-cache");
  const std::string etag = http::make_etag(asset.hash, encoding);
  response.headers.set("ETag", etag);
  response.headers.set("Vary", "Accept-Encoding");
  if (http::matches_etag(request.headers.get("If-None-Match"), etag)) {
    response.status = 304;
    return response;
  }
  response.headers.set("Content-Type", std::string(asset.content_type));
  if (encoding != http::Encoding::identity) response.headers.set("Content-Encoding", std::string(http::content_coding(encoding)));
  response.static_body = bytes_in(asset, encoding);
  return response;
}

std::optional<http::Response> serve_static(const http::Request& request) {
  if (!request.path.starts_with("/static/")) return std::nullopt;
  if (const auto name = split_hashed(request.path)) {
    const http::Asset* asset = http::find_asset(name->plain);
    if (asset != nullptr && asset->hash == name->hash) return serve_asset(*asset, Lifetime::for_ever, request);
  }
  const http::Asset* asset = http::find_asset(request.path);
  if (asset == nullptr) return std::nullopt;
  return serve_asset(*asset, Lifetime::revalidated, request);
}

std::optional<http::Response> serve_admin(const http::Request& request) {
  const http::Asset* asset = http::find_asset(request.path);
  // Vite names its files by their content.
  if (asset != nullptr && request.path.starts_with("/admin/assets/")) return serve_asset(*asset, Lifetime::for_ever, request);
  if (asset == nullptr && request.path.starts_with("/admin/assets/")) return std::nullopt;
  const http::Asset* page = asset != nullptr ? asset : http::find_asset(admin_page);
  if (page == nullptr) return std::nullopt;
  return serve_asset(*page, Lifetime::revalidated, request);
}

}  // namespace clocher::api
