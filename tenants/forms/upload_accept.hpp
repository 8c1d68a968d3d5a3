// A resident's file as it is kept: checked, and made again when it is an image.
#pragma once

#include "core/base/result.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/forms/upload_check.hpp"

namespace clocher::forms {

// Of an image only the picture stays: decoded and written anew, turned the right way up, without EXIF (place, camera, author),
// at most 3508 pixels (an A4 page at 300 dpi) on a side, a phone's HEIC and WebP as JPEG or PNG. Other formats stay as they
// are. `field` is left empty. Fails as check_upload, and with form.file.unreadable_photo, form.file.animated {name}.
[[nodiscard]] Result<AcceptedFile> accept_upload(const http::UploadedFile& file, const UploadRules& rules);

}  // namespace clocher::forms
