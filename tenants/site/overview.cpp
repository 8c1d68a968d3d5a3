// The checks as a table, and the questions asked of the tables.
#include "tenants/site/overview.hpp"

#include "tenants/forms/procedure_test_run.hpp"

#include "tenants/sharing/shared.hpp"
#include "tenants/site/accent.hpp"
#include "tenants/site/act_deadlines.hpp"
#include "tenants/site/feedback.hpp"
#include "tenants/site/first_steps.hpp"
#include "tenants/site/legal.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t one_year = 365 * one_day;
constexpr int reminder_days = 90;
constexpr std::int64_t pages_named = 5;
constexpr std::int64_t featured_days = 60;  // a headline of two months is no news
constexpr std::string_view legal_screen = "/mairie/mentions";

void add_old_pages(db::ReadTx& tx, Instant limit, std::vector<Stale>& stale) {
  tx.each(
      "SELECT content.id, content_revision.title FROM content JOIN content_revision ON content_revision.content_id = "
      "content.id AND content_revision.number = content.published_revision WHERE content.kind = 'page' AND "
      "content.deleted_at IS NULL AND content_revision.created_at < ? ORDER BY content_revision.created_at, content.id "
      "LIMIT ?",
      [&](const db::Row& row) {
        stale.push_back({"page", "/contenus/" + std::to_string(row.integer(0)), 1, row.text(1)});
      },
      limit, pages_named);
}

// Headlines that nobody has taken down: those that have left the site, and those of two months ago.
void add_featured(db::ReadTx& tx, Instant now, std::vector<Stale>& stale) {
  tx.each(
      "SELECT content.id, content_revision.title, content.expires_at IS NOT NULL AND content.expires_at <= ? FROM content "
      "JOIN content_revision ON content_revision.content_id = content.id AND content_revision.number = "
      "content.published_revision WHERE content.kind = 'news' AND content.deleted_at IS NULL AND "
      "json_extract(content_revision.details, '$.featured') = 1 AND (content.expires_at <= ? OR content.published_at < ?) "
      "ORDER BY content.published_at, content.id LIMIT ?",
      [&](const db::Row& row) {
        stale.push_back({row.boolean(2) ? "featured_expired" : "featured",
                         "/contenus/" + std::to_string(row.integer(0)), 1, row.text(1)});
      },
      now, now, now - featured_days * one_day, pages_named);
}

void add_counted(std::vector<Stale>& stale, std::string_view key, const char* path, std::ptrdiff_t count) {
  if (count > 0) stale.push_back({key, path, static_cast<std::int64_t>(count), ""});
}

// What others than the town hall are waiting for: the law, the intercommunality, readers.
void add_awaited(db::ReadTx& tx, Instant now, std::vector<Stale>& stale) {
  add_counted(stale, "acts", "/actes", std::ranges::ssize(overdue_publications(tx, now)));
  const auto is_undecided = [](const SharedContent& content) {
    return content.decision == SharingDecision::none && !content.is_shown;
  };
  add_counted(stale, "shared", "/partage", std::ranges::count_if(list_shared(tx), is_undecided));
  const auto is_open = [](const PageFeedback& feedback) { return !feedback.handled_at; };
  add_counted(stale, "procedure_tests", "/demarches", forms::count_failing_procedures(tx));
  add_counted(stale, "feedback", "/lecteurs", std::ranges::count_if(list_feedback(tx), is_open));
}

}  // namespace

std::vector<Check> setup_checks(db::ReadTx& tx, const Profile& profile, std::string_view platform_host) {
  return {{"first_steps", "/premiers-pas", read_first_steps(tx).state == FirstStepsState::finished},
          {"address", "/mairie", !profile.address.empty()},
          {"phone", "/mairie", !profile.phone.empty()},
          {"email", "/mairie", !profile.email.empty()},
          {"hours", "/mairie", profile.hours_confirmed_at.has_value()},
          {"director", legal_screen, !profile.mayor_name.empty() || !profile.publication_director.empty()},
          {"dpo", legal_screen, !profile.dpo_contact.empty()},
          {"host", legal_screen, !platform_host.empty() || !profile.host.empty()},
          {"credits", legal_screen, count_uncredited_pictures(tx, profile) == 0},
          {"licence", legal_screen, !profile.licence.empty()},
          {"accent", "/mairie/apparence", profile.accent.empty() || is_readable_accent(profile.accent)},
          {"declaration", "/mairie/accessibilite", profile.declaration.has_value()}};
}

std::vector<Stale> stale_contents(db::ReadTx& tx, const Profile& profile, Instant now) {
  std::vector<Stale> stale;
  add_awaited(tx, now, stale);
  const Instant limit = now - one_year;
  if (profile.hours_confirmed_at && *profile.hours_confirmed_at < limit) stale.push_back({"hours", "/mairie", 1, ""});
  if (const auto end = profile.declaration ? valid_until(*profile.declaration) : std::nullopt) {
    const Date today = to_local(now).date;
    const bool is_near = std::chrono::sys_days(*end) - std::chrono::sys_days(today) <= std::chrono::days(reminder_days);
    if (is_near)
      stale.push_back(
          {*end < today ? "declaration_ended" : "declaration", "/mairie/accessibilite", 1, to_french(*end)});
  }
  const std::int64_t entries = tx.number(
      "SELECT COUNT(*) FROM directory_entry WHERE deleted_at IS NULL AND is_town_hall = 0 AND confirmed_at < ?", limit);
  if (entries > 0) stale.push_back({"directory", "/annuaire", entries, ""});
  add_featured(tx, now, stale);
  add_old_pages(tx, limit, stale);
  return stale;
}

std::vector<Event> recent_deeds(db::ReadTx& tx, std::int64_t most) {
  return tx.all(
      "SELECT at, actor_kind, actor_name, verb, details FROM journal_event WHERE actor_kind = 'agent' AND verb NOT IN "
      "('agent.signed_in', 'agent.signed_out', 'dossier.read') ORDER BY id DESC LIMIT ?",
      [](const db::Row& row) {
        return Event{row.instant(0), row.text(1), row.text(2), row.text(3), row.text(4)};
      },
      most);
}

}  // namespace clocher::tenants
