// Looks at files outside of any transaction, then writes one row.
#include "tenants/site/act_check.hpp"

#include "core/security/crypto.hpp"

#include <chrono>
#include <map>
#include <set>
#include <stdexcept>

namespace clocher::tenants {
namespace {

struct Seen {
  Id<Act> id;
  std::string sha256;
  std::string found;  // "present", "missing", "altered"
};

std::string look(const Tenant& tenant, const std::string& sha256) {
  if (tenant.files().get(sha256)) return "present";
  return tenant.files().holds(sha256) ? "altered" : "missing";
}

std::string digest_of(const std::vector<Seen>& all) {
  std::string text;
  for (const Seen& seen : all) text += std::to_string(seen.id.value) + " " + seen.sha256 + " " + seen.found + "\n";
  return security::hash_hex(text);
}

std::string link(std::string_view previous, std::int64_t id, Instant at, std::int64_t count, std::string_view digest) {
  return security::hash_hex(std::string(previous) + "\n" + std::to_string(id) + "\n" + std::to_string(at.seconds) +
                            "\n" + std::to_string(count) + "\n" + std::string(digest));
}

struct LastCheck {
  std::int64_t id = 0;
  Instant at;
  std::string chain;
};

LastCheck last_check(db::ReadTx& tx) {
  return tx
      .one("SELECT id, at, chain FROM act_check ORDER BY id DESC LIMIT 1",
           [](const db::Row& row) {
             return LastCheck{row.integer(0), row.instant(1), row.text(2)};
           })
      .value_or(LastCheck{});
}

bool is_due(const LastCheck& last, Instant now) {
  return now > last.at && (last.id == 0 || to_local(now).date != to_local(last.at).date);
}

// Published before this moment: what is published while the round runs belongs to the next one.
std::vector<Seen> acts_online(db::ReadTx& tx, Instant now) {
  return tx.all(
      "SELECT id, file_sha256 FROM act WHERE state = 'published' AND published_at < ? ORDER BY id",
      [](const db::Row& row) {
        return Seen{row.id<Act>(0), row.text(1), {}};
      },
      now);
}

std::chrono::sys_days day_of(Instant instant) { return std::chrono::sys_days(to_local(instant).date); }

std::vector<DayRange> days_without(const std::set<std::chrono::sys_days>& seen, std::chrono::sys_days first,
                                   std::chrono::sys_days last) {
  std::vector<DayRange> gaps;
  for (auto day = first; day <= last; day += std::chrono::days(1)) {
    if (seen.contains(day)) continue;
    if (!gaps.empty() && std::chrono::sys_days(gaps.back().last) + std::chrono::days(1) == day)
      gaps.back().last = Date(day);
    else
      gaps.push_back({Date(day), Date(day)});
  }
  return gaps;
}

}  // namespace

std::int64_t check_acts(Tenant& tenant, Instant now) {
  std::vector<Seen> all;
  const bool due = tenant.read([&](db::ReadTx& tx) {
    if (!is_due(last_check(tx), now)) return false;
    all = acts_online(tx, now);
    return !all.empty();
  });
  if (!due) return 0;
  std::int64_t faults = 0;
  for (Seen& seen : all) {
    seen.found = look(tenant, seen.sha256);
    if (seen.found != "present") ++faults;
  }
  tenant.write_private([&](db::Tx& tx) {
    const LastCheck last = last_check(tx);
    if (!is_due(last, now)) return;
    const auto count = static_cast<std::int64_t>(all.size());
    const std::string digest = digest_of(all);
    const std::int64_t id = last.id + 1;
    tx.run("INSERT INTO act_check (id, at, act_count, digest, chain) VALUES (?, ?, ?, ?, ?)", id, now, count, digest,
           link(last.chain, id, now, count, digest));
    for (const Seen& seen : all) {
      if (seen.found == "present") continue;
      tx.run("INSERT INTO act_check_fault (check_id, act_id, fault) VALUES (?, ?, ?)", id, seen.id, seen.found);
      append_event(tx, {ActorKind::system, "Clocher"}, {"act", seen.id.value}, "act.check_failed", seen.found, now);
    }
  });
  return faults;
}

ActProof prove_publication(db::ReadTx& tx, const Act& act, Instant now) {
  if (!act.published_at) throw std::logic_error("act: a draft has no proof");
  ActProof proof;
  proof.since = *act.published_at;
  proof.until = act.withdrawn_at.value_or(now);
  proof.is_still_online = !act.withdrawn_at;
  std::map<std::int64_t, std::string> faults;
  tx.each(
      "SELECT check_id, fault FROM act_check_fault WHERE act_id = ? ORDER BY check_id",
      [&](const db::Row& row) { faults[row.integer(0)] = row.text(1); }, act.id);
  std::set<std::chrono::sys_days> seen{day_of(proof.since)};
  tx.each(
      "SELECT id, at FROM act_check WHERE at > ? AND at <= ? ORDER BY id",
      [&](const db::Row& row) {
        ++proof.checks;
        seen.insert(day_of(row.instant(1)));
        const auto fault = faults.find(row.integer(0));
        if (fault != faults.end())
          proof.faults.push_back({row.instant(1), fault->second == "missing" ? ActFault::missing : ActFault::altered});
      },
      proof.since, proof.until);
  // The last day is not over, or the act went before its check.
  const auto last = day_of(proof.until) - std::chrono::days(1);
  proof.gaps = days_without(seen, day_of(proof.since), last);
  proof.chain_is_whole = chain_is_whole(tx);
  return proof;
}

bool chain_is_whole(db::ReadTx& tx) {
  std::string previous;
  std::int64_t expected = 1;
  bool is_whole = true;
  tx.each("SELECT id, at, act_count, digest, chain FROM act_check ORDER BY id", [&](const db::Row& row) {
    const bool fits = row.integer(0) == expected &&
                      row.text(4) == link(previous, row.integer(0), row.instant(1), row.integer(2), row.text(3));
    is_whole = is_whole && fits;
    previous = row.text(4);
    ++expected;
  });
  return is_whole;
}

}  // namespace clocher::tenants
