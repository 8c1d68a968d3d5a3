// A resident's file on its way from the form to its row.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::dossiers {

struct Draft;

struct StoredFile {
  const forms::AcceptedFile* accepted;
  std::string sha256;
};

// Bytes go to the store before the transaction: a file without a row is swept later, a row without a file never exists.
// Throws DiskFull.
[[nodiscard]] std::vector<StoredFile> store_files(const tenants::Tenant& tenant,
                                                  const std::vector<forms::AcceptedFile>& files);

// Whose a file is: a draft's, or a dossier's with the message it came with.
struct FileOwner {
  std::optional<Id<Draft>> draft = {};
  std::optional<Id<Dossier>> dossier = {};
  std::optional<Id<Message>> message = {};
};

[[nodiscard]] Id<Attachment> insert_attachment(db::Tx& tx, const FileOwner& owner, const StoredFile& file, Instant now);

}  // namespace clocher::dossiers
