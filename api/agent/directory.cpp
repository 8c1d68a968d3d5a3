// Directory records, from the town hall's side.
#include "api/agent/directory_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::api::agent {
namespace {

using tenants::DirectoryEntry;

Result<Id<DirectoryEntry>> entry_id(const Context& context) {
  const auto id = parse_id<DirectoryEntry>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "directory.not_found");
  return *id;
}

Result<http::Response> answer(const Context& context, int status, const Result<DirectoryEntry>& entry) {
  if (!entry) return fail(entry.error());
  return json_response(status, entry_json(context, *entry));
}

Result<DirectoryEntry> find(Context& context, Id<DirectoryEntry> id) {
  auto entry = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_entry(tx, id); });
  if (!entry) return fail(ErrorKind::not_found, "directory.not_found");
  return std::move(*entry);
}

bool holds(const DirectoryEntry& entry, std::string_view words) {
  const std::string text = fold(entry.text.name + " " + entry.text.category + " " + entry.text.city + " " +
                                entry.text.phone + " " + entry.text.email);
  return std::ranges::all_of(split(words, ' '),
                             [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// 409 carries what the server holds: the form shows it and loses nothing.
http::Response edit_conflict(const Context& context, const Error& error, const DirectoryEntry& current) {
  http::Response response = json_error(context.tools, error);
  json::Object body = json::parse_trusted(response.body).as_object();
  body["current"] = entry_json(context, current);
  return json_response(response.status, body);
}

}  // namespace

Result<http::Response> list_directory(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  std::optional<tenants::DirectoryKind> kind;
  if (!query.get("kind").empty()) {
    kind = tenants::parse_directory_kind(query.get("kind"));
    if (!kind) return fail(ErrorKind::malformed, "directory.kind");
  }
  const auto shelf = query.get("shelf") == "bin" ? tenants::DirectoryShelf::bin : tenants::DirectoryShelf::live;
  const std::string words = fold(query.get("q"));
  json::Array items;
  for (const DirectoryEntry& entry :
       context.tenant.read([&](db::ReadTx& tx) { return tenants::list_entries(tx, kind, shelf); })) {
    if (holds(entry, words)) items.push_back(entry_json(context, entry));
  }
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> list_directory_kinds(Context&) {
  json::Array items;
  for (const tenants::DirectoryKindInfo& info : tenants::directory_kinds()) items.push_back(kind_json(info));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> create_directory_entry(Context& context) {
  auto body = JsonBody::read(context.request, entry_properties({"kind"}));
  if (!body) return fail(body.error());
  const auto kind = read_kind(*body);
  const tenants::DirectoryText text = read_text(*body);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 201, tenants::create_entry(context.tenant, context.actor(), kind, text, context.now));
}

Result<http::Response> read_directory_entry(Context& context) {
  const auto id = entry_id(context);
  if (!id) return fail(id.error());
  return answer(context, 200, find(context, *id));
}

Result<http::Response> save_directory_entry(Context& context) {
  const auto id = entry_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, entry_properties({"base_version"}));
  if (!body) return fail(body.error());
  const tenants::DirectoryText text = read_text(*body);
  const std::int64_t base = body->integer("base_version");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = tenants::save_entry(context.tenant, context.actor(), *id, text, base, context.now);
  if (!saved && saved.error().kind == ErrorKind::conflict) {
    const auto current = find(context, *id);
    if (current) return edit_conflict(context, saved.error(), *current);
  }
  return answer(context, 200, saved);
}

Result<http::Response> confirm_directory_entry(Context& context) {
  const auto id = entry_id(context);
  if (!id) return fail(id.error());
  return answer(context, 200, tenants::confirm_entry(context.tenant, context.actor(), *id, context.now));
}

Result<http::Response> delete_directory_entry(Context& context) {
  const auto id = entry_id(context);
  if (!id) return fail(id.error());
  const auto binned = tenants::bin_entry(context.tenant, context.actor(), *id, context.now);
  if (!binned) return fail(binned.error());
  return http::no_content();
}

Result<http::Response> restore_directory_entry(Context& context) {
  const auto id = entry_id(context);
  if (!id) return fail(id.error());
  return answer(context, 200, tenants::restore_entry(context.tenant, context.actor(), *id, context.now));
}

Result<http::Response> order_directory(Context& context) {
  auto body = JsonBody::read(context.request, {"kind", "ids"});
  if (!body) return fail(body.error());
  const auto kind = read_kind(*body);
  std::vector<Id<DirectoryEntry>> ids;
  for (const json::Value& id : body->array("ids")) ids.push_back({id.is_int64() ? id.get_int64() : 0});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto ordered = tenants::order_entries(context.tenant, context.actor(), kind, ids, context.now);
  if (!ordered) return fail(ordered.error());
  return http::no_content();
}

}  // namespace clocher::api::agent
