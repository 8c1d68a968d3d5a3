// How the agents' API says a case: in lists, whole, and the query that lists are asked by.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "core/json/json.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/dossiers/inbox.hpp"

#include <string_view>
#include <vector>

namespace clocher::api::agent {

[[nodiscard]] json::Object summary_json(const Context& context, db::ReadTx& tx, const dossiers::Dossier& dossier);
[[nodiscard]] json::Object message_json(const dossiers::Dossier& dossier, const dossiers::Message& message,
                                        const std::vector<dossiers::Attachment>& attachments);

// malformed dossier.unknown_state, request.cursor.
[[nodiscard]] Result<dossiers::InboxQuery> read_inbox_query(const Context& context, std::string_view query);

// The case as it is now. not_found dossier.not_found.
[[nodiscard]] Result<http::Response> answer_with_case(Context& context, Id<dossiers::Dossier> id);

}  // namespace clocher::api::agent
