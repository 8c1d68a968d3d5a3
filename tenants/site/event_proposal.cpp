// From the answers of a form to the details of an event.
#include "tenants/site/event_proposal.hpp"

#include "core/base/date.hpp"

#include <array>
#include <cstdio>

namespace clocher::tenants {
namespace {

std::string at(std::string_view day, std::optional<int> minute) {
  std::string text(day);
  if (!minute) return text;
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), "T%02d:%02d", *minute / 60, *minute % 60);
  return text + clock.data();
}

}  // namespace

std::optional<int> parse_hour(std::string_view text) {
  std::array<int, 2> numbers{};
  std::array<int, 2> digits{};
  std::size_t part = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      numbers[part] = numbers[part] * 10 + (c - '0');
      if (++digits[part] > 2) return std::nullopt;
    } else if (c == 'h' || c == 'H' || c == ':') {
      if (++part > 1) return std::nullopt;
    } else if (c != ' ' && c != '\xC2' && c != '\xA0') {  // U+00A0
      return std::nullopt;
    }
  }
  if (part != 1 || digits[0] == 0 || numbers[0] > 23 || numbers[1] > 59) return std::nullopt;
  return numbers[0] * 60 + numbers[1];
}

NewContent event_of(const forms::Answers& answers) {
  const std::string day = json::string_or(answers, "event_day");
  const std::string sent_last = json::string_or(answers, "event_last_day");
  const std::string last = sent_last > day ? sent_last : day;
  const auto start = parse_hour(json::string_or(answers, "event_start"));
  const auto end = start ? parse_hour(json::string_or(answers, "event_end")) : std::nullopt;
  json::Object details{{"starts", at(day, start)}};
  const bool ends_later = end && (last > day || *end > *start);
  if (!start) {
    details["all_day"] = true;
    if (last > day) details["ends"] = last;
  } else if (ends_later) {
    details["ends"] = at(last, end);
  }
  for (const char* name : {"place", "address", "price", "organiser"}) {
    if (const std::string value = json::string_or(answers, std::string("event_") + name); !value.empty())
      details[name] = value;
  }
  NewContent content;
  content.kind = ContentKind::event;
  content.text.title = json::string_or(answers, "event_title");
  content.text.body_markdown = json::string_or(answers, "event_text");
  content.text.details = std::move(details);
  return content;
}

Result<Content> create_event_from(Tenant& tenant, const Actor& actor, Id<dossiers::Dossier> id, Instant now) {
  const auto dossier = tenant.read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id); });
  if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
  if (dossier->procedure_slug != event_proposal_procedure) return fail(ErrorKind::conflict, "agenda.not_a_proposal");
  return create_content_of(tenant, actor, id.value, event_of(dossier->answers), now);
}

}  // namespace clocher::tenants
