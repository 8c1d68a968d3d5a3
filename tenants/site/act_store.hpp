// All SQL on acts.
#pragma once

#include "tenants/site/act.hpp"

namespace clocher::tenants::act_store {

[[nodiscard]] Id<Act> insert(db::Tx& tx, ActKind kind, const ActText& text, std::optional<Id<Act>> replaces,
                             Instant now);
void update(db::Tx& tx, Id<Act> id, const ActText& text, Instant now);
void set_file(db::Tx& tx, Id<Act> id, const ActFile& file, Instant now);
void remove(db::Tx& tx, Id<Act> id);
void set_published(db::Tx& tx, Id<Act> id, std::string_view slug, Instant now);
void set_prefecture(db::Tx& tx, Id<Act> id, std::string_view receipt, std::optional<Date> on, Instant now);
void set_withdrawn(db::Tx& tx, Id<Act> id, std::string_view reason, Instant now);

[[nodiscard]] bool slug_is_taken(db::ReadTx& tx, std::string_view slug);
// By an act online of this kind, other than the one named.
[[nodiscard]] bool number_is_taken(db::ReadTx& tx, ActKind kind, std::string_view number,
                                   std::optional<Id<Act>> except);
[[nodiscard]] std::optional<Id<Act>> find_draft_replacing(db::ReadTx& tx, Id<Act> id);
// Of the newest publication, withdrawal or check; 0 when there is none.
[[nodiscard]] Instant last_known_moment(db::ReadTx& tx);

}  // namespace clocher::tenants::act_store
