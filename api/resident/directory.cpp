// The directories as residents read them: kinds, lists with facets, records.
#include "api/frame.hpp"
#include "api/resident/directory_data.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "core/view/markdown.hpp"
#include "tenants/forms/procedure.hpp"

#include <algorithm>
#include <map>

namespace clocher::api::resident {
namespace {

using tenants::DirectoryEntry;
using tenants::DirectoryKindInfo;

constexpr std::string_view portrait_sizes = "5rem";  // as in api/styles/70-directory.css
constexpr std::string_view photo_sizes = "(min-width: 40rem) 18rem, 100vw";
constexpr std::size_t letters_from = 20;  // records: fewer are seen at a glance

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

std::string kind_path(const DirectoryKindInfo& info) { return "/annuaire/" + std::string(info.slug); }

Link directory_link(const Tools& tools) { return {tools.catalogue.text("nav.directory"), "/annuaire"}; }

// "Étoile" stands under E, "3e Âge" under the digits.
std::string letter_of(std::string_view name) {
  const std::string key = slug(name);
  if (key.empty() || key[0] < 'a') return "0-9";
  return std::string(1, static_cast<char>(key[0] - 'a' + 'A'));
}

struct Filter {
  std::string category;
  std::string letter;
  [[nodiscard]] bool lets_pass(const DirectoryEntry& entry) const {
    return (category.empty() || entry.text.category == category) &&
           (letter.empty() || letter_of(entry.text.name) == letter);
  }
};

Filter read_filter(const http::Request& request) {
  const http::Form query = http::parse_query(request.query);
  return {std::string(query.get("categorie")), std::string(query.get("lettre"))};
}

json::Object facet_link(const std::string& label, std::size_t count, const std::string& url, bool is_current) {
  return {{"label", label}, {"count", std::to_string(count)}, {"url", url}, {"current", is_current}};
}

json::Array category_links(const Tools& tools, const DirectoryKindInfo& info,
                           const std::vector<DirectoryEntry>& entries, const Filter& filter) {
  std::map<std::string, std::size_t> counts;
  for (const DirectoryEntry& entry : entries) {
    if (!entry.text.category.empty()) ++counts[entry.text.category];
  }
  json::Array links;
  if (counts.size() < 2) return links;
  links.push_back(
      facet_link(tools.catalogue.text("directory.all"), entries.size(), kind_path(info), filter.category.empty()));
  for (const auto& [category, count] : counts)
    links.push_back(facet_link(category, count, kind_path(info) + "?categorie=" + percent_encode(category),
                               filter.category == category));
  return links;
}

json::Array letter_links(const DirectoryKindInfo& info, const std::vector<DirectoryEntry>& entries,
                         const Filter& filter) {
  json::Array links;
  if (entries.size() < letters_from || info.kind == tenants::DirectoryKind::elus) return links;
  std::map<std::string, std::size_t> counts;
  for (const DirectoryEntry& entry : entries) {
    if (filter.category.empty() || entry.text.category == filter.category) ++counts[letter_of(entry.text.name)];
  }
  const std::string kept = filter.category.empty() ? "" : "&categorie=" + percent_encode(filter.category);
  for (const auto& [letter, count] : counts)
    links.push_back(facet_link(letter, count, kind_path(info) + "?lettre=" + letter + kept, filter.letter == letter));
  return links;
}

void add_facet(json::Array& facets, std::string_view title, std::string_view name, json::Array links) {
  if (!links.empty())
    facets.push_back(json::Object{
        {"facet_title", std::string(title)}, {"facet_id", std::string(name)}, {"links", std::move(links)}});
}

json::Array facts(const DirectoryEntry& entry) {
  json::Array list;
  for (const tenants::DetailField& field : tenants::info_of(entry.kind).details) {
    const auto found = entry.text.details.find(field.key);
    if (found == entry.text.details.end() || field.key == tenants::contact_person_key || field.key == "role") continue;
    json::Array lines;
    for (const std::string_view line : split(found->second, '\n')) {
      if (!line.empty()) lines.push_back(json::Value(std::string(line)));
    }
    list.push_back(json::Object{{"label", std::string(field.title)}, {"lines", std::move(lines)}});
  }
  return list;
}

// What the form of a correction already knows: see "prefill" in docs/reference/procedures.md.
std::string correction_url(const Context& context, const DirectoryEntry& entry) {
  return "/demarches/signaler-une-correction?record_name=" + percent_encode(entry.text.name) +
         "&record_page=" + percent_encode(context.tenant.identity().site_url + path_of(entry));
}

struct FoundEntry {
  tenants::Profile profile;
  DirectoryEntry entry;
  json::Value photo;
  bool can_be_corrected = false;
};

std::optional<FoundEntry> find(Context& context) {
  const auto kind = tenants::parse_directory_kind(context.parameters.get("kind"));
  if (!kind) return std::nullopt;
  return context.tenant.read([&](db::ReadTx& tx) -> std::optional<FoundEntry> {
    auto entry = tenants::find_public_entry(tx, *kind, context.parameters.get("slug"));
    if (!entry) return std::nullopt;
    const auto procedure = forms::find_procedure(tx, "signaler-une-correction");
    json::Value photo = photo_of(tx, *entry, photo_sizes);
    return FoundEntry{tenants::read_profile(tx), std::move(*entry), std::move(photo),
                      procedure && procedure->state == forms::ProcedureState::open};
  });
}

}  // namespace

Result<http::Response> directory_index(Context& context) {
  tenants::Profile profile;
  std::map<tenants::DirectoryKind, std::int64_t> counts;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    for (const DirectoryEntry& entry : tenants::list_public_entries(tx)) ++counts[entry.kind];
  });
  const Tools& tools = context.tools;
  json::Array kinds;
  for (const DirectoryKindInfo& info : tenants::directory_kinds()) {
    const auto count = counts.find(info.kind);
    if (count == counts.end()) continue;
    kinds.push_back(
        json::Object{{"title", std::string(info.title)},
                     {"url", kind_path(info)},
                     {"summary", std::string(info.summary)},
                     {"count", tools.catalogue.text("directory.count", {{"count", std::to_string(count->second)}})}});
  }
  json::Object data =
      frame_data(context, profile,
                 {.title = tools.catalogue.text("title.directory"),
                  .path = "/annuaire",
                  .description = tools.catalogue.text("directory.description", {{"of_name", with_de(profile.name)}})});
  data["has_kinds"] = !kinds.empty();
  data["kinds"] = std::move(kinds);
  return page(tools, 200, "directory_index.html", data);
}

