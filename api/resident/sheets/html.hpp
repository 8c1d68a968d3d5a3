// A sheet of Service-Public as HTML: every element of its vocabulary (schema 3.3), accessible, without JavaScript.
#pragma once

#include "core/view/catalogue.hpp"
#include "core/xml/xml.hpp"
#include "tenants/sheets/sheet.hpp"
#include "tenants/sheets/store.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::api::resident {

// What a page brings besides the sheet itself.
struct SheetSurroundings {
  const sheets::Index& index;  // which links stay on this site
  const view::Catalogue& words;
  std::map<std::string, std::string> conditions;     // variable -> what it means
  std::map<std::string, std::string> contacts_html;  // pivot -> how the commune itself is reached; escaped already
};

// Valid HTML whatever the document holds: all text is escaped, links go to http(s), mailto and tel only, headings begin at h2
// and leave no level out. An unknown element gives its text.
[[nodiscard]] std::string sheet_html(const sheets::Sheet& sheet, const xml::Node& root,
                                     const SheetSurroundings& surroundings);

// True for every element name that sheet_html draws or leaves out on purpose: for the census of a corpus.
[[nodiscard]] bool is_known_element(std::string_view name);

// What must be looked up before a sheet is drawn.
[[nodiscard]] std::vector<std::string> pivots_in(const xml::Node& root);
[[nodiscard]] std::vector<std::string> variables_in(const xml::Node& root);

}  // namespace clocher::api::resident
