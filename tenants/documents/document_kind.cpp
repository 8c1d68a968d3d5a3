// The table of documents.
#include "tenants/documents/document_kind.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array table = {DocumentKind{act_attestation, attest_publication}, DocumentKind{case_proof, prove_delays},
                              DocumentKind{silence_attestation, attest_silence}};

}  // namespace

const DocumentKind* find_document_kind(std::string_view key) {
  for (const DocumentKind& kind : table) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

}  // namespace clocher::tenants
