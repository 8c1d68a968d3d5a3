// Documents asked for now and made in the background: queued, made, or failed with a reason and tried again on demand.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class DocumentState { queued, made, failed };
[[nodiscard]] std::string_view to_string(DocumentState state);

struct DocumentJob {
  Id<DocumentJob> id;
  std::string kind;  // see document_kind.hpp
  std::int64_t subject_id = 0;
  DocumentState state = DocumentState::queued;
  std::int64_t attempts = 0;
  std::string reason = {};  // a message key, after an attempt that failed
  std::string requested_by = {};
  std::string file_name = {}, file_sha256 = {};  // "" until it is made
  std::int64_t file_bytes = 0;
  Instant created_at;
  std::optional<Instant> finished_at = {};
  Instant next_attempt_at = {};
};

// One that already waits for the same is given back.
[[nodiscard]] Result<DocumentJob> request_document(Tenant& tenant, const Actor& actor, std::string_view kind,
                                                   std::int64_t subject_id, Instant now);
// The same within the transaction of what asks for it.
DocumentJob request_document(db::Tx& tx, const Actor& actor, std::string_view kind, std::int64_t subject_id, Instant now);
// Queued again, with all its attempts. not_found; conflict document.not_failed.
[[nodiscard]] Result<DocumentJob> retry_document(Tenant& tenant, const Actor& actor, Id<DocumentJob> id, Instant now);

// Newest first.
[[nodiscard]] std::vector<DocumentJob> list_documents(db::ReadTx& tx, std::string_view kind, std::int64_t subject_id);
// Those whose last attempt failed, given up or not, of all kinds; at most 200.
[[nodiscard]] std::vector<DocumentJob> unmade_documents(db::ReadTx& tx);
[[nodiscard]] std::optional<DocumentJob> find_document(db::ReadTx& tx, Id<DocumentJob> id);

// HTML and style to PDF: view::make_pdf, another in tests.
using Press = std::function<Result<std::string>(std::string_view html, std::string_view css)>;

// Makes what is due; after a failure tries again in 1, then 5 minutes, then gives up with the reason. The next due moment,
// if any. Files go to the commune's store. A kind that is not among `kinds` fails.
std::optional<Instant> make_due_documents(Tenant& tenant, const Texts& texts, const Press& press, Instant now,
                                          std::span<const DocumentKind> kinds = document_kinds());

}  // namespace clocher::tenants
