// Serves attachments as downloads.
#include "api/attachment.hpp"

#include "core/base/text.hpp"

namespace clocher::api {

Result<http::Response> serve_attachment(tenants::Tenant& tenant, Id<dossiers::Dossier> dossier,
                                        Id<dossiers::Attachment> id, dossiers::Antivirus antivirus) {
  auto state = dossiers::FileState::waiting;
  const auto found = tenant.read([&](db::ReadTx& tx) {
    state = dossiers::seen_as(dossiers::file_state(tx, id), antivirus);
    return dossiers::find_attachment(tx, dossier, id);
  });
  if (!found) return fail(ErrorKind::not_found, "file.not_found");
  if (state == dossiers::FileState::waiting) return fail(ErrorKind::conflict, "file.held");
  if (state == dossiers::FileState::infected) return fail(ErrorKind::conflict, "file.infected");
  auto bytes = tenant.files().get(found->sha256);
  if (!bytes) return fail(ErrorKind::not_found, "file.not_found");
  http::Response response;
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", found->content_type);
  // RFC 6266 with RFC 8187: the name as it is, in the form every browser since 2011 reads.
  response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(found->name));
  return response;
}

dossiers::Antivirus antivirus_of(const Config& config) {
  return config.antivirus.empty() ? dossiers::Antivirus::absent : dossiers::Antivirus::present;
}

}  // namespace clocher::api
