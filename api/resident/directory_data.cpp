// Builds the data of directory records.
#include "api/resident/directory_data.hpp"

#include "api/frame.hpp"
#include "core/base/phone.hpp"
#include "core/base/text.hpp"
#include "tenants/site/media_picture.hpp"

#include <array>
#include <cstdio>

namespace clocher::api::resident {
namespace {

using tenants::DirectoryEntry;
using tenants::DirectoryText;

json::Array phones(const DirectoryText& text) {
  json::Array list;
  for (const std::string& phone : {text.phone, text.phone_2}) {
    if (!phone.empty()) list.push_back(json::Object{{"text", phone}, {"href", phone_link(normalize_phone(phone))}});
  }
  return list;
}

json::Value website(const DirectoryText& text) {
  if (text.website.empty()) return false;
  std::string_view label = text.website;
  label.remove_prefix(label.find("://") + 3);
  while (label.ends_with('/')) label.remove_suffix(1);
  return json::Object{{"href", text.website}, {"text", std::string(label)}};
}

// The position when it is known, else a search for the address: a link, no map of others in our page.
json::Value map_url(const DirectoryText& text) {
  if (text.point) {
    std::array<char, 160> url{};
    std::snprintf(url.data(), url.size(), "https://www.openstreetmap.org/?mlat=%.6f&mlon=%.6f#map=17/%.6f/%.6f",
                  text.point->latitude, text.point->longitude, text.point->latitude, text.point->longitude);
    return json::Value(url.data());
  }
  if (text.address.empty()) return false;
  std::string query = text.address;
  for (const std::string* part : {&text.postcode, &text.city}) query += part->empty() ? "" : " " + *part;
  return json::Value("https://www.openstreetmap.org/search?query=" + percent_encode(query));
}

// The sentences of opening hours speak of the town hall, "ouverte": a record may be anything.
json::Value open_now(const DirectoryEntry& entry, Instant now) {
  if (!entry.text.hours) return false;
  tenants::OpenState state = tenants::open_state(*entry.text.hours, to_local(now));
  for (const auto& [feminine, neutral] : {std::pair{"Ouverte", "Ouvert"}, std::pair{"Fermée", "Fermé"}}) {
    if (!entry.is_town_hall && state.text.starts_with(feminine))
      state.text.replace(0, std::string_view(feminine).size(), neutral);
  }
  return json::Object{{"is_open", state.is_open}, {"text", state.text}};
}

std::string detail(const DirectoryText& text, std::string_view key) {
  const auto found = text.details.find(key);
  return found == text.details.end() ? "" : found->second;
}

}  // namespace

std::vector<std::string> address_lines(const DirectoryText& text) {
  std::vector<std::string> lines;
  if (!text.address.empty()) lines.push_back(text.address);
  const std::string town(trim(text.postcode + " " + text.city));
  if (!town.empty()) lines.push_back(town);
  return lines;
}

json::Object directory_item(const DirectoryEntry& entry, json::Value portrait) {
  const DirectoryText& text = entry.text;
  const std::string role = detail(text, "role");
  return {{"title", text.name},
          {"url", path_of(entry)},
          {"what", or_false(role.empty() ? text.category : role)},
          {"more", or_false(entry.kind == tenants::DirectoryKind::elus ? detail(text, "delegation") : text.address)},
          {"phones", phones(text)},
          {"portrait", std::move(portrait)}};
}

json::Value portrait_of(db::ReadTx& tx, const DirectoryEntry& entry, std::string_view sizes) {
  return tenants::picture_or_false(
      tx, entry.text.image_id, {.shape = tenants::MediaShape::square, .alt = std::string(), .sizes = std::string(sizes)});
}

json::Value photo_of(db::ReadTx& tx, const DirectoryEntry& entry, std::string_view sizes) {
  return tenants::picture_or_false(tx, entry.text.image_id,
                                   {.alt = entry.text.image_alt,
                                    .sizes = std::string(sizes),
                                    .loading = tenants::PictureUse::Loading::eager});
}

json::Object directory_contact(const DirectoryEntry& entry, Instant now) {
  const DirectoryText& text = entry.text;
  json::Array lines;
  for (const std::string& line : address_lines(text)) lines.push_back(json::Value(line));
  json::Array hours = text.hours ? hours_data(*text.hours) : json::Array();
  const std::string person = detail(text, tenants::contact_person_key);
  const bool has_way = !text.phone.empty() || !text.phone_2.empty() || !text.email.empty() || !text.website.empty();
  return {{"has_contact", has_way || !lines.empty() || !person.empty()},
          {"person", or_false(person)},
          {"has_address", !lines.empty()},
          {"address_lines", std::move(lines)},
          {"map_url", map_url(text)},
          {"phones", phones(text)},
          {"email", or_false(text.email)},
          {"website", website(text)},
          {"open_now", open_now(entry, now)},
          {"has_hours", !hours.empty()},
          {"hours", std::move(hours)}};
}

}  // namespace clocher::api::resident
