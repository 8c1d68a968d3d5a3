// SQL and rules of working copies.
#include "tenants/forms/working_copy.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/procedure.hpp"

namespace clocher::forms {
namespace {

constexpr std::size_t longest_slug = 70;

std::optional<WorkingCopy> find_kept(db::ReadTx& tx, std::string_view slug) {
  return tx.one(
      "SELECT slug, definition, version, base_revision, updated_by, updated_at FROM procedure_working_copy WHERE slug = ?",
      [](const db::Row& row) {
        return WorkingCopy{row.text(0), row.text(1), row.integer(2), row.integer(3), row.text(4), row.instant(5)};
      },
      slug);
}

bool is_taken(db::ReadTx& tx, std::string_view slug) {
  return find_procedure(tx, slug).has_value() || find_kept(tx, slug).has_value();
}

// "louer-la-salle", "louer-la-salle-2"...
std::string free_slug(db::ReadTx& tx, std::string_view title) {
  std::string base = slug(title).substr(0, longest_slug);
  while (!base.empty() && base.back() == '-') base.pop_back();
  if (base.empty()) base = "demarche";
  std::string found = base;
  for (int number = 2; is_taken(tx, found); ++number) found = base + "-" + std::to_string(number);
  return found;
}

Result<std::string> text_of(json::Object& definition, std::string_view slug) {
  definition["slug"] = slug;
  std::string text = json::serialize(definition);
  if (text.size() > longest_working_copy_bytes) return fail(ErrorKind::too_large, "procedure.draft_too_large");
  return text;
}

void keep(db::Tx& tx, const WorkingCopy& copy, std::string_view title, Instant now) {
  tx.run(
      "INSERT INTO procedure_working_copy (slug, title, definition, version, base_revision, updated_by, created_at, "
      "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slug) DO UPDATE SET title = excluded.title, definition = "
      "excluded.definition, version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at",
      copy.slug, title, copy.text, copy.version, copy.base_revision, copy.updated_by, now, now);
}

std::string title_in(const json::Object& definition) { return one_line(trim(json::string_or(definition, "title"))); }

}  // namespace

std::optional<WorkingCopy> find_working_copy(db::ReadTx& tx, std::string_view slug) {
  if (auto kept = find_kept(tx, slug)) return kept;
  const auto procedure = find_procedure(tx, slug);
  if (!procedure) return std::nullopt;
  WorkingCopy copy;
  copy.slug = procedure->slug;
  copy.text = read_definition_text(tx, procedure->id, procedure->revision);
  copy.base_revision = procedure->revision;
  return copy;
}

Result<WorkingCopy> save_working_copy(tenants::Tenant& tenant, const tenants::Actor& actor, std::string_view slug,
                                      std::int64_t version, json::Object definition, Instant now) {
  auto text = text_of(definition, slug);
  if (!text) return fail(text.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<WorkingCopy> {
    auto copy = find_working_copy(tx, slug);
    if (!copy) return fail(ErrorKind::not_found, "procedure.not_found");
    if (copy->version != version) return fail(ErrorKind::conflict, "procedure.draft_stale", {{"who", copy->updated_by}});
    if (version > 0 && copy->text == *text) return std::move(*copy);
    copy->text = std::move(*text);
    copy->version = version + 1;
    copy->updated_by = actor.name;
    copy->updated_at = now;
    keep(tx, *copy, title_in(definition), now);
    return std::move(*copy);
  });
}

Result<WorkingCopy> begin_procedure(tenants::Tenant& tenant, const tenants::Actor& actor, json::Object definition,
                                    Instant now) {
  const std::string title = title_in(definition);
  if (title.empty()) return fail_field("title", "procedure.title_missing");
  return tenant.write_private([&](db::Tx& tx) -> Result<WorkingCopy> {
    if (tx.number("SELECT COUNT(*) FROM procedure_working_copy WHERE base_revision = 0") >= most_unpublished)
      return fail(ErrorKind::conflict, "procedure.too_many_unpublished", {{"maximum", std::to_string(most_unpublished)}});
    WorkingCopy copy;
    copy.slug = free_slug(tx, title);
    auto text = text_of(definition, copy.slug);
    if (!text) return fail(text.error());
    copy.text = std::move(*text);
    copy.version = 1;
    copy.updated_by = actor.name;
    copy.updated_at = now;
    keep(tx, copy, title, now);
    tenants::append_event(tx, actor, {"procedure_draft", 0}, "procedure.begun", copy.slug, now);
    return copy;
  });
}

Result<void> discard_working_copy(tenants::Tenant& tenant, const tenants::Actor& actor, std::string_view slug,
                                  std::int64_t version, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto kept = find_kept(tx, slug);
    if (!kept) {
      if (!find_procedure(tx, slug)) return fail(ErrorKind::not_found, "procedure.not_found");
      return {};
    }
    if (kept->version != version) return fail(ErrorKind::conflict, "procedure.draft_stale", {{"who", kept->updated_by}});
    forget_working_copy(tx, slug);
    tenants::append_event(tx, actor, {"procedure_draft", 0}, "procedure.draft_discarded", slug, now);
    return {};
  });
}

std::vector<WorkingCopyLine> list_working_copies(db::ReadTx& tx) {
  return tx.all(
      "SELECT w.slug, w.title, EXISTS (SELECT 1 FROM procedure p WHERE p.slug = w.slug) FROM procedure_working_copy w "
      "ORDER BY w.title, w.slug",
      [](const db::Row& row) { return WorkingCopyLine{row.text(0), row.text(1), row.boolean(2)}; });
}

void forget_working_copy(db::Tx& tx, std::string_view slug) {
  tx.run("DELETE FROM procedure_working_copy WHERE slug = ?", slug);
}

}  // namespace clocher::forms
