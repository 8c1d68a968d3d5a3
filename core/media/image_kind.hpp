// What a picture is by its first bytes: decided before any decoder sees it.
#pragma once

#include <string_view>

namespace clocher::media {

enum class ImageKind { jpeg, png, webp, gif, svg, heic, animated, unknown };

// `animated` is a PNG or WebP with several pictures; `heic` also stands for AVIF: phones make them, few browsers show them.
[[nodiscard]] ImageKind image_kind(std::string_view bytes);

// Whether its end is there: a decoder may take a picture that was cut short for a whole one.
[[nodiscard]] bool is_whole(std::string_view bytes, ImageKind kind);

// Whether the bytes would also open as a web page, a program, a PDF or an archive.
[[nodiscard]] bool is_also_something_else(std::string_view bytes);

}  // namespace clocher::media
