// Writes the bytes of small PDF, images and archives.
#include "tests/tenants/forms/sample_files.hpp"

#include <algorithm>

namespace clocher::forms::test {
namespace {

std::string little(std::uint64_t value, int size) {
  std::string bytes;
  for (; size > 0; --size, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
  return bytes;
}

std::string big(std::uint64_t value, int size) {
  std::string bytes = little(value, size);
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

std::uint32_t unpacked(const ZipPart& part) {
  return part.claimed_bytes == 0 ? static_cast<std::uint32_t>(part.data.size()) : part.claimed_bytes;
}

// What local header and directory have in common: flags, method, time, checksum (nobody looks), sizes.
std::string common(const ZipPart& part, std::size_t name_size) {
  return little(part.flags, 2) + little(part.method, 2) + little(0, 8) + little(part.data.size(), 4) +
         little(unpacked(part), 4) + little(name_size, 2);
}

}  // namespace

std::string sample_pdf(std::string_view extra_object) {
  std::string pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
  pdf += "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n";
  if (!extra_object.empty()) pdf.append("3 0 obj\n").append(extra_object).append("\nendobj\n");
  return pdf + "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n";
}

std::string sample_jpeg(std::uint16_t width, std::uint16_t height, std::string_view comment) {
  std::string jpeg("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", 20);
  if (!comment.empty()) jpeg += "\xFF\xFE" + big(comment.size() + 2, 2) + std::string(comment);
  jpeg += "\xFF\xC0" + big(11, 2) + "\x08" + big(height, 2) + big(width, 2) + std::string("\x01\x01\x11\x00", 4);
  jpeg += "\xFF\xDA" + big(8, 2) + std::string("\x01\x01\x00\x00\x3F\x00", 6) + "image data";
  return jpeg + "\xFF\xD9";
}

std::string sample_png(std::uint32_t width, std::uint32_t height) {
  std::string png("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16);
  png += big(width, 4) + big(height, 4) + std::string("\x08\x02\0\0\0", 5) + big(0x12345678, 4);
  png += big(4, 4) + "IDATdata" + big(0, 4);
  return png + std::string("\0\0\0\0IEND\xAE\x42\x60\x82", 12);
}

std::string sample_webp() {
  const std::string chunk = "VP8L" + little(10, 4) + std::string("\x2F\0\0\0\0\x07\xD0\xFF\xFE\xF7", 10);
  return "RIFF" + little(chunk.size() + 4, 4) + "WEBP" + chunk;
}

std::string zip(const std::vector<ZipPart>& parts) {
  std::string bytes;
  std::string directory;
  for (const ZipPart& part : parts) {
    const std::string local_name = part.local_name.empty() ? part.name : part.local_name;
    directory += std::string("PK\x01\x02", 4) + little(20, 2) + little(20, 2) + common(part, part.name.size()) +
                 little(0, 12) + little(bytes.size(), 4) + part.name;
    bytes += std::string("PK\x03\x04", 4) + little(20, 2) + common(part, local_name.size()) + little(0, 2) +
             local_name + part.data;
  }
  const std::string end = std::string("PK\x05\x06", 4) + little(0, 4) + little(parts.size(), 2) +
                          little(parts.size(), 2) + little(directory.size(), 4) + little(bytes.size(), 4) +
                          little(0, 2);
  return bytes + directory + end;
}

std::vector<ZipPart> docx_parts() {
  return {
      {"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<Relationships/>"}, {"word/document.xml", "<w:document/>"}};
}

std::vector<ZipPart> odt_parts() {
  return {{"mimetype", "application/vnd.oasis.opendocument.text"},
          {"content.xml", "<office/>"},
          {"META-INF/manifest.xml", "<manifest/>"}};
}

std::string docx_with(ZipPart part) {
  auto parts = docx_parts();
  parts.push_back(std::move(part));
  return zip(parts);
}

std::string odt_with(ZipPart part) {
  auto parts = odt_parts();
  parts.push_back(std::move(part));
  return zip(parts);
}

}  // namespace clocher::forms::test
