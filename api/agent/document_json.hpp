// A document that is made in the background, as the API tells it.
#pragma once

#include "api/context.hpp"
#include "core/json/json.hpp"
#include "tenants/documents/document_job.hpp"

namespace clocher::api::agent {

[[nodiscard]] json::Object document_json(const Context& context, const tenants::DocumentJob& job);

}  // namespace clocher::api::agent
