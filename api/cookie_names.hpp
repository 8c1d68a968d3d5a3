// Every cookie that Clocher sets. The page /cookies is made of this list: a new cookie is a new row.
#pragma once

#include <array>
#include <string_view>

namespace clocher::api::cookies {

inline constexpr std::string_view session = "session";
inline constexpr std::string_view draft_prefix = "demarche-";  // then the number of the procedure
inline constexpr std::string_view tracking = "suivi";

struct Described {
  std::string_view name;       // as said to readers
  std::string_view words_key;  // cookies.<key>.purpose and cookies.<key>.duration in the catalogue
};
inline constexpr std::array<Described, 3> all = {
    {{"demarche-…", "draft"}, {tracking, "tracking"}, {session, "session"}}};

}  // namespace clocher::api::cookies
