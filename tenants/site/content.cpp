// Contents are made, saved and brought back to an older revision.
#include "tenants/site/content.hpp"

#include "core/base/text.hpp"
#include "tenants/site/content_address.hpp"
#include "tenants/site/content_store.hpp"
#include "tenants/site/content_text.hpp"
#include "tenants/site/section.hpp"

namespace clocher::tenants {
namespace {

// The editor saves every few seconds: what one person wrote within this time is one revision.
constexpr std::int64_t merged_seconds = 10 * one_minute;
constexpr std::int64_t last_position = 100;

Failure not_found() { return fail(ErrorKind::not_found, "content.not_found"); }

Result<NewContent> checked(db::ReadTx& tx, const NewContent& input, Completeness completeness) {
  auto text = checked_text(input.kind, input.text, completeness);
  const bool is_nowhere = input.kind == ContentKind::page && !find_section(tx, input.section);
  if (is_nowhere) {
    Error error = text ? Error{ErrorKind::invalid, "input.invalid", {}, {}} : text.error();
    error.fields.push_back({"section", "content.section", {}});
    return fail(std::move(error));
  }
  if (!text) return fail(text.error());
  const std::string section(input.kind == ContentKind::page ? std::string_view(input.section)
                                                            : section_of(input.kind));
  return NewContent{input.kind, section, std::move(*text)};
}

Id<Content> insert_draft(db::Tx& tx, const Actor& actor, const NewContent& input, Instant now) {
  const std::string address = free_slug(tx, input.kind, input.section, slug(input.text.title));
  const auto id = content_store::insert(tx, input.kind, input.section, address, last_position, now);
  content_store::insert_revision(tx, id, 1, input.text, actor.name, now);
  append_event(tx, actor, {"content", id.value}, "content.created", input.text.title, now);
  return id;
}

// The next revision, in place of the author's own young one that nobody reads nor will read.
void add_revision(db::Tx& tx, const Actor& actor, const Content& current, const ContentText& text, Instant now) {
  const bool is_read = current.published_revision == current.revision || current.scheduled_revision == current.revision;
  if (!is_read)
    content_store::drop_recent_revision(tx, current.id, current.revision, actor.name, now - merged_seconds);
  content_store::insert_revision(tx, current.id, current.revision + 1, text, actor.name, now);
}

}  // namespace

std::string free_slug(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view wanted) {
  const std::string base(wanted.empty() ? std::string_view("page") : wanted);
  std::string candidate = base;
  for (int number = 2; content_store::path_is_taken(tx, kind, section, candidate); ++number) {
    candidate = base + "-" + std::to_string(number);
  }
  return candidate;
}

std::string path_of(const Content& content) { return "/" + content.section + "/" + content.slug; }

Result<Content> create_content(Tenant& tenant, const Actor& actor, const NewContent& input, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto clean = checked(tx, input, Completeness::draft);
    if (!clean) return fail(clean.error());
    return *find_content(tx, insert_draft(tx, actor, *clean, now));
  });
}

Result<Content> create_content_of(Tenant& tenant, const Actor& actor, std::int64_t dossier_id, const NewContent& input,
                                  Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto clean = checked(tx, input, Completeness::draft);
    if (!clean) return fail(clean.error());
    if (const auto known = content_store::of_dossier(tx, dossier_id)) return *find_content(tx, *known);
    const auto id = insert_draft(tx, actor, *clean, now);
    content_store::link_dossier(tx, id, dossier_id);
    return *find_content(tx, id);
  });
}

Result<Content> create_published(Tenant& tenant, const Actor& actor, const NewContent& input, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto clean = checked(tx, input, Completeness::complete);
    if (!clean) return fail(clean.error());
    const auto id = insert_draft(tx, actor, *clean, now);
    content_store::set_published(tx, id, 1, now);
    append_event(tx, actor, {"content", id.value}, "content.published", clean->text.title, now);
    return *find_content(tx, id);
  });
}

Result<Content> save_content(Tenant& tenant, const Actor& actor, const ContentChange& change, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    content_store::settle(tx, change.id, now);
    const auto current = find_content(tx, change.id);
    if (!current) return not_found();
    ContentText wanted = change.text;
    if (change.blocks == Part::kept) wanted.blocks = current->text.blocks;
    if (change.details == Part::kept) wanted.details = current->text.details;
    const auto text = checked_text(current->kind, wanted, Completeness::draft);
    if (!text) return fail(text.error());
    if (change.expires_at != current->expires_at) content_store::set_expiry(tx, change.id, change.expires_at);
    if (!equal(*text, current->text)) {
      if (change.base_revision != current->revision) return fail(ErrorKind::conflict, "edit.conflict");
      add_revision(tx, actor, *current, *text, now);
      append_event(tx, actor, {"content", change.id.value}, "content.saved", text->title, now);
    }
    return *find_content(tx, change.id);
  });
}

Result<Content> restore_revision(Tenant& tenant, const Actor& actor, Id<Content> id, std::int64_t number,
                                 std::int64_t base_revision, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    content_store::settle(tx, id, now);
    const auto current = find_content(tx, id);
    const auto old = find_revision(tx, id, number);
    if (!current || !old) return not_found();
    if (equal(old->text, current->text)) return *current;
    if (base_revision != current->revision) return fail(ErrorKind::conflict, "edit.conflict");
    // What is replaced stays readable: never merged away.
    content_store::insert_revision(tx, id, current->revision + 1, old->text, actor.name, now);
    append_event(tx, actor, {"content", id.value}, "content.revision_restored", std::to_string(number), now);
    return *find_content(tx, id);
  });
}

void insert_published(db::Tx& tx, const SeedContent& seed, std::string_view author, Instant now) {
  const auto id = content_store::insert(tx, seed.kind, seed.section, seed.slug, seed.position, now);
  content_store::insert_revision(tx, id, 1, seed.text, author, now);
  content_store::set_published(tx, id, 1, now);
}

}  // namespace clocher::tenants
