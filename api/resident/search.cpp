// The page of search results.
#include "tenants/search/site_search.hpp"

#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/search_data.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/search/ranking.hpp"

#include <algorithm>
#include <charconv>

namespace clocher::api::resident {
namespace {

constexpr std::size_t longest_query_characters = 200;

std::string address(const tenants::Ask& ask, std::string_view kind, std::size_t page, bool is_literal) {
  std::string url = "/recherche?q=" + percent_encode(ask.text);
  if (!kind.empty()) url += "&type=" + percent_encode(kind);
  if (page > 1) url += "&page=" + std::to_string(page);
  return is_literal ? url + "&tel_quel=1" : url;
}

tenants::Ask read_ask(const http::Request& request) {
  const http::Form query = http::parse_query(request.query);
  tenants::Ask ask{.text = one_line(trim(query.get("q"))), .kind = std::string(query.get("type"))};
  const std::string_view page = query.get("page");
  std::from_chars(page.data(), page.data() + page.size(), ask.page);
  ask.page = std::clamp<std::size_t>(ask.page, 1, 500);
  if (query.has("tel_quel")) ask.spelling = tenants::Ask::Spelling::literal;
  return ask;
}

json::Array facets(const Tools& tools, const tenants::Ask& ask, const tenants::SearchResults& results) {
  json::Array links;
  if (results.kinds.size() < 2 && ask.kind.empty()) return links;
  std::size_t all = 0;
  for (const auto& [kind, count] : results.kinds) all += count;
  const bool is_literal = ask.spelling == tenants::Ask::Spelling::literal;
  const auto add = [&](const std::string& kind, std::size_t count) {
    links.push_back(json::Object{{"label", tools.catalogue.text("search.kind." + (kind.empty() ? "all" : kind))},
                                 {"count", std::to_string(count)},
                                 {"url", address(ask, kind, 1, is_literal)},
                                 {"current", ask.kind == kind}});
  };
  add("", all);
  for (const auto& [kind, count] : results.kinds) add(kind, count);
  return links;
}

json::Value pages(const Tools& tools, const tenants::Ask& ask, std::size_t total) {
  const std::size_t count = (total + tenants::SearchResults::page_size - 1) / tenants::SearchResults::page_size;
  if (count < 2) return false;
  const bool is_literal = ask.spelling == tenants::Ask::Spelling::literal;
  const auto link = [&](bool exists, std::size_t page) {
    return exists ? json::Value(address(ask, ask.kind, page, is_literal)) : json::Value(false);
  };
  return json::Object{{"newer_url", link(ask.page > 1, ask.page - 1)},
                      {"older_url", link(ask.page < count, ask.page + 1)},
                      {"position", tools.catalogue.text("common.page_position", {{"page", std::to_string(ask.page)},
                                                                                 {"count", std::to_string(count)}})}};
}

}  // namespace

json::Object found_data(const Tools& tools, const tenants::Found& found) {
  const tenants::SearchKind* kind = tenants::find_search_kind(found.kind);
  const bool is_dated = kind != nullptr && kind->half_life_days > 0 && found.updated_at.seconds > 0;
  json::Array passage;
  for (const search::Segment& segment : found.passage)
    passage.push_back(json::Object{{"words", segment.text}, {"marked", segment.is_marked}});
  return {{"title", found.title},
          {"url", found.address},
          {"kind", tools.catalogue.text("search.kind." + found.kind)},
          {"category", or_false(found.category)},
          {"date", is_dated ? json::Value(date_data(to_local(found.updated_at).date)) : json::Value(false)},
          {"has_passage", !passage.empty()},
          {"passage", std::move(passage)}};
}

Result<http::Response> search_page(Context& context) {
  const Tools& tools = context.tools;
  const tenants::Ask ask = read_ask(context.request);
  if (!ask.text.empty()) {
    const auto allowed = tools.searches.begin({"search", context.tenant.insee(), "", context.request.remote_address});
    if (!allowed) return fail(allowed.error());
  }
  const bool is_too_long = length_in_characters(ask.text) > longest_query_characters;
  const tenants::SearchResults results = ask.text.empty() || is_too_long
                                             ? tenants::SearchResults()
                                             : tools.search.search(context.tenant, ask, context.now);
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  const bool was_asked = !ask.text.empty();
  const std::string title = was_asked && !is_too_long ? tools.catalogue.text("title.search_for", {{"words", ask.text}})
                                                      : tools.catalogue.text("title.search");
  json::Object data = frame_data(context, profile, {.title = title, .path = "/recherche", .noindex = was_asked});
  json::Array items;
  for (const tenants::Found& found : results.items) items.push_back(found_data(tools, found));
  json::Array links = facets(tools, ask, results);
  data["query"] = ask.text;
  data["was_asked"] = was_asked;
  data["is_too_long"] = is_too_long;
  data["lacks_words"] = was_asked && !is_too_long && !results.has_words;
  data["is_partial"] = results.is_partial;
  data["count"] = tools.catalogue.text("search.count", {{"count", std::to_string(results.total)}});
  data["corrected"] =
      results.corrected.empty()
          ? json::Value(false)
          : json::Value(json::Object{{"instead", results.corrected}, {"literal_url", address(ask, ask.kind, 1, true)}});
  data["has_facets"] = !links.empty();
  data["facets"] = std::move(links);
  data["has_results"] = !items.empty();
  data["results"] = std::move(items);
  data["pagination"] = pages(tools, ask, results.total);
  return page(tools, 200, "search.html", data);
}

}  // namespace clocher::api::resident
