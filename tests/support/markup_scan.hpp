// Looks at a page as a browser would take it: which elements it has, which attributes, where its addresses lead.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

// What a page of ours never has, whatever people wrote into it: an element outside of the list of our views and of Markdown, an
// attribute that runs ("onclick") or styles, an address with another scheme than http, https, mailto, tel or a path of the site.
// JSON-LD without a "<" of its own is no script.
// Each fault names itself, e.g. "element script", "attribute onerror", "address javascript:alert(1)".
[[nodiscard]] std::vector<std::string> dangers_in(std::string_view html);

}  // namespace clocher::test
