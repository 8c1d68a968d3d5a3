// Holds content, name and declaration of an upload against one table of formats.
#include "tenants/forms/upload_check.hpp"

#include "core/base/text.hpp"
#include "core/http/file_name.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/forms/content_sniffer.hpp"
#include "tenants/forms/upload_traps.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

constexpr std::size_t longest_name = 120;

// Up to three words each; "" fills the rest. The first declared type is the canonical one.
struct Format {
  std::string_view name;
  std::string_view words;
  std::array<std::string_view, 3> extensions;
  std::array<std::string_view, 3> declared;
  std::array<std::string_view, 3>
      sniffed;  // what libmagic 5.44 says of good files; `examine` then judges the structure
  Verdict (*examine)(std::string_view);
};

constexpr std::string_view docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view ods_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view odt_type = "application/vnd.oasis.opendocument.text";

// Wherever JPEG is accepted: what a phone makes of a photo by itself. It is kept as JPEG.
constexpr std::string_view phone_photo = "heic";

constexpr std::array<Format, 11> formats = {{
    {"pdf", "PDF", {"pdf"}, {"application/pdf", "application/x-pdf"}, {"application/pdf"}, examine_pdf},
    {"jpeg", "JPEG", {"jpg", "jpeg", "jfif"}, {"image/jpeg", "image/jpg", "image/pjpeg"}, {"image/jpeg"}, examine_jpeg},
    {"png", "PNG", {"png"}, {"image/png", "image/x-png"}, {"image/png"}, examine_png},
    {phone_photo, "HEIC", {"heic", "heif", "avif"}, {"image/heic", "image/heif", "image/avif"}, {"image/heic", "image/heif", "image/avif"}, examine_heic},
    {"webp", "WebP", {"webp"}, {"image/webp"}, {"image/webp"}, examine_webp},
    {"odt", "ODT", {"odt"}, {odt_type}, {odt_type}, examine_odt},
    {"docx", "DOCX", {"docx"}, {docx_type}, {docx_type, "application/zip", "application/octet-stream"}, examine_docx},
    {"ods", "ODS", {"ods"}, {ods_type}, {ods_type}, examine_ods},
    {"xlsx", "XLSX", {"xlsx"}, {xlsx_type}, {xlsx_type, "application/zip", "application/octet-stream"}, examine_xlsx},
    {"csv",
     "CSV",
     {"csv"},
     {"text/csv", "application/csv", "application/vnd.ms-excel"},
     {"text/plain", "text/csv", "application/csv"},
     examine_text},
    {"ics", "ICS", {"ics"}, {"text/calendar"}, {"text/calendar"}, examine_calendar},
}};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

const Format* find_format(std::string_view name) {
  const auto it =
      std::find_if(formats.begin(), formats.end(), [&](const Format& format) { return format.name == name; });
  return it == formats.end() ? nullptr : &*it;
}

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : fold(name.substr(dot + 1));
}

// Browsers that know no better say nothing or "octet-stream": that claims nothing.
bool is_declared_as(const Format& format, std::string_view declared) {
  return declared.empty() || declared == "application/octet-stream" || holds(format.declared, declared);
}

const Format* find_accepted(const std::vector<std::string>& accept, std::string_view extension) {
  for (const std::string& name : accept) {
    const Format* format = find_format(name);
    if (format != nullptr && holds(format->extensions, extension)) return format;
    const Format* photo = name == "jpeg" ? find_format(phone_photo) : nullptr;
    if (photo != nullptr && holds(photo->extensions, extension)) return photo;
  }
  return nullptr;
}

std::string joined(const std::vector<std::string>& accept, std::string_view between, std::string_view before_last) {
  std::string out;
  for (std::size_t i = 0; i < accept.size(); ++i) {
    const Format* format = find_format(accept[i]);
    if (i > 0) out += i + 1 == accept.size() ? before_last : between;
    out += format == nullptr ? std::string_view(accept[i]) : format->words;
  }
  return out;
}

}  // namespace

Result<CheckedUpload> check_upload(const http::UploadedFile& file, const UploadRules& rules) {
  const std::string name = shown_name(file.file_name);
  const auto refuse = [&](std::string key, Arguments arguments = {}) {
    arguments.emplace("name", name);
    return fail(ErrorKind::invalid, std::move(key), std::move(arguments));
  };
  if (file.bytes.empty()) return refuse("form.file.empty");
  if (file.bytes.size() > rules.max_bytes)
    return refuse("form.file.too_large", {{"max", size_in_words(rules.max_bytes)}});
  const Format* format = find_accepted(rules.accept, extension_of(name));
  if (format == nullptr) return refuse("form.file.wrong_type", {{"formats", formats_in_words(rules.accept)}});
  const bool is_what_it_says =
      is_declared_as(*format, file.content_type) && holds(format->sniffed, sniff_content_type(file.bytes));
  if (!is_what_it_says) return refuse("form.file.mismatch", {{"format", std::string(format->words)}});
  switch (format->examine(file.bytes)) {
    case Verdict::damaged: return refuse("form.file.damaged");
    case Verdict::dangerous: return refuse("form.file.dangerous");
    case Verdict::fine: break;
  }
  return CheckedUpload{name, std::string(format->declared.front())};
}

// The beginning goes, never the extension.
std::string shown_name(std::string_view file_name) {
  std::string name = clean_line(http::safe_file_name(file_name));
  while (length_in_characters(name) > longest_name) {
    do name.erase(0, 1);
    while (!name.empty() && (static_cast<unsigned char>(name.front()) & 0xC0U) == 0x80U);
  }
  return name;
}

bool is_upload_format(std::string_view name) { return find_format(name) != nullptr; }

std::string accept_attribute(const std::vector<std::string>& accept) {
  std::string out;
  const auto add = [&](const Format* format) {
    if (format == nullptr) return;
    for (const std::string_view extension : format->extensions) {
      if (!extension.empty()) out += (out.empty() ? "." : ",.") + std::string(extension);
    }
  };
  for (const std::string& name : accept) {
    add(find_format(name));
    if (name == "jpeg") add(find_format(phone_photo));
  }
  return out;
}

std::string formats_in_words(const std::vector<std::string>& accept) { return joined(accept, ", ", " ou "); }

std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t kilobyte = 1024;
  constexpr std::size_t megabyte = kilobyte * kilobyte;
  if (bytes < kilobyte) return std::to_string(bytes) + "\u00A0octets";
  if (bytes < megabyte) return std::to_string((bytes + kilobyte / 2) / kilobyte) + "\u00A0Ko";
  const std::size_t tenths = (bytes * 10 + megabyte / 2) / megabyte;
  const std::string decimal = tenths % 10 == 0 ? "" : "," + std::to_string(tenths % 10);
  return std::to_string(tenths / 10) + decimal + "\u00A0Mo";
}

}  // namespace clocher::forms
