// Writes one document.
#include "api/agent/document_json.hpp"

namespace clocher::api::agent {

json::Object document_json(const Context& context, const tenants::DocumentJob& job) {
  return {{"id", job.id.value},
          {"kind", job.kind},
          {"state", std::string(to_string(job.state))},
          {"reason", job.reason.empty() ? "" : context.tools.catalogue.text(job.reason)},
          {"requested_by", job.requested_by},
          {"file_name", job.file_name},
          {"size_bytes", job.file_bytes},
          {"created_at", job.created_at.seconds},
          {"finished_at", job.finished_at ? json::Value(job.finished_at->seconds) : json::Value(nullptr)}};
}

}  // namespace clocher::api::agent
