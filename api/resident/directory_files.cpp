// Directories as files: a contact for one's telephone, a table for whoever reuses the data.
#include "api/resident/directory_data.hpp"
#include "api/resident/handlers.hpp"
#include "core/base/phone.hpp"
#include "core/base/text.hpp"
#include "core/vcard/vcard.hpp"
#include "tenants/site/directory_table.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::api::resident {
namespace {

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

VCard card_of(const Context& context, const tenants::DirectoryEntry& entry, const tenants::Profile& profile) {
  const tenants::DirectoryText& text = entry.text;
  const bool is_person = entry.kind == tenants::DirectoryKind::elus;
  VCard card;
  card.name = text.name;
  card.organisation = is_person ? "Commune " + with_de(profile.name) : text.name;
  if (const auto role = text.details.find("role"); role != text.details.end()) card.title = role->second;
  card.street = text.address;
  card.postcode = text.postcode;
  card.city = text.city;
  for (const std::string& phone : {text.phone, text.phone_2}) {
    if (!phone.empty())
      card.phones.push_back(phone_link(normalize_phone(phone)).substr(std::string_view("tel:").size()));
  }
  card.email = text.email;
  card.url = text.website.empty() ? context.tenant.identity().site_url + path_of(entry) : text.website;
  if (const auto person = text.details.find(tenants::contact_person_key); person != text.details.end())
    card.note = person->second;
  if (text.point) card.position = {text.point->latitude, text.point->longitude};
  return card;
}

http::Response download(std::string_view type, std::string_view name, std::string body) {
  http::Response response;
  response.headers.set("Content-Type", std::string(type));
  response.headers.set("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
  response.headers.set("Cache-Control", "no-cache");
  response.body = std::move(body);
  return response;
}

}  // namespace

Result<http::Response> directory_vcard(Context& context) {
  const auto kind = tenants::parse_directory_kind(context.parameters.get("kind"));
  if (!kind) return not_found();
  tenants::Profile profile;
  const auto entry = context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    return tenants::find_public_entry(tx, *kind, context.parameters.get("slug"));
  });
  if (!entry) return not_found();
  return download("text/vcard; charset=utf-8", entry->slug + ".vcf", to_text(card_of(context, *entry, profile)));
}

Result<http::Response> directory_csv(Context& context) {
  std::string_view name = std::string_view(context.request.path).substr(std::string_view("/annuaire/").size());
  const auto kind = tenants::parse_directory_kind(name.substr(0, name.size() - std::string_view(".csv").size()));
  if (!kind) return not_found();
  const auto entries = context.tenant.read([&](db::ReadTx& tx) { return tenants::list_public_entries(tx, *kind); });
  return download("text/csv; charset=utf-8", name, tenants::write_open_data(*kind, entries));
}

}  // namespace clocher::api::resident
