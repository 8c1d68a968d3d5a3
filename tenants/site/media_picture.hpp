// A picture as pages show it: the data of partials/picture.html.
#pragma once

#include "core/json/json.hpp"
#include "tenants/site/media_variants.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

struct PictureUse {
  MediaShape shape = MediaShape::plain;
  std::optional<std::string> alt = {};        // instead of the library's: what it says in this place
  std::string sizes = "(min-width: 60rem) 56rem, 100vw";  // the attribute: how wide it is drawn
  enum class Loading { lazy, eager } loading = Loading::lazy;  // eager for the first of a page
};

// {sources: [{type, srcset}], src, srcset, sizes, width, height, alt, caption or false, credit or false, is_lazy}; only sizes that
// are made. nullopt when there is no such image, or in the bin: the page then shows none.
[[nodiscard]] std::optional<json::Object> media_picture(db::ReadTx& tx, Id<Media> id, const PictureUse& use = {});
// The same, or false: as views want it.
[[nodiscard]] json::Value picture_or_false(db::ReadTx& tx, std::optional<std::int64_t> id, const PictureUse& use = {});

// "/images/12/800-0123456789abcdef.jpg": the JPEG of that shape nearest above `width`, for feeds, mails and OpenGraph.
[[nodiscard]] std::optional<std::string> image_path(db::ReadTx& tx, Id<Media> id, MediaShape shape, int width);
// "/documents/12/plan-local.pdf"
[[nodiscard]] std::string document_path(const Media& media);

}  // namespace clocher::tenants
