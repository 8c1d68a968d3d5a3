// Checks first, decodes then: nothing reaches libvips that upload_check has not found to be an image.
#include "tenants/forms/upload_accept.hpp"

#include "core/media/image.hpp"

namespace clocher::forms {
namespace {

constexpr int longest_side = 3508;

std::string with_extension(std::string name, std::string_view extension) {
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos) name.erase(dot);
  return name + "." + std::string(extension);
}

// The words of the media library speak to agents; a resident reads which of the files it is.
std::string key_for_residents(std::string_view key) {
  if (key == "image.heic") return "form.file.unreadable_photo";
  if (key == "image.animated") return "form.file.animated";
  if (key == "image.too_many_pixels") return "form.file.dangerous";
  return "form.file.damaged";
}

}  // namespace

Result<AcceptedFile> accept_upload(const http::UploadedFile& file, const UploadRules& rules) {
  auto checked = check_upload(file, rules);
  if (!checked) return fail(checked.error());
  AcceptedFile accepted{"", std::move(checked->name), std::move(checked->content_type), &file};
  if (!accepted.content_type.starts_with("image/")) return accepted;
  auto image = media::clean_image(file.bytes, {.bytes = rules.max_bytes, .longest_side = longest_side});
  if (!image) return fail(ErrorKind::invalid, key_for_residents(image.error().key), {{"name", accepted.name}});
  accepted.name = with_extension(std::move(accepted.name), media::extension_of(image->encoding));
  accepted.content_type = media::content_type_of(image->encoding);
  accepted.remade = std::move(image->bytes);
  return accepted;
}

}  // namespace clocher::forms
