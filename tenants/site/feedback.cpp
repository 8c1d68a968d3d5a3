// SQL and rules of what readers say of a page.
#include "tenants/site/feedback.hpp"

#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "tenants/site/site_path.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t verdicts_a_day = 500;
constexpr std::size_t longest_comment = 500;
constexpr std::int64_t kept_seconds = 365 * one_day;

PageFeedback read_row(const db::Row& row) {
  return {Id<PageFeedback>{row.integer(0)},
          row.text(1),
          row.integer(2) == 1 ? Verdict::useful : Verdict::not_useful,
          row.text(3),
          row.text(4),
          row.instant(5),
          row.maybe_instant(6),
          row.text(7)};
}

std::optional<PageFeedback> find_by_id(db::ReadTx& tx, Id<PageFeedback> id) {
  return tx.one(
      "SELECT id, path, is_useful, reason, comment, created_at, handled_at, handled_by FROM page_feedback WHERE id = ?",
      read_row, id.value);
}

std::vector<FieldError> check(std::string_view reason, std::string_view comment) {
  std::vector<FieldError> errors;
  if (reason.empty() && comment.empty()) errors.push_back({"reason", "feedback.nothing_said", {}});
  if (!reason.empty() && std::ranges::find(feedback_reasons, reason) == feedback_reasons.end())
    errors.push_back({"reason", "feedback.unknown_reason", {}});
  if (length_in_characters(comment) > longest_comment)
    errors.push_back({"comment", "input.too_long", {{"maximum", std::to_string(longest_comment)}}});
  return errors;
}

}  // namespace

Result<std::string> give_verdict(Tenant& tenant, std::string_view path, Verdict verdict, Instant now) {
  if (!is_site_path(path)) return fail(ErrorKind::invalid, "feedback.path");
  const std::string key = security::random_token();
  return tenant.write_private([&](db::Tx& tx) -> Result<std::string> {
    const auto today = tx.number("SELECT COUNT(*) FROM page_feedback WHERE created_at > ?", now - one_day);
    if (today >= verdicts_a_day) return fail(ErrorKind::too_many, "feedback.enough", {{"retry_after", std::to_string(one_hour)}});
    tx.run("INSERT INTO page_feedback (key_digest, path, is_useful, created_at) VALUES (?, ?, ?, ?)",
           security::digest(key), path, verdict == Verdict::useful ? 1 : 0, now);
    return key;
  });
}

std::optional<PageFeedback> find_feedback(db::ReadTx& tx, std::string_view key, Instant now) {
  return tx.one(
      "SELECT id, path, is_useful, reason, comment, created_at, handled_at, handled_by FROM page_feedback "
      "WHERE key_digest = ? AND created_at > ?",
      read_row, security::digest(key), now - one_hour);
}

Result<PageFeedback> explain_verdict(Tenant& tenant, std::string_view key, std::string_view reason,
                                     std::string_view comment, Instant now) {
  const std::string_view words = trim(comment);
  return tenant.write_private([&](db::Tx& tx) -> Result<PageFeedback> {
    const auto found = find_feedback(tx, key, now);
    if (!found) return fail(ErrorKind::not_found, "feedback.not_found");
    if (!found->reason.empty() || !found->comment.empty()) return fail(ErrorKind::conflict, "feedback.already");
    std::vector<FieldError> errors = check(reason, words);
    if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
    tx.run("UPDATE page_feedback SET reason = ?, comment = ? WHERE id = ?", reason, words, found->id.value);
    return find_by_id(tx, found->id).value();
  });
}

std::vector<FeedbackSummary> summarise_feedback(db::ReadTx& tx, Instant since) {
  return tx.all(
      "SELECT path, SUM(is_useful), SUM(1 - is_useful) FROM page_feedback WHERE created_at > ? GROUP BY path "
      "ORDER BY SUM(1 - is_useful) DESC, path LIMIT 200",
      [](const db::Row& row) { return FeedbackSummary{row.text(0), row.integer(1), row.integer(2)}; }, since);
}

std::vector<PageFeedback> list_feedback(db::ReadTx& tx) {
  return tx.all(
      "SELECT id, path, is_useful, reason, comment, created_at, handled_at, handled_by FROM page_feedback "
      "WHERE reason <> '' OR comment <> '' ORDER BY created_at DESC, id DESC LIMIT 200",
      read_row);
}

Result<PageFeedback> handle_feedback(Tenant& tenant, const Actor& actor, Id<PageFeedback> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<PageFeedback> {
    const auto found = find_by_id(tx, id);
    if (!found) return fail(ErrorKind::not_found, "feedback.not_found");
    if (found->handled_at) return *found;
    tx.run("UPDATE page_feedback SET handled_at = ?, handled_by = ? WHERE id = ?", now, actor.name, id.value);
    append_event(tx, actor, {"page_feedback", id.value}, "feedback.handled", found->path, now);
    return find_by_id(tx, id).value();
  });
}

std::int64_t purge_feedback(Tenant& tenant, Instant now) {
  return tenant.write_private([&](db::Tx& tx) {
    return tx.change("DELETE FROM page_feedback WHERE created_at < ?", now - kept_seconds);
  });
}

}  // namespace clocher::tenants
