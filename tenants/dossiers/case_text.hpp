// Full-text search over cases: reference, person, answers and messages, accents and case folded. Never the internal notes of
// another commune: the index lies in the commune's own file.
#pragma once

#include "core/db/database.hpp"
#include "tenants/dossiers/dossier.hpp"

#include <string>
#include <string_view>

namespace clocher::dossiers {

// In the transaction that changed the case.
void index_case(db::Tx& tx, Id<Dossier> id);

// What FTS5 is asked: every word, each as the beginning of one. Nothing of FTS5's own syntax passes. Without a
// word it finds nothing.
[[nodiscard]] std::string match_expression(std::string_view typed);

}  // namespace clocher::dossiers