Result<http::Response> directory_list(Context& context) {
  const auto kind = tenants::parse_directory_kind(context.parameters.get("kind"));
  if (!kind) return not_found();
  const DirectoryKindInfo& info = tenants::info_of(*kind);
  tenants::Profile profile;
  std::vector<DirectoryEntry> entries;
  const Filter filter = read_filter(context.request);
  json::Array items;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    entries = tenants::list_public_entries(tx, *kind);
    for (const DirectoryEntry& entry : entries) {
      if (filter.lets_pass(entry)) items.push_back(directory_item(entry, portrait_of(tx, entry, portrait_sizes)));
    }
  });
  json::Array facets;
  add_facet(facets, info.category_title, "categorie", category_links(context.tools, info, entries, filter));
  add_facet(facets, context.tools.catalogue.text("directory.letter"), "lettre", letter_links(info, entries, filter));
  json::Object data = frame_data(context, profile,
                                 {.title = std::string(info.title),
                                  .path = kind_path(info),
                                  .breadcrumb = {directory_link(context.tools)},
                                  .description = std::string(info.summary),
                                  .noindex = !context.request.query.empty()});
  data["summary"] = std::string(info.summary);
  data["count"] = context.tools.catalogue.text("directory.count", {{"count", std::to_string(items.size())}});
  data["has_facets"] = !facets.empty();
  data["facets"] = std::move(facets);
  data["is_filtered"] = !filter.category.empty() || !filter.letter.empty();
  data["has_entries"] = !items.empty();
  data["entries"] = std::move(items);
  data["all_url"] = kind_path(info);
  data["csv_url"] = kind_path(info) + ".csv";
  return page(context.tools, 200, "directory_list.html", data);
}

Result<http::Response> directory_entry(Context& context) {
  const auto found = find(context);
  if (!found) return not_found();
  const DirectoryEntry& entry = found->entry;
  const DirectoryKindInfo& info = tenants::info_of(entry.kind);
  const json::Object item = directory_item(entry, false);
  json::Object data = frame_data(
      context.tools, found->profile,
      {.title = entry.text.name,
       .path = path_of(entry),
       .breadcrumb = {directory_link(context.tools), {std::string(info.title), kind_path(info)}},
       .description = item.at("what").is_string() ? std::string(item.at("what").as_string()) : std::string(),
       .asks_opinion = true});
  data["photo"] = found->photo;
  data["what"] = item.at("what");
  data["description_html"] = or_false(view::render_markdown(entry.text.description));
  json::Array list = facts(entry);
  data["has_facts"] = !list.empty();
  data["facts"] = std::move(list);
  data["contact"] = directory_contact(entry, context.now);
  data["vcard_url"] = path_of(entry) + "/contact.vcf";
  data["correction_url"] = found->can_be_corrected ? json::Value(correction_url(context, entry)) : json::Value(false);
  data["confirmed"] = date_data(to_local(entry.confirmed_at).date);
  return page(context.tools, 200, "directory_entry.html", data);
}

}  // namespace clocher::api::resident
