// The checks before publishing: what would keep a resident from reading a text, in time to mend it. Pure functions.
#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// Blocking is only what the law lets nobody publish: an image without its alternative (RGAA 1.1).
enum class Severity { advice, blocking };

[[nodiscard]] std::string_view to_string(Severity severity);

// Where to look: an input of the editor, and the line in it for a text of several lines.
struct Spot {
  std::string field;  // "title", "summary", "body_markdown", or the name of a block's own field
  std::optional<std::int64_t> block = std::nullopt;  // index in the blocks, from 0
  int line = 0;                                      // from 1; 0 for the whole input
};

struct Finding {
  std::string key;  // of the catalogue: what is wrong; key + ".remedy": how to mend it
  Severity severity = Severity::advice;
  Spot spot;
  Arguments arguments = {};
};

// --- What is checked -------------------------------------------------------------------------------------------------

struct Passage {
  Spot spot;
  std::string markdown;
};
struct PlainLine {
  Spot spot;
  std::string words;
};
struct CheckedImage {
  Spot spot;
  std::string alternative;
};
struct CheckedLink {
  Spot spot;
  std::string words;
  std::string url;
};

struct CheckInput {
  std::vector<PlainLine> lines = {};  // title, summary, captions
  std::vector<Passage> passages =
      {};  // the text, then the texts of the blocks in their order: one outline runs through them
  std::vector<CheckedImage> images = {};
  std::vector<CheckedLink> links = {};
};

// True when a resident who follows this path of the site ("/demarches") finds a page.
using LeadsSomewhere = std::function<bool(std::string_view path)>;

// In the order of the page; blocking first. At most 50: a text with more is started anew.
[[nodiscard]] std::vector<Finding> check_before_publishing(const CheckInput& input,
                                                           const LeadsSomewhere& leads_somewhere);

[[nodiscard]] bool has_blocking(const std::vector<Finding>& findings);

}  // namespace clocher::tenants
