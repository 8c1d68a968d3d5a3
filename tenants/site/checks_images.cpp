// Tells a description from a file's name.
#include "tenants/site/checks_images.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_alternative = 160;  // more is read in one breath by no screen reader

constexpr std::array<std::string_view, 9> extensions = {".jpg",  ".jpeg", ".png", ".gif", ".webp",
                                                        ".avif", ".heic", ".svg", ".pdf"};
constexpr std::array<std::string_view, 9> openings = {
    "image de ",        "image d'", "image :",          "photo de ",      "photo d'",
    "photographie de ", "photo :",  "illustration de ", "illustration d'"};
constexpr std::array<std::string_view, 8> empty_words = {"image", "photo",        "illustration", "visuel",
                                                         "logo",  "photographie", "img",          "sans titre"};

// "DSC_0042", "IMG-20260712-WA0003", "mairie_facade_2": what a camera or a folder says, not a person.
bool looks_like_file_name(std::string_view folded) {
  if (std::ranges::any_of(extensions, [&](std::string_view end) { return folded.ends_with(end); })) return true;
  const bool has_space = folded.find(' ') != std::string_view::npos;
  const bool has_joint = folded.find_first_of("_-") != std::string_view::npos;
  const bool has_digit = folded.find_first_of("0123456789") != std::string_view::npos;
  return !has_space && has_digit && (has_joint || folded.starts_with("img") || folded.starts_with("dsc"));
}

std::optional<std::string> fault_of(std::string_view alternative) {
  const std::string folded = fold(trim(alternative));
  if (looks_like_file_name(folded)) return "checks.alt_file_name";
  if (std::ranges::find(empty_words, folded) != empty_words.end()) return "checks.alt_says_nothing";
  if (std::ranges::any_of(openings, [&](std::string_view opening) { return folded.starts_with(opening); }))
    return "checks.alt_opening";
  if (length_in_characters(alternative) > longest_alternative) return "checks.alt_long";
  return std::nullopt;
}

}  // namespace

void check_images(const std::vector<CheckedImage>& images, std::vector<Finding>& findings) {
  for (const CheckedImage& image : images) {
    const std::string words(trim(image.alternative));
    if (words.empty())
      findings.push_back({"checks.alt_missing", Severity::blocking, image.spot});
    else if (const auto fault = fault_of(words))
      findings.push_back({*fault, Severity::advice, image.spot, {{"words", words}}});
  }
}

}  // namespace clocher::tenants
