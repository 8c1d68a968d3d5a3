// Feeds the readers of urlencoded bodies, queries, targets and cookies with anything.
#include "core/base/text.hpp"
#include "core/http/cookie.hpp"
#include "core/http/form.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_fields(const clocher::http::Form& form) {
  require(form.fields().size() <= 200);
  for (const auto& [name, value] : form.fields()) {
    require(!name.empty() && clocher::is_valid_utf8(name) && clocher::is_valid_utf8(value));
    require(value.find_first_of(std::string_view("\r\0", 2)) == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clocher::http;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Request request;
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.body = text;
  if (const auto form = parse_form(request)) check_fields(*form);
  check_fields(parse_query(text));
  if (const auto target = parse_target(text)) {
    require(target->first.starts_with('/') && clocher::is_valid_utf8(target->first));
    require((target->first + "/").find("/../") == std::string::npos);
  }
  if (text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos) {
    request.headers.set("Cookie", std::string(text));
    if (const auto value = read_cookie(request, {"session", Transport::https}))
      require(value->find(';') == std::string::npos);
  }
  return 0;
}
