// /fiches: the sheets of Service-Public on the commune's site.
#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/sheets/html.hpp"
#include "api/resident/sheets/local_contact.hpp"
#include "api/respond.hpp"
#include "core/base/date.hpp"
#include "core/base/text.hpp"

namespace clocher::api::resident {
namespace {

using sheets::Audience;

constexpr std::size_t description_characters = 160;

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

std::string audience_word(const Tools& tools, Audience audience) {
  return tools.catalogue.text("sheet.audience." + std::string(sheets::to_string(audience)));
}

std::string themes_path(Audience audience) {
  return audience == Audience::particuliers ? "/fiches" : "/fiches/" + std::string(sheets::to_string(audience));
}

std::string shortened(const std::string& text) {
  if (length_in_characters(text) <= description_characters) return text;
  const std::size_t space = text.rfind(' ', description_characters - 1);
  return text.substr(0, space == std::string::npos ? 0 : space) + "…";
}

std::vector<Link> breadcrumb_of(const Tools& tools, const sheets::Sheet& sheet) {
  const auto index = tools.sheets.index();
  std::vector<Link> links{{tools.catalogue.text("nav.procedures"), "/demarches"},
                          {audience_word(tools, sheet.audience), themes_path(sheet.audience)}};
  for (const sheets::Reference& above : sheet.trail) {
    if (index->find(sheet.audience, above.id) != nullptr)
      links.push_back({above.title, sheets::path_of(sheet.audience, above.id)});
  }
  return links;
}

json::Value verified_data(const sheets::Sheet& sheet) {
  const auto day = parse_iso_date(sheet.modified_on);
  return day ? json::Value(date_data(*day)) : json::Value(false);
}

// 410: it was here, and the State has withdrawn it.
http::Response gone_page(const Context& context, const sheets::Sheet& sheet) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Object data =
      frame_data(context, profile,
                 {.title = sheet.title,
                  .path = sheets::path_of(sheet.audience, sheet.id),
                  .breadcrumb = {{context.tools.catalogue.text("nav.procedures"), "/demarches"},
                                 {audience_word(context.tools, sheet.audience), themes_path(sheet.audience)}},
                  .noindex = true});
  data["gone"] = date_data(to_local(*sheet.gone_at).date);
  return page(context.tools, 410, "sheet_gone.html", data);
}

http::Response sheet_page_of(const Context& context, const sheets::StoredSheet& stored) {
  const Tools& tools = context.tools;
  const sheets::Sheet& sheet = stored.sheet;
  const auto index = tools.sheets.index();
  SheetSurroundings around{*index, tools.catalogue, tools.sheets.words_of(variables_in(stored.root)), {}};
  tenants::Profile profile;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    for (const std::string& pivot : pivots_in(stored.root)) {
      std::string html = local_contact_html(tx, profile, pivot, tools.catalogue);
      if (!html.empty()) around.contacts_html[pivot] = std::move(html);
    }
  });
  json::Object data = frame_data(context, profile,
                                 {.title = sheet.title,
                                  .path = sheets::path_of(sheet.audience, sheet.id),
                                  .breadcrumb = breadcrumb_of(tools, sheet),
                                  .description = shortened(sheet.description),
                                  .canonical_url = sheet.sp_url});
  data["kind"] = or_false(sheet.kind);
  data["body_html"] = or_false(sheet_html(sheet, stored.root, around));
  data["verified"] = verified_data(sheet);
  data["official_url"] = sheet.sp_url;
  data["is_demonstration"] = sheet.origin == sheets::Origin::demonstration;
  return page(tools, 200, "sheet.html", data);
}

Result<http::Response> show_sheet(Context& context, Audience audience, std::string_view id) {
  if (!sheets::is_sheet_id(id)) return not_found();
  const auto stored = context.tools.sheets.find(audience, id);
  if (!stored) return not_found();
  if (stored->sheet.gone_at) return gone_page(context, stored->sheet);
  return sheet_page_of(context, *stored);
}

Result<http::Response> show_themes(Context& context, Audience audience) {
  const Tools& tools = context.tools;
  const auto index = tools.sheets.index();
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Array themes;
  for (const sheets::Reference& theme : index->themes(audience))
    themes.push_back(json::Object{{"title", theme.title}, {"url", sheets::path_of(audience, theme.id)}});
  json::Array others;
  for (const Audience other : sheets::audiences) {
    if (other != audience && !index->themes(other).empty())
      others.push_back(json::Object{{"title", audience_word(tools, other)}, {"url", themes_path(other)}});
  }
  json::Object data = frame_data(context, profile,
                                 {.title = tools.catalogue.text("title.sheets"),
                                  .path = themes_path(audience),
                                  .breadcrumb = {{tools.catalogue.text("nav.procedures"), "/demarches"}}});
  data["audience"] = audience_word(tools, audience);
  data["has_themes"] = !themes.empty();
  data["themes"] = std::move(themes);
  data["has_others"] = !others.empty();
  data["others"] = std::move(others);
  return page(tools, 200, "sheet_themes.html", data);
}

}  // namespace

Result<http::Response> sheet_themes(Context& context) { return show_themes(context, Audience::particuliers); }

// An audience's themes, or a sheet: for particuliers at its short address, elsewhere at its full one.
Result<http::Response> sheet_or_themes(Context& context) {
  const std::string id(context.parameters.get("id"));
  for (const Audience audience : {Audience::professionnels, Audience::associations}) {
    if (id == sheets::to_string(audience)) return show_themes(context, audience);
  }
  if (!sheets::is_sheet_id(id)) return not_found();
  const auto index = context.tools.sheets.index();
  if (index->find(Audience::particuliers, id) == nullptr) {
    for (const Audience audience : {Audience::professionnels, Audience::associations}) {
      if (index->find(audience, id) != nullptr) return http::see_other(sheets::path_of(audience, id));
    }
  }
  return show_sheet(context, Audience::particuliers, id);
}

Result<http::Response> sheet_of_audience(Context& context) {
  const std::string name(context.parameters.get("audience"));
  const auto audience = sheets::parse_audience(name);
  if (!audience || name != sheets::to_string(*audience) || *audience == Audience::particuliers) return not_found();
  return show_sheet(context, *audience, context.parameters.get("id"));
}

}  // namespace clocher::api::resident
