// What a Markdown text is made of, for who checks it rather than shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clocher::view {

// Lines count from 1. Words are plain: what a resident reads, without signs.
struct OutlineHeading {
  int line = 0;
  int level = 0;  // as written, 1 to 6
  std::string words;
};

// A paragraph wherever it stands, those of lists and quotes included. Code blocks are none.
struct OutlineParagraph {
  int line = 0;
  std::string words;
  bool is_all_strong = false;  // one run of bold and nothing else
  bool is_list_item = false;
};

struct OutlineLink {
  int line = 0;
  std::string words;  // the alternatives of the images in it count as words
  std::string url;
};

struct OutlineImage {
  int line = 0;
  std::string alternative;
  std::string url;
};

struct OutlineTable {
  int line = 0;
  std::vector<std::string> header;  // words of the first row's cells
};

struct MarkdownOutline {
  std::vector<OutlineHeading> headings;
  std::vector<OutlineParagraph> paragraphs;
  std::vector<OutlineLink> links;
  std::vector<OutlineImage> images;
  std::vector<OutlineTable> tables;
};

// The same reading as render_markdown (core/view/markdown.hpp), nothing corrected.
[[nodiscard]] MarkdownOutline outline_of(std::string_view markdown);

// All that is read of a text, without a sign of Markdown, a line for each block and each cell: for search.
[[nodiscard]] std::string readable_text(std::string_view markdown);

}  // namespace clocher::view
