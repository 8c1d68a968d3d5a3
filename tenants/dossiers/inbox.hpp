// The agents' list of cases: what binds soonest first, then what waits longest; filtered, searched, counted.
#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/db/database.hpp"
#include "tenants/dossiers/dossier.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clocher::dossiers {

struct InboxQuery {
  std::optional<State> state;
  std::string text;                      // words of the case, a part of the reference or the name (any accents), or a tracking code
  std::string procedure;                 // slug, "" for all
  std::string label;                     // "" for all
  std::optional<std::int64_t> assignee;  // an agent's id, 0 for nobody's
  bool only_unread = false;
  std::optional<Date> urgent_before;  // open cases that a day binds before this one
  std::optional<Id<Dossier>> after;   // cursor: the last one of the page before
};

struct InboxPage {
  std::vector<Dossier> items;
  std::map<std::string, std::int64_t> counts;  // by state, whatever `state` is asked for
  std::optional<Id<Dossier>> next;
};

inline constexpr int inbox_page_size = 50;

// Open cases by the nearest day that binds (silence, a receipt that failed, the agents' own day), then by age, the oldest
// first; after them what is over, the one moved last first.
[[nodiscard]] InboxPage read_inbox(db::ReadTx& tx, const InboxQuery& query);

// All ids of the query, in the same order, at most `limit`.
[[nodiscard]] std::vector<Id<Dossier>> inbox_ids(db::ReadTx& tx, const InboxQuery& query, int limit);

// What the town hall has to see to, in all.
struct Waiting {
  std::int64_t unread = 0;
  std::int64_t late = 0;  // a day that binds has passed
  std::int64_t soon = 0;  // it is today or in the next seven days
};
[[nodiscard]] Waiting count_waiting(db::ReadTx& tx, Date today);

inline constexpr int soon_days = 7;

}  // namespace clocher::dossiers
