// Imports: run as one, undone as one.
#include "tenants/site/directory_import.hpp"

#include "core/http/file_name.hpp"
#include "tenants/site/directory_import_store.hpp"
#include "tenants/site/directory_slug.hpp"
#include "tenants/site/directory_store.hpp"

namespace clocher::tenants {
namespace {

void apply(db::Tx& tx, const Actor& actor, const Import& import, const ImportRow& row, Instant now) {
  const auto note = [&](Id<DirectoryEntry> id, std::string_view verb) {
    append_event(tx, actor, {"directory", id.value}, verb, row.text.name, now);
  };
  if (row.action == ImportAction::create) {
    const auto id = directory_store::insert(tx, import.kind, free_slug(tx, import.kind, row.text.name), row.text,
                                            directory_store::next_position(tx, import.kind), now);
    directory_import_store::remember_created(tx, import.id, id);
    note(id, "directory.created");
  } else if (row.action == ImportAction::update) {
    directory_import_store::remember_before(tx, import.id, *row.known);
    directory_store::update(tx, *row.known, row.text, now);
    note(*row.known, "directory.changed");
  }
}

}  // namespace

Result<Import> run_import(Tenant& tenant, const Actor& actor, const ImportFile& file, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Import> {
    const auto plan = plan_import(tx, file.kind, file.bytes, file.duplicates);
    if (!plan) return fail(plan.error());
    const auto count = [&](ImportAction action) { return static_cast<std::int64_t>(plan->count(action)); };
    if (const auto wrong = count(ImportAction::wrong); wrong > 0)
      return fail(ErrorKind::invalid, "directory_import.wrong_rows", {{"count", std::to_string(wrong)}});
    Import import{{},
                  file.kind,
                  http::safe_file_name(file.name),
                  actor.name,
                  count(ImportAction::create),
                  count(ImportAction::update),
                  count(ImportAction::skip),
                  now};
    import.id = directory_import_store::insert(tx, import);
    for (const ImportRow& row : plan->rows) apply(tx, actor, import, row, now);
    append_event(tx, actor, {"directory_import", import.id.value}, "directory.imported", import.file_name, now);
    return import;
  });
}

bool can_be_undone(const Import& import, Instant now) {
  return !import.undone_at && now - import.created_at <= one_day;
}

Result<Undone> undo_import(Tenant& tenant, const Actor& actor, Id<Import> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Undone> {
    const auto import = directory_import_store::find(tx, id);
    if (!import) return fail(ErrorKind::not_found, "directory_import.not_found");
    if (import->undone_at) return fail(ErrorKind::conflict, "directory_import.undone");
    if (!can_be_undone(*import, now)) return fail(ErrorKind::conflict, "directory_import.too_late");
    Undone undone{*import};
    for (const auto& change : directory_import_store::changes(tx, id)) {
      if (!change.is_untouched) {
        ++undone.kept_count;
        continue;
      }
      append_event(tx, actor, {"directory", change.entry.value}, "directory.import_undone", change.name, now);
      if (change.is_creation) {
        directory_import_store::remove_created(tx, change.entry);
        ++undone.removed_count;
      } else {
        directory_import_store::put_back(tx, id, change.entry, now);
        ++undone.put_back_count;
      }
    }
    directory_import_store::mark_undone(tx, id, now);
    append_event(tx, actor, {"directory_import", id.value}, "directory.import_undone", import->file_name, now);
    undone.import = *directory_import_store::find(tx, id);
    return undone;
  });
}

std::vector<Import> list_imports(db::ReadTx& tx) { return directory_import_store::list(tx); }

}  // namespace clocher::tenants
