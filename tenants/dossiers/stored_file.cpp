// Stores bytes and writes their rows.
#include "tenants/dossiers/stored_file.hpp"

#include "tenants/dossiers/file_check.hpp"

namespace clocher::dossiers {

std::vector<StoredFile> store_files(const tenants::Tenant& tenant, const std::vector<forms::AcceptedFile>& files) {
  std::vector<StoredFile> stored;
  stored.reserve(files.size());
  for (const forms::AcceptedFile& file : files) stored.push_back({&file, tenant.files().put(file.bytes())});
  return stored;
}

Id<Attachment> insert_attachment(db::Tx& tx, const FileOwner& owner, const StoredFile& file, Instant now) {
  const Id<Attachment> id{
      tx.insert("INSERT INTO attachment (draft_id, dossier_id, message_id, field, name, content_type, size_bytes, "
                "sha256, is_identity, created_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                owner.draft, owner.dossier, owner.message, file.accepted->field, file.accepted->name,
                file.accepted->content_type, file.accepted->size_bytes(), file.sha256,
                file.accepted->is_identity, now)};
  hold_file(tx, id, now);
  return id;
}

}  // namespace clocher::dossiers
