// What remains for the town hall to do, what has gone stale, and who did what lately: the table behind the first screen.
#pragma once

#include "tenants/journal/event.hpp"
#include "tenants/site/profile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// One thing to have done once. Words are "overview.<key>" in the catalogue.
struct Check {
  std::string_view key;
  std::string_view path;  // screen of the administration where it is done
  bool is_done = false;
};
// `platform_host`: who hosts every commune of the platform, "" while the operator has not said it.
[[nodiscard]] std::vector<Check> setup_checks(db::ReadTx& tx, const Profile& profile, std::string_view platform_host);

// Something that others wait for, or that was right once. Words are "stale.<key>" with {count} and {name}.
struct Stale {
  std::string_view key;
  std::string path;
  std::int64_t count = 1;
  std::string name;  // of the page, or a date in words; "" otherwise
};
[[nodiscard]] std::vector<Stale> stale_contents(db::ReadTx& tx, const Profile& profile, Instant now);

// The latest deeds of agents but their signing in and out, newest first.
[[nodiscard]] std::vector<Event> recent_deeds(db::ReadTx& tx, std::int64_t most);

}  // namespace clocher::tenants
