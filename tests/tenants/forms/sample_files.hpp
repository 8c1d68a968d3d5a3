// Small files, good and hostile, made in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms::test {

[[nodiscard]] std::string sample_pdf(std::string_view extra_object = {});
[[nodiscard]] std::string sample_jpeg(std::uint16_t width = 640, std::uint16_t height = 480,
                                      std::string_view comment = {});
[[nodiscard]] std::string sample_png(std::uint32_t width = 640, std::uint32_t height = 480);
[[nodiscard]] std::string sample_webp();

// One entry of an archive. Sizes that are not told are those of `data`, stored.
struct ZipPart {
  std::string name;
  std::string data;
  std::uint32_t claimed_bytes = 0;  // unpacked size to claim; 0: the truth
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::string local_name = {};  // "" for the same name
};
[[nodiscard]] std::string zip(const std::vector<ZipPart>& parts);
[[nodiscard]] std::vector<ZipPart> docx_parts();
[[nodiscard]] std::vector<ZipPart> odt_parts();
[[nodiscard]] std::string docx_with(ZipPart part);
[[nodiscard]] std::string odt_with(ZipPart part);

}  // namespace clocher::forms::test
