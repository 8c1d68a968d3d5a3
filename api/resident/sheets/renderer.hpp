// The work of sheet_html, one member for each kind of element. Private to this folder.
#pragma once

#include "api/resident/sheets/html.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::api::resident {

class SheetRenderer {
 public:
  SheetRenderer(const sheets::Sheet& sheet, const xml::Node& root, const SheetSurroundings& surroundings);
  [[nodiscard]] std::string render();

  using Draw = void (SheetRenderer::*)(const xml::Node& node);
  // nullptr when the element is no block.
  [[nodiscard]] static Draw block_drawer(std::string_view name);
  [[nodiscard]] static bool is_inline(std::string_view name);
  [[nodiscard]] static bool is_passed_over(std::string_view name);

 private:
  // flow.cpp: text, paragraphs, links
  void flow(const xml::Node& node);             // children as blocks; loose text and inline elements become paragraphs
  void inline_children(const xml::Node& node);  // children as text; blocks give their words
  void inline_node(const xml::Node& node);
  void compact(const xml::Node& node);  // a lone paragraph without its tags, else flow()
  void paragraph(const xml::Node& node);
  void internal_link(const xml::Node& node);
  void glossary_link(const std::string& id, const std::string& text);
  void external_link(const xml::Node& node);
  void link(std::string_view href, std::string_view text);  // text only when the address is not safe
  void sheet_link(std::string_view id, std::string_view audience, std::string_view text);
  void text(std::string_view words);
  [[nodiscard]] std::string word(std::string_view key, const Arguments& arguments = {}) const;
  void heading(std::string_view words, std::string_view id = {});
  void labelled(std::string_view key, std::string_view words);  // <p>Label : words</p>

  // blocks.cpp
  void list(const xml::Node& node);
  void chapter(const xml::Node& node);
  void cases(const xml::Node& node);
  void situations(const xml::Node& node);
  void callout(const xml::Node& node);
  void condition(const xml::Node& node);
  void conditioned(const xml::Node& node);
  void illustrated(const xml::Node& node);
  void image(const xml::Node& node);
  [[nodiscard]] std::string condition_words(const xml::Node& node) const;

  // table.cpp
  void table(const xml::Node& node);

  // services.cpp
  void service(const xml::Node& node);
  void annexe(const xml::Node& node);
  void notice_link(const xml::Node& node);
  void contact(const xml::Node& node);
  void main_link(const xml::Node& node);
  void file_facts(const xml::Node& node);
  void source(const xml::Node& node);
  void cerfa(const xml::Node& node);
  void other_number(const xml::Node& node);

  // lists.cpp
  void children_lists();
  void child_group(const xml::Node& node);
  void guided_search(const xml::Node& node);
  void branches(const xml::Node& node);
  void questionnaire(const xml::Node& node);
  void closing_groups();
  void reference(const xml::Node& node);
  void question(const xml::Node& node);
  void related(const xml::Node& node);
  void see_also(const xml::Node& node);
  void commented_link(const xml::Node& node);
  void partner(const xml::Node& node);
  void glossary();
  void definition(const xml::Node& node);
  void group(std::string_view heading_key, const std::vector<const xml::Node*>& items, Draw draw);

  const sheets::Sheet& sheet_;
  const xml::Node& root_;
  const SheetSurroundings& around_;
  std::string out_;
  int level_ = 2;  // of the next heading
  int situations_ = 0;
  std::set<std::string, std::less<>> glossary_ids_;
  std::set<std::string, std::less<>> used_terms_;
};

// The words of an element, trimmed.
[[nodiscard]] std::string words_of(const xml::Node* node);
// True for http, https, mailto and tel addresses without white space.
[[nodiscard]] bool is_safe_address(std::string_view address);

}  // namespace clocher::api::resident
