// What the town hall wrote in blocks, with the pictures, files and directory records that they name.
#pragma once

#include "core/json/json.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/media_picture.hpp"

namespace clocher::api::resident {

// `body_html` and `blocks` of partials/written.html.
void add_written(json::Object& data, db::ReadTx& tx, const tenants::ContentText& text, Instant now);

// Data of partials/picture.html for the `image` of details ({media_id, alt}), or false when there is none to show.
[[nodiscard]] json::Value picture_of(db::ReadTx& tx, const json::Object& details, tenants::PictureUse use = {});

// Absolute address of that picture, cut for previews of links; "" when there is none.
[[nodiscard]] std::string shared_image(db::ReadTx& tx, const json::Object& details, const std::string& site_url);

}  // namespace clocher::api::resident
