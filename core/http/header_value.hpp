// A header value with parameters: `form-data; name="photo"; filename="a.jpg"`, `multipart/form-data; boundary=x`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::http {

struct HeaderValue {
  std::string value;                                            // lower case
  std::vector<std::pair<std::string, std::string>> parameters;  // names in lower case, each at most once

  [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};

// nullopt for anything but `value *( ; name=token-or-quoted-string )`, for a parameter given twice, and for the extended
// form `name*=`, which RFC 7578 4.2 forbids in forms. In a quoted string a backslash escapes only `"` and itself, as
// browsers and curl write it.
[[nodiscard]] std::optional<HeaderValue> parse_header_value(std::string_view text);

}  // namespace clocher::http
