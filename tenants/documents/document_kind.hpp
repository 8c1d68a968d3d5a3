// What documents there are, and where their text comes from: a table.
#pragma once

#include "core/base/result.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace clocher::tenants {

struct DocumentSource {
  std::string file_name;  // with .pdf
  std::string html;       // complete, nothing in it names anything outside
  std::string pdf = {};   // filled by the job
};

struct DocumentKind {
  std::string_view key;
  Result<DocumentSource> (*source)(Tenant& tenant, const Texts& texts, std::int64_t subject_id, Instant now);
};

inline constexpr std::string_view act_attestation = "act_attestation";
inline constexpr std::string_view case_proof = "case_proof";
inline constexpr std::string_view silence_attestation = "silence_attestation";

// Those of this layer. Upper layers have more, and hand all of them to whoever prints.
[[nodiscard]] std::span<const DocumentKind> document_kinds();
[[nodiscard]] const DocumentKind* find_document_kind(std::span<const DocumentKind> kinds, std::string_view key);

// "Attestation de publication" of an act that was published. not_found act.not_found, conflict act.not_published.
[[nodiscard]] Result<DocumentSource> attest_publication(Tenant& tenant, const Texts& texts, std::int64_t act_id,
                                                        Instant now);

// The legal delays of a request and what was done in them. not_found dossier.not_found.
[[nodiscard]] Result<DocumentSource> prove_delays(Tenant& tenant, const Texts& texts, std::int64_t dossier_id,
                                                  Instant now);
// That silence has accepted a request (CRPA L232-3). not_found dossier.not_found, conflict silence.not_accepted.
[[nodiscard]] Result<DocumentSource> attest_silence(Tenant& tenant, const Texts& texts, std::int64_t dossier_id,
                                                    Instant now);

}  // namespace clocher::tenants
