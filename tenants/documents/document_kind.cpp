// The table of documents.
#include "tenants/documents/document_kind.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array table = {DocumentKind{act_attestation, attest_publication}, DocumentKind{case_proof, prove_delays},
                              DocumentKind{silence_attestation, attest_silence}};

}  // namespace

std::span<const DocumentKind> document_kinds() { return table; }

const DocumentKind* find_document_kind(std::span<const DocumentKind> kinds, std::string_view key) {
  for (const DocumentKind& kind : kinds) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

}  // namespace clocher::tenants
