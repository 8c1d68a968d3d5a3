// The menu and the sections of the site, and where pages stand.
#include "api/agent/content_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "tenants/site/menu.hpp"
#include "tenants/site/page_place.hpp"
#include "tenants/site/section.hpp"

namespace clocher::api::agent {
namespace {

using tenants::MenuEntry;
using tenants::Section;

json::Object menu_json(const Context& context, const tenants::Menu& menu) {
  json::Array entries;
  for (const MenuEntry& entry : menu.entries) {
    const std::string label = entry.label.empty() ? context.tools.catalogue.text(entry.label_key) : entry.label;
    entries.push_back(json::Object{{"label", label}, {"target", entry.target}});
  }
  return {{"is_usual", menu.origin == tenants::MenuOrigin::usual}, {"entries", std::move(entries)}};
}

// What is no entry at all becomes an empty one, which the verb refuses at its place.
std::vector<MenuEntry> read_entries(JsonBody& body) {
  std::vector<MenuEntry> entries;
  for (const json::Value& sent : body.array("entries")) {
    const json::Object object = sent.is_object() ? sent.get_object() : json::Object();
    entries.push_back({json::string_or(object, "label"), json::string_or(object, "target"), {}});
  }
  return entries;
}

json::Object section_json(const Section& section) {
  return {{"id", section.id.value},
          {"slug", section.slug},
          {"title", section.title},
          {"introduction_markdown", section.introduction_markdown},
          {"pages", section.pages},
          {"is_kept", tenants::is_kept(section)}};
}

Result<http::Response> answer(int status, const Result<Section>& section) {
  if (!section) return fail(section.error());
  return json_response(status, section_json(*section));
}

Result<Id<Section>> section_id(const Context& context) {
  const auto id = parse_id<Section>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "section.not_found");
  return *id;
}

Result<tenants::SectionInput> read_input(const http::Request& request) {
  auto body = JsonBody::read(request, {"title", "introduction_markdown"});
  if (!body) return fail(body.error());
  tenants::SectionInput input{body->text("title"), body->text_or_empty("introduction_markdown")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return input;
}

}  // namespace

Result<http::Response> read_menu(Context& context) {
  return json_response(
      200, menu_json(context, context.tenant.read([](db::ReadTx& tx) { return tenants::read_menu(tx); })));
}

Result<http::Response> save_menu(Context& context) {
  auto body = JsonBody::read(context.request, {"entries"});
  if (!body) return fail(body.error());
  const auto entries = read_entries(*body);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto menu = tenants::save_menu(context.tenant, context.actor(), entries, context.now);
  if (!menu) return fail(menu.error());
  return json_response(200, menu_json(context, *menu));
}

Result<http::Response> reset_menu(Context& context) {
  return json_response(200, menu_json(context, tenants::reset_menu(context.tenant, context.actor(), context.now)));
}

Result<http::Response> list_sections(Context& context) {
  json::Array items;
  for (const Section& section : context.tenant.read([](db::ReadTx& tx) { return tenants::list_sections(tx); }))
    items.push_back(section_json(section));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> create_section(Context& context) {
  const auto input = read_input(context.request);
  if (!input) return fail(input.error());
  return answer(201,
                tenants::create_section(context.tenant, context.actor(), *input, reserved_segments(), context.now));
}

Result<http::Response> save_section(Context& context) {
  const auto id = section_id(context);
  if (!id) return fail(id.error());
  const auto input = read_input(context.request);
  if (!input) return fail(input.error());
  return answer(200, tenants::save_section(context.tenant, context.actor(), *id, *input, context.now));
}

Result<http::Response> delete_section(Context& context) {
  const auto id = section_id(context);
  if (!id) return fail(id.error());
  const auto removed = tenants::remove_section(context.tenant, context.actor(), *id, context.now);
  if (!removed) return fail(removed.error());
  return http::no_content();
}

Result<http::Response> order_sections(Context& context) {
  auto body = JsonBody::read(context.request, {"ids"});
  if (!body) return fail(body.error());
  std::vector<Id<Section>> ids;
  for (const json::Value& id : body->array("ids")) ids.push_back({id.is_int64() ? id.get_int64() : 0});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto ordered = tenants::order_sections(context.tenant, context.actor(), ids, context.now);
  if (!ordered) return fail(ordered.error());
  return http::no_content();
}

Result<http::Response> place_page(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"section", "place"});
  if (!body) return fail(body.error());
  const std::string section = body->text("section");
  const std::int64_t place = body->integer("place");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return content_answer(context, 200,
                        tenants::place_page(context.tenant, context.actor(), *id, section, place, context.now));
}

}  // namespace clocher::api::agent
