// Makes what communes wait for: documents, exports, deeds on many cases.
#pragma once

#include "tenants/documents/document_job.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"
#include "tenants/rounds.hpp"

namespace clocher::tenants {

class Printer : public Rounds {
 public:
  // `kinds` outlives it.
  Printer(Registry& registry, Texts texts, Press press, const Clock& clock,
          std::span<const DocumentKind> kinds = document_kinds())
      : Rounds(
            registry, "printer",
            [texts, press = std::move(press), kinds](Tenant& tenant, Instant now) {
              dossiers::do_bulk_jobs(tenant, texts, now);
              dossiers::make_exports(tenant, texts, now);
              return Visit{make_due_documents(tenant, texts, press, now, kinds)};
            },
            clock) {}
};

}  // namespace clocher::tenants
