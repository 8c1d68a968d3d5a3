// The forms of a page as a browser without scripts reads them. For our own templates only: no HTML parser.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::test {

struct HtmlForm {
  std::string action;
  bool is_multipart = false;
  std::vector<std::pair<std::string, std::string>> values;  // what would be sent untouched: hidden, typed and checked
  std::vector<std::string> names;                           // every control, also the empty and unchecked ones
};

[[nodiscard]] std::vector<HtmlForm> forms_in(std::string_view html);

// The entities that our views write: &amp; &lt; &gt; &quot; &#39; and friends.
[[nodiscard]] std::string unescape(std::string_view text);

}  // namespace clocher::test
