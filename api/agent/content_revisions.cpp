// Older revisions: read, compared, brought back.
#include "api/agent/content_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/agent/content_words.hpp"
#include "api/respond.hpp"
#include "tenants/site/text_diff.hpp"

#include <array>

namespace clocher::api::agent {
namespace {

using tenants::WholeRevision;

struct TwoRevisions {
  std::optional<WholeRevision> from, to;
};

json::Array parts_of(std::string_view from, std::string_view to) {
  static constexpr std::array<const char*, 3> names = {"same", "added", "removed"};
  json::Array parts;
  for (tenants::DiffPart& part : tenants::diff_texts(from, to)) {
    parts.push_back(
        json::Object{{"kind", names[static_cast<std::size_t>(part.kind)]}, {"text", std::move(part.text)}});
  }
  return parts;
}

json::Array differing_fields(const Tools& tools, const tenants::ContentText& from, const tenants::ContentText& to) {
  json::Array fields;
  const auto compare = [&](std::string_view field, const std::string& before, const std::string& after) {
    if (before == after) return;
    fields.push_back(json::Object{{"field", std::string(field)},
                                  {"label", tools.catalogue.text("content.part." + std::string(field))},
                                  {"parts", parts_of(before, after)}});
  };
  compare("title", from.title, to.title);
  compare("summary", from.summary, to.summary);
  compare("details", details_in_words(tools, from.details), details_in_words(tools, to.details));
  compare("body_markdown", from.body_markdown, to.body_markdown);
  compare("blocks", blocks_in_words(from.blocks), blocks_in_words(to.blocks));
  return fields;
}

Result<std::optional<std::int64_t>> older_number(const Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  if (!query.has("from")) return std::nullopt;
  const auto number = parse_id<tenants::Revision>(query.get("from"));
  if (!number) return fail(ErrorKind::malformed, "content.revision");
  return number->value;
}

}  // namespace

Result<http::Response> read_revision(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  const auto number = revision_number(context);
  if (!number) return fail(number.error());
  const auto found = context.tenant.read([&](db::ReadTx& tx) -> std::optional<WholeRevision> {
    if (!tenants::find_content(tx, *id)) return std::nullopt;
    return tenants::find_revision(tx, *id, *number);
  });
  if (!found) return fail(ErrorKind::not_found, "content.revision");
  return json_response(200, {{"number", found->revision.number},
                             {"at", found->revision.at.seconds},
                             {"author", found->revision.author},
                             {"title", found->text.title},
                             {"summary", found->text.summary},
                             {"body_markdown", found->text.body_markdown},
                             {"blocks", found->text.blocks},
                             {"details", found->text.details}});
}

Result<http::Response> diff_revision(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  const auto number = revision_number(context);
  if (!number) return fail(number.error());
  const auto older = older_number(context);
  if (!older) return fail(older.error());
  const auto two = context.tenant.read([&](db::ReadTx& tx) {
    TwoRevisions found;
    if (!tenants::find_content(tx, *id)) return found;
    found.to = tenants::find_revision(tx, *id, *number);
    found.from = *older ? tenants::find_revision(tx, *id, **older) : tenants::revision_before(tx, *id, *number);
    return found;
  });
  if (!two.to || (*older && !two.from)) return fail(ErrorKind::not_found, "content.revision");
  const tenants::ContentText nothing;
  return json_response(200, {{"from", two.from ? two.from->revision.number : 0},
                             {"to", two.to->revision.number},
                             {"fields", differing_fields(context.tools, two.from ? two.from->text : nothing,
                                                         two.to->text)}});
}

Result<http::Response> restore_revision(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  const auto number = revision_number(context);
  if (!number) return fail(number.error());
  auto body = JsonBody::read(context.request, {"base_revision"});
  if (!body) return fail(body.error());
  const std::int64_t base = body->integer("base_revision");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer_or_conflict(
      context, *id, tenants::restore_revision(context.tenant, context.actor(), *id, *number, base, context.now));
}

}  // namespace clocher::api::agent
