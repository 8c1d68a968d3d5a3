// Serves embedded files.
#include "api/static_files.hpp"

#include "core/http/serve_asset.hpp"

#include <stdexcept>

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
  return HashedName{std::string(path.substr(0, start - 1)) + std::string(path.substr(extension)),
                    std::string(path.substr(start, hash_size))};
}

}  // namespace

std::string hashed_path(std::string_view asset_path) {
  const http::Asset* asset = http::find_asset(asset_path);
  if (asset == nullptr) throw std::logic_error("assets: no " + std::string(asset_path));
  const auto extension = asset_path.rfind('.');
  return std::string(asset_path.substr(0, extension)) + "." + std::string(asset->hash) +
         std::string(asset_path.substr(extension));
}

std::optional<http::Response> serve_static(const http::Request& request) {
  if (!request.path.starts_with("/static/")) return std::nullopt;
  if (const auto name = split_hashed(request.path)) {
    const http::Asset* asset = http::find_asset(name->plain);
    if (asset != nullptr && asset->hash == name->hash)
      return http::serve_asset(*asset, http::Lifetime::for_ever, request);
  }
  const http::Asset* asset = http::find_asset(request.path);
  if (asset == nullptr) return std::nullopt;
  return http::serve_asset(*asset, http::Lifetime::revalidated, request);
}

std::optional<http::Response> serve_admin(const http::Request& request) {
  const http::Asset* asset = http::find_asset(request.path);
  // Vite names its files by their content.
  if (asset != nullptr && request.path.starts_with("/admin/assets/"))
    return http::serve_asset(*asset, http::Lifetime::for_ever, request);
  if (asset == nullptr && request.path.starts_with("/admin/assets/")) return std::nullopt;
  const http::Asset* page = asset != nullptr ? asset : http::find_asset(admin_page);
  if (page == nullptr) return std::nullopt;
  return http::serve_asset(*page, http::Lifetime::revalidated, request);
}

}  // namespace clocher::api
