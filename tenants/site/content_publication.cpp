// Contents are published, planned, taken back, put into the bin and out of it.
#include "tenants/site/content.hpp"

#include "tenants/site/alert.hpp"
#include "tenants/site/content_address.hpp"
#include "tenants/site/content_store.hpp"
#include "tenants/site/content_text.hpp"
#include "tenants/site/section.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 6> state_names = {"draft",    "scheduled", "published",
                                                         "modified", "expired",   "binned"};

Failure not_found() { return fail(ErrorKind::not_found, "content.not_found"); }

// Deeds on a content that is there: what was planned for the past is settled first.
template <class Deed>
Result<Content> change(Tenant& tenant, Id<Content> id, Instant now, Deed deed) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    content_store::settle(tx, id, now);
    const auto current = find_content(tx, id);
    if (!current) return not_found();
    if (const auto done = deed(tx, *current); !done) return fail(done.error());
    return *find_content(tx, id);
  });
}

bool has_ended(const Content& content, Instant now) {
  if (content.expires_at && *content.expires_at <= now) return true;
  if (content.kind != ContentKind::alert) return false;
  const AlertDetails alert = parse_alert(content.text.details);
  return alert.ends && *alert.ends <= now;
}

// A page whose section was removed meanwhile comes back where every commune has pages.
std::string living_section(db::ReadTx& tx, const Content& content) {
  const bool stands = content.kind != ContentKind::page || find_section(tx, content.section);
  return stands ? content.section : std::string(town_hall_slug);
}

}  // namespace

std::string_view to_string(ContentState state) { return state_names[static_cast<std::size_t>(state)]; }

std::optional<ContentState> parse_content_state(std::string_view text) {
  for (std::size_t i = 0; i < state_names.size(); ++i) {
    if (state_names[i] == text) return static_cast<ContentState>(i);
  }
  return std::nullopt;
}

std::optional<std::int64_t> public_revision(const Content& content, Instant now) {
  const bool has_come = content.scheduled_at && *content.scheduled_at <= now;
  return has_come ? content.scheduled_revision : content.published_revision;
}

ContentState state_of(const Content& content, Instant now) {
  if (content.deleted_at) return ContentState::binned;
  if (content.scheduled_at && *content.scheduled_at > now) return ContentState::scheduled;
  const auto shown = public_revision(content, now);
  if (!shown) return ContentState::draft;
  if (has_ended(content, now)) return ContentState::expired;
  return *shown == content.revision ? ContentState::published : ContentState::modified;
}

Result<Content> publish(Tenant& tenant, const Actor& actor, Id<Content> id, std::int64_t revision, Instant now,
                        std::optional<Instant> at) {
  return change(tenant, id, now, [&](db::Tx& tx, const Content& current) -> Result<void> {
    const auto wanted = find_revision(tx, id, revision);
    if (!wanted) return fail_field("revision", "content.revision");
    if (const auto complete = checked_text(current.kind, wanted->text, Completeness::complete); !complete)
      return fail(complete.error());
    const bool is_later = at && *at > now;
    const bool is_done = is_later ? current.scheduled_revision == revision && current.scheduled_at == at
                                  : current.published_revision == revision && !current.scheduled_at;
    if (is_done) return {};
    if (is_later)
      content_store::set_scheduled(tx, id, revision, at);
    else
      content_store::set_published(tx, id, revision, now);
    append_event(tx, actor, {"content", id.value}, is_later ? "content.scheduled" : "content.published",
                 wanted->text.title, now);
    return {};
  });
}

Result<Content> unschedule(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now) {
  return change(tenant, id, now, [&](db::Tx& tx, const Content& current) -> Result<void> {
    if (!current.scheduled_at) return {};
    content_store::set_scheduled(tx, id, std::nullopt, std::nullopt);
    append_event(tx, actor, {"content", id.value}, "content.unscheduled", current.text.title, now);
    return {};
  });
}

Result<Content> unpublish(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now) {
  return change(tenant, id, now, [&](db::Tx& tx, const Content& current) -> Result<void> {
    if (!current.published_revision && !current.scheduled_at) return {};
    content_store::set_published(tx, id, std::nullopt, now);
    append_event(tx, actor, {"content", id.value}, "content.unpublished", current.text.title, now);
    return {};
  });
}

Result<void> remove_content(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    const auto current = find_content(tx, id);
    if (!current) return not_found();
    content_store::mark_deleted(tx, id, actor.name, now);
    append_event(tx, actor, {"content", id.value}, "content.removed", current->text.title, now);
    return {};
  });
}

Result<Content> restore_content(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    if (const auto live = find_content(tx, id)) return *live;
    const auto binned = content_store::find_binned(tx, id);
    if (!binned) return not_found();
    const std::string section = living_section(tx, *binned);
    content_store::mark_restored(tx, id, section, free_slug(tx, binned->kind, section, binned->slug));
    append_event(tx, actor, {"content", id.value}, "content.restored", binned->text.title, now);
    return *find_content(tx, id);
  });
}

void purge_bin(Tenant& tenant, Instant now) {
  const Instant limit = now - bin_seconds;
  const auto due = tenant.read([&](db::ReadTx& tx) { return content_store::count_deleted_before(tx, limit); });
  if (due == 0) return;  // no empty write every hour
  tenant.write_private([&](db::Tx& tx) { content_store::delete_deleted_before(tx, limit); });
}

}  // namespace clocher::tenants
