// Draws the commune's own desks.
#include "api/resident/sheets/local_contact.hpp"

#include "core/base/phone.hpp"
#include "core/base/text.hpp"
#include "tenants/site/directory.hpp"

namespace clocher::api::resident {
namespace {

struct Desk {
  std::string name, path, address, place, phone, email;
};

std::string joined(const std::string& postcode, const std::string& city) {
  return postcode + (postcode.empty() || city.empty() ? "" : " ") + city;
}

Desk desk_of(const tenants::DirectoryEntry& entry) {
  const tenants::DirectoryText& text = entry.text;
  return {text.name, path_of(entry), text.address, joined(text.postcode, text.city), text.phone, text.email};
}

Desk town_hall(const tenants::Profile& profile) {
  return {"Mairie " + with_de(profile.name),
          "",
          profile.address,
          profile.address.empty() ? "" : joined(profile.postcode, profile.city),
          profile.phone,
          profile.email};
}

std::string line(const std::string& html) {
  return html.empty() ? "" : "<span class=\"contact-line\">" + html + "</span>\n";
}

std::string html_of(const Desk& desk, const view::Catalogue& words) {
  const std::string name = "<strong>" + escape_html(desk.name) + "</strong>";
  std::string html = "<address class=\"contact\">\n";
  html += line(desk.path.empty() ? name : "<a href=\"" + escape_html(desk.path) + "\">" + name + "</a>");
  html += line(escape_html(desk.address)) + line(escape_html(desk.place));
  if (!desk.phone.empty())
    html += line(escape_html(words.text("sheet.phone")) + "<a href=\"" +
                 escape_html(phone_link(normalize_phone(desk.phone))) + "\">" + escape_html(desk.phone) + "</a>");
  if (!desk.email.empty())
    html += line("<a href=\"mailto:" + escape_html(desk.email) + "\">" + escape_html(desk.email) + "</a>");
  return html + "</address>\n";
}

}  // namespace

std::string local_contact_html(db::ReadTx& tx, const tenants::Profile& profile, std::string_view pivot,
                               const view::Catalogue& words) {
  std::string html;
  for (const tenants::DirectoryEntry& entry : tenants::list_public_entries_for_pivot(tx, pivot))
    html += html_of(desk_of(entry), words);
  if (html.empty() && pivot == "mairie") html = html_of(town_hall(profile), words);
  return html;
}

}  // namespace clocher::api::resident
