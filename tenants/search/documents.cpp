// The table of sources: one function per noun.
#include "tenants/search/documents.hpp"

#include "core/base/text.hpp"
#include "core/view/markdown_outline.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/alert.hpp"
#include "tenants/site/block.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/event.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

// Words of a Markdown text without its signs, and its headings.
struct PlainMarkdown {
  std::string headings;
  std::string text;
};

class Sink {
 public:
  explicit Sink(Instant now) : now_(now) {}

  void add(search::Document document) {
    look_again_at(document.visible_from);
    look_again_at(document.visible_until);
    found_.documents.push_back(std::move(document));
  }
  // Something else will be public then although nobody writes.
  void look_again_at(Instant moment) {
    if (moment > now_) found_.changes_at = std::min(found_.changes_at, moment);
  }
  [[nodiscard]] PublicDocuments take() { return std::move(found_); }

 private:
  Instant now_;
  PublicDocuments found_;
};

// `key` differs within a kind.
using Source = void (*)(db::ReadTx& tx, Instant now, Sink& sink);

void append_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

PlainMarkdown plain_markdown(std::string_view markdown) {
  PlainMarkdown plain{{}, std::string(trim(view::readable_text(markdown)))};
  for (const view::OutlineHeading& heading : view::outline_of(markdown).headings)
    append_line(plain.headings, heading.words);
  return plain;
}

search::Document as_document(const Content& content, std::string_view kind) {
  PlainMarkdown plain = plain_markdown(content.text.body_markdown);
  for (const std::string& words : block_words(content.text.blocks))
    append_line(plain.text, trim(view::readable_text(words)));
  const std::string address = path_of(content);
  return {.kind = std::string(kind),
          .key = address,
          .title = content.text.title,
          .address = address,
          .summary = content.text.summary,
          .headings = std::move(plain.headings),
          .text = std::move(plain.text),
          .visible_until = content.expires_at.value_or(search::never),
          .updated_at = content.published_at.value_or(content.updated_at)};
}

// Lists leave the text out: it is read one by one.
template <class OnContent>
void for_each_published(db::ReadTx& tx, Instant now, ContentKind kind, std::string_view section,
                        OnContent&& on_content) {
  for (const Content& listed : list_published(tx, kind, section, now)) {
    if (const auto content = find_published(tx, kind, section, listed.slug, now)) on_content(*content);
  }
}

void pages(db::ReadTx& tx, Instant now, Sink& sink) {
  for (const Section& section : list_sections(tx)) {
    for_each_published(tx, now, ContentKind::page, section.slug, [&](const Content& content) {
      search::Document document = as_document(content, "page");
      document.category = section.title;
      sink.add(std::move(document));
    });
  }
}

void news(db::ReadTx& tx, Instant now, Sink& sink) {
  for_each_published(tx, now, ContentKind::news, section_of(ContentKind::news),
                     [&](const Content& content) { sink.add(as_document(content, "news")); });
}

// Dated by its next time, or by its first when all are over.
void events(db::ReadTx& tx, Instant now, Sink& sink) {
  for_each_published(tx, now, ContentKind::event, section_of(ContentKind::event), [&](const Content& content) {
    const auto event = parse_event(content.text.details);
    if (!event) return;
    search::Document document = as_document(content, "event");
    for (const std::string* words :
         {&event->place, &event->address, &event->series, &event->category, &event->organiser})
      append_line(document.text, *words);
    const auto next = occurrences_of(*event, now, now + 366 * one_day, 1);
    if (!next.empty()) sink.look_again_at(next[0].ends);
    const auto times = next.empty() ? occurrences_of(*event, Instant{}, now, 1) : next;
    if (!times.empty()) document.updated_at = times[0].starts;
    document.category = event->place;
    sink.add(std::move(document));
  });
}

void alerts(db::ReadTx& tx, Instant now, Sink& sink) {
  for_each_published(tx, now, ContentKind::alert, section_of(ContentKind::alert), [&](const Content& content) {
    const AlertDetails alert = parse_alert(content.text.details);
    search::Document document = as_document(content, "alert");
    document.visible_from = alert.starts.value_or(search::always_before);
    document.visible_until = std::min(document.visible_until, alert.ends.value_or(search::never));
    sink.add(std::move(document));
  });
}

void planned(db::ReadTx& tx, Instant now, Sink& sink) {
  if (const auto at = next_planned_publication(tx, now)) sink.look_again_at(*at);
}

void procedures(db::ReadTx& tx, Instant /*now*/, Sink& sink) {
  for (const forms::Procedure& procedure : forms::list_offered_procedures(tx)) {
    const forms::Definition definition = forms::read_definition(tx, procedure.id, procedure.revision);
    PlainMarkdown plain = plain_markdown(definition.introduction);
    for (const std::string& need : definition.needs) append_line(plain.text, need);
    for (const forms::Step& step : definition.steps) append_line(plain.headings, step.title);
    sink.add({.kind = "procedure",
              .key = procedure.slug,
              .title = procedure.title,
              .address = "/demarches/" + procedure.slug,
              .summary = procedure.summary,
              .headings = std::move(plain.headings),
              .text = std::move(plain.text)});
  }
}

void directory(db::ReadTx& tx, Instant /*now*/, Sink& sink) {
  for (const DirectoryEntry& entry : list_public_entries(tx)) {
    PlainMarkdown plain = plain_markdown(entry.text.description);
    append_line(plain.headings, entry.text.category);
    for (const auto& [key, value] : entry.text.details) append_line(plain.text, value);
    append_line(plain.text, entry.text.address + " " + entry.text.postcode + " " + entry.text.city);
    append_line(plain.text, entry.text.phone);
    sink.add({.kind = "directory",
              .key = std::to_string(entry.id.value),
              .title = entry.text.name,
              .address = path_of(entry),
              .headings = std::move(plain.headings),
              .text = std::move(plain.text),
              .category = entry.text.category});
  }
}

void acts(db::ReadTx& tx, Instant /*now*/, Sink& sink) {
  for (const Act& act : list_acts(tx, {.state = ActState::published})) {
    search::Document document{.kind = "act",
                              .key = std::to_string(act.id.value),
                              .title = act.text.object.empty() ? name_of(act) : act.text.object,
                              .address = path_of(act),
                              .headings = act.text.subject_label,
                              .text = name_of(act),
                              .category = name_of(act),
                              .updated_at = act.published_at.value_or(act.updated_at)};
    append_line(document.text, act.text.number);
    sink.add(std::move(document));
  }
}

constexpr std::array<Source, 8> sources = {pages, news, events, alerts, planned, procedures, directory, acts};

}  // namespace

PublicDocuments public_documents(Tenant& tenant, Instant now) {
  return tenant.read([&](db::ReadTx& tx) {
    Sink sink(now);
    for (const Source source : sources) source(tx, now, sink);
    return sink.take();
  });
}

}  // namespace clocher::tenants
