// XML with its namespaces resolved: "{uri}local" instead of a prefix that anybody may choose.
#pragma once

#include "core/xml/xml.hpp"

#include <string>
#include <string_view>

namespace clocher::xml {

// xml::parse, then every element's name as "{uri}local", or "local" when it is in no namespace. Attributes keep theirs.
// Fails as xml::parse does, or (malformed) with xml.unreadable when a prefix is bound to nothing.
[[nodiscard]] Result<Node> parse_qualified(std::string_view text, const Limits& limits = {});

// "{uri}local"
[[nodiscard]] std::string qualified(std::string_view uri, std::string_view local);

// "local" of "{uri}local".
[[nodiscard]] std::string_view local_name(std::string_view name);

// What stands in an element or attribute: & < > " ' escaped, characters that XML 1.0 forbids left out.
[[nodiscard]] std::string escape(std::string_view text);

}  // namespace clocher::xml
