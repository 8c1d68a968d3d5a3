// The bytes of an empty page and of a grey picture.
#include "tenants/forms/sample_uploads.hpp"

#include "core/base/base64.hpp"

#include <string>

namespace clocher::forms {
namespace {

constexpr std::string_view empty_page =
    "%PDF-1.4\n"
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
    "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n"
    "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n187\n%%EOF\n";

// 320 by 320 pixels, all of the same grey.
constexpr std::string_view grey_picture =
    "iVBORw0KGgoAAAANSUhEUgAAAUAAAAFACAAAAADo+/p2AAABmUlEQVR42u3QMQEAAAwCIPsnM5Yhdg4ikHISBQIFChSIQIECBSJQoECBCBQo"
    "UCACBQoUiECBAgUiUKBAgQgUKFAgAgUKFIhAgQIFIlCgQIECEShQoEAEChQoEIECBQpEoECBAhEoUKBABAoUKBCBAgUKRKBAgQIRKFCgQAQK"
    "FChQoAKBAgUKRKBAgQIRKFCgQAQKFCgQgQIFCkSgQIECEShQoEAEChQoEIECBQpEoECBAhEoUKBAgQgUKFAgAgUKFIhAgQIFIlCgQIEIFChQ"
    "IAIFChSIQIECBSJQoECBCBQoUCACBQoUKFCBQIECBSJQoECBCBQoUCACBQoUiECBAgUiUKBAgQgUKFAgAgUKFIhAgQIFIlCgQIEIFChQoEAE"
    "ChQoEIECBQpEoECBAhEoUKBABAoUKBCBAgUKRKBAgQIRKFCgQAQKFCgQgQIFChSoQKBAgQIRKFCgQAQKFCgQgQIFCkSgQIECEShQoEAEChQo"
    "EIECBQpEoECBAhEoUKBABAoUKFAgAgUKFIhAgQIFIlCgQIEIFCjwhwH2RZJJ58K9AwAAAABJRU5ErkJggg==";

}  // namespace

std::optional<http::UploadedFile> sample_upload(std::string_view field, std::string_view file_name) {
  const bool is_pdf = file_name.ends_with(".pdf");
  if (!is_pdf && !file_name.ends_with(".png")) return std::nullopt;
  http::UploadedFile upload{std::string(field), std::string(file_name), is_pdf ? "application/pdf" : "image/png", ""};
  if (file_name.starts_with("faux.")) upload.bytes = "Ceci n’est pas un document.";
  else if (is_pdf) upload.bytes = empty_page;
  else upload.bytes = decode_base64(grey_picture).value();
  return upload;
}

}  // namespace clocher::forms
