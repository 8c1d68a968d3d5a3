// The PDF of a receipt: made in the background, served when it is there.
#include "api/resident/handlers.hpp"
#include "api/resident/payment_page.hpp"
#include "core/base/text.hpp"
#include "payments/documents.hpp"
#include "payments/ledger.hpp"
#include "tenants/documents/document_job.hpp"

namespace clocher::api::resident {
namespace {

using tenants::DocumentJob;

std::optional<DocumentJob> made_receipt(db::ReadTx& tx, std::int64_t line) {
  for (DocumentJob& job : tenants::list_documents(tx, payments::payment_receipt, line)) {
    if (job.state == tenants::DocumentState::made) return std::move(job);
  }
  return std::nullopt;
}

}  // namespace

// Only of lines of this debt: the number alone opens nothing.
Result<http::Response> payment_receipt(Context& context) {
  const auto debt = debt_of_page(context);
  if (!debt) return fail(debt.error());
  const auto number = parse_id<payments::LedgerLine>(context.parameters.get("number"));
  const auto line = number ? context.tenant.read([&](db::ReadTx& tx) { return payments::find_line(tx, number->value); })
                           : std::nullopt;
  if (!line || line->debt_id != debt->id || !line->receipt_number)
    return fail(ErrorKind::not_found, "ledger.not_found");
  const auto job = context.tenant.read([&](db::ReadTx& tx) { return made_receipt(tx, line->number); });
  auto bytes = job ? context.tenant.files().get(job->file_sha256) : std::nullopt;
  if (!bytes) {
    static_cast<void>(tenants::request_document(context.tenant, {tenants::ActorKind::resident, "habitant"},
                                                payments::payment_receipt, line->number, context.now));
    return http::see_other(payment_path(*debt) + "?recu=bientot");
  }
  http::Response response;
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", "application/pdf");
  response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(job->file_name));
  return response;
}

}  // namespace clocher::api::resident
