// Events as calendar files: one for one's own calendar, all of them to subscribe to.
#include "api/resident/handlers.hpp"
#include "core/base/text.hpp"
#include "tenants/site/agenda.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/profile.hpp"
#include "tenants/site/section.hpp"

namespace clocher::api::resident {
namespace {

using tenants::AgendaEvent;

constexpr std::string_view product = "-//Clocher//Agenda//FR";

// "Salle des fêtes, 2 rue de la Gare, 72230 Mulsanne"
std::string place_of(db::ReadTx& tx, const tenants::EventDetails& event) {
  std::vector<std::string> parts{event.place, event.address};
  const auto entry = event.place_id ? tenants::find_public_entry(tx, Id<tenants::DirectoryEntry>{*event.place_id})
                                    : std::nullopt;
  if (entry) {
    const tenants::DirectoryText& text = entry->text;
    parts = {event.place.empty() ? text.name : event.place, text.address,
             std::string(trim(text.postcode + " " + text.city))};
  }
  std::string place;
  for (const std::string& part : parts) {
    if (!part.empty()) place += (place.empty() ? "" : ", ") + part;
  }
  return place;
}

// The identifier outlives a change of title, of address and of the site's name: calendars then know the event again.
calendar::Entry entry_of(const Context& context, db::ReadTx& tx, const AgendaEvent& event) {
  const tenants::Content& content = event.content;
  return {.uid = "evenement-" + std::to_string(content.id.value) + "-" + context.tenant.insee() + "@clocher",
          .stamp = content.updated_at,
          .title = content.text.title,
          .description = content.text.summary,
          .place = place_of(tx, event.details),
          .url = context.tenant.identity().site_url + path_of(content),
          .category = event.details.category,
          .first = event.details.first,
          .start_minute = event.details.start_minute,
          .last = event.details.last,
          .end_minute = event.details.end_minute,
          .rule = event.details.rule,
          .except = event.details.except};
}

struct Calendar {
  std::string name;
  std::vector<calendar::Entry> entries;
};

http::Response calendar_file(const Calendar& calendar, std::string_view file_name) {
  http::Response response;
  response.headers.set("Content-Type", "text/calendar; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"" + std::string(file_name) + "\"");
  response.headers.set("Cache-Control", "public, max-age=300");
  response.body = calendar::write_calendar(calendar.name, product, calendar.entries);
  return response;
}

std::string name_of(const Context& context, db::ReadTx& tx) {
  return context.tools.catalogue.text("agenda.feed", {{"of_name", with_de(tenants::read_profile(tx).name)}});
}

}  // namespace

Result<http::Response> agenda_calendar(Context& context) {
  const Calendar calendar = context.tenant.read([&](db::ReadTx& tx) {
    Calendar all{name_of(context, tx), {}};
    for (const AgendaEvent& event : tenants::list_agenda(tx, context.now))
      all.entries.push_back(entry_of(context, tx, event));
    return all;
  });
  return calendar_file(calendar, "agenda.ics");
}

Result<http::Response> event_calendar(Context& context) {
  const auto calendar = context.tenant.read([&](db::ReadTx& tx) -> std::optional<Calendar> {
    auto content = tenants::find_published(tx, tenants::ContentKind::event, tenants::event_section.slug,
                                           context.parameters.get("slug"), context.now);
    auto details = content ? tenants::parse_event(content->text.details) : std::nullopt;
    if (!details) return std::nullopt;
    return Calendar{name_of(context, tx), {entry_of(context, tx, {std::move(*content), std::move(*details)})}};
  });
  if (!calendar) return fail(ErrorKind::not_found, "request.not_found");
  return calendar_file(*calendar, std::string(context.parameters.get("slug")) + ".ics");
}

}  // namespace clocher::api::resident
