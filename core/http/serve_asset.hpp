// Answers with an embedded file: compressed when the client can take it, kept for a year when its address names its bytes.
#pragma once

#include "core/http/assets.hpp"
#include "core/http/message.hpp"

#include <string>

namespace clocher::http {

// Whether the asset's own path already changes with its bytes, as the bundler of the agents' application sees to.
enum class AssetNaming { plain, hashed_by_bundler };

// "/static/site.css?v=<hash>": what views write.
[[nodiscard]] std::string asset_address(const Asset& asset);

// Immutable for a year when the request asks for `?v=` this very hash or the naming is hashed; else `no-cache`. Always with
// an ETag; 304 when the client has it. The method is GET or HEAD.
[[nodiscard]] Response serve_asset(const Asset& asset, const Request& request, AssetNaming naming = AssetNaming::plain);

}  // namespace clocher::http
