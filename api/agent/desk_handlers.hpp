// What the API answers about a régie's daily work; one function per operation of openapi.json.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "core/http/message.hpp"

namespace clocher::api::agent {

// till.cpp
Result<http::Response> read_till(Context& context);
Result<http::Response> open_till(Context& context);
Result<http::Response> close_till(Context& context);

// counter.cpp
Result<http::Response> list_receipts(Context& context);
Result<http::Response> take_receipt(Context& context);
Result<http::Response> correct_receipt(Context& context);

// bordereaux.cpp
Result<http::Response> list_bordereaux(Context& context);
Result<http::Response> make_bordereau(Context& context);
Result<http::Response> read_bordereau(Context& context);

// months.cpp
Result<http::Response> read_month(Context& context);
Result<http::Response> download_month_statement(Context& context);
Result<http::Response> download_month_entries(Context& context);
Result<http::Response> list_month_documents(Context& context);
Result<http::Response> request_month_document(Context& context);

// reconciliation.cpp
Result<http::Response> list_bank_statements(Context& context);
Result<http::Response> import_bank_statement(Context& context);
Result<http::Response> list_discrepancies(Context& context);
Result<http::Response> settle_discrepancy(Context& context);

// tariffs.cpp
Result<http::Response> list_tariffs(Context& context);
Result<http::Response> create_tariff(Context& context);
Result<http::Response> save_tariff(Context& context);
Result<http::Response> withdraw_tariff(Context& context);
Result<http::Response> try_tariff(Context& context);

}  // namespace clocher::api::agent
