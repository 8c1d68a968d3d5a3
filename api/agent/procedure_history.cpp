// What was published of a procedure, what differs, and the requests that an older revision still holds.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/agent/procedure_json.hpp"
#include "api/respond.hpp"

namespace clocher::api::agent {
namespace {

std::optional<std::int64_t> parse_number(std::string_view text) {
  const auto number = parse_id<forms::ProcedureRevision>(text);
  return number ? std::optional(number->value) : std::nullopt;
}

json::Object object_of(const std::string& text) {
  return text.empty() ? json::Object() : json::parse_trusted(text).as_object();
}

http::Response diff_answer(const Context& context, std::int64_t from, std::int64_t to, const std::string& before,
                           const std::string& after) {
  return json_response(
      200, {{"from", from},
            {"to", to},
            {"changes",
             changes_data(forms::diff_definitions(object_of(before), object_of(after), context.tools.catalogue))}});
}

struct TwoTexts {
  std::int64_t from = 0;
  std::optional<std::string> before, after;
};

}  // namespace

Result<http::Response> list_procedure_revisions(Context& context) {
  const auto revisions = context.tenant.read([&](db::ReadTx& tx) -> Result<std::vector<forms::ProcedureRevision>> {
    const auto procedure = forms::find_procedure(tx, context.parameters.get("slug"));
    if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
    return forms::list_revisions(tx, procedure->id);
  });
  if (!revisions) return fail(revisions.error());
  json::Array items;
  for (const forms::ProcedureRevision& revision : *revisions) items.push_back(revision_data(revision));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> diff_procedure_revision(Context& context) {
  const auto number = parse_number(context.parameters.get("number"));
  const http::Form query = http::parse_query(context.request.query);
  const auto asked = parse_number(query.get("from"));
  if (!number) return fail(ErrorKind::not_found, "procedure.no_revision");
  if (query.has("from") && !asked) return fail(ErrorKind::malformed, "procedure.no_revision");
  const auto texts = context.tenant.read([&](db::ReadTx& tx) {
    TwoTexts found{asked.value_or(*number - 1), {}, {}};
    const auto procedure = forms::find_procedure(tx, context.parameters.get("slug"));
    if (!procedure) return found;
    found.after = forms::find_revision_text(tx, procedure->id, *number);
    found.before = forms::find_revision_text(tx, procedure->id, found.from);
    return found;
  });
  if (!texts.after || (asked && !texts.before)) return fail(ErrorKind::not_found, "procedure.no_revision");
  return diff_answer(context, texts.from, *number, texts.before.value_or(""), *texts.after);
}

Result<http::Response> diff_procedure_draft(Context& context) {
  const auto parts = find_draft_parts(context);
  if (!parts) return fail(ErrorKind::not_found, "procedure.not_found");
  const auto published = context.tenant.read([&](db::ReadTx& tx) {
    return parts->procedure ? forms::read_definition_text(tx, parts->procedure->id, parts->procedure->revision)
                            : std::string();
  });
  const std::int64_t current = parts->procedure ? parts->procedure->revision : 0;
  return diff_answer(context, current, current + 1, published, parts->copy.text);
}

Result<http::Response> list_older_cases(Context& context) {
  const auto cases =
      dossiers::list_older_cases(context.tenant, context.tools.texts(), context.parameters.get("slug"));
  if (!cases) return fail(cases.error());
  return json_response(200, older_cases_data(*cases));
}

Result<http::Response> move_older_cases(Context& context) {
  const auto cases = dossiers::move_cases(context.tenant, context.tools.texts(), context.actor(),
                                          context.parameters.get("slug"), context.now);
  if (!cases) return fail(cases.error());
  return json_response(200, older_cases_data(*cases));
}

}  // namespace clocher::api::agent
