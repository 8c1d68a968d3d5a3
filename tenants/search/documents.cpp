// The table of sources: one function per noun.
#include "tenants/search/documents.hpp"

#include "core/view/markdown_outline.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/block.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/section.hpp"

#include <array>

namespace clocher::tenants {
namespace {

using search::Document;
using Documents = std::vector<Document>;
using Source = void (*)(db::ReadTx& tx, Instant now, Documents& documents);

Document document_of(const Content& content) {
  Document document;
  document.kind = to_string(content.kind);
  document.key = std::to_string(content.id.value);
  document.title = content.text.title;
  document.address = path_of(content);
  document.summary = content.text.summary;
  document.text = view::readable_text(content.text.body_markdown);
  for (const std::string& words : block_words(content.text.blocks)) document.text += view::readable_text(words);
  document.updated_at = content.updated_at;
  if (content.expires_at) document.visible_until = *content.expires_at;
  return document;
}

void add_contents(db::ReadTx& tx, ContentKind kind, std::string_view section, Instant now, Documents& documents) {
  for (const Content& listed : list_published(tx, kind, section, now)) {
    // Lists leave the texts out.
    if (const auto content = find_published(tx, kind, section, listed.slug, now)) documents.push_back(document_of(*content));
  }
}

void add_pages(db::ReadTx& tx, Instant now, Documents& documents) {
  for (const Section& section : page_sections) add_contents(tx, ContentKind::page, section.slug, now, documents);
}
void add_news(db::ReadTx& tx, Instant now, Documents& documents) {
  for (const ContentKind kind : {ContentKind::news, ContentKind::event, ContentKind::alert})
    add_contents(tx, kind, section_of(kind), now, documents);
}

void add_procedures(db::ReadTx& tx, Instant, Documents& documents) {
  for (const forms::Procedure& procedure : forms::list_offered_procedures(tx)) {
    Document document;
    document.kind = "procedure";
    document.key = procedure.slug;
    document.title = procedure.title;
    document.address = "/demarches/" + procedure.slug;
    document.summary = procedure.summary;
    documents.push_back(std::move(document));
  }
}

void add_directory(db::ReadTx& tx, Instant, Documents& documents) {
  for (const DirectoryEntry& entry : list_public_entries(tx)) {
    Document document;
    document.kind = "directory";
    document.key = std::to_string(entry.id.value);
    document.title = entry.text.name;
    document.address = path_of(entry);
    document.category = entry.text.category;
    document.headings = entry.text.category;
    for (const auto& [key, value] : entry.text.details) document.headings += "\n" + value;
    document.text = view::readable_text(entry.text.description) + entry.text.address + " " + entry.text.city;
    document.updated_at = entry.updated_at;
    documents.push_back(std::move(document));
  }
}

void add_acts(db::ReadTx& tx, Instant, Documents& documents) {
  for (const Act& act : list_acts(tx, {.state = ActState::published})) {
    Document document;
    document.kind = "act";
    document.key = std::to_string(act.id.value);
    document.title = act.text.object;
    document.address = path_of(act);
    document.summary = name_of(act);
    document.headings = name_of(act);
    document.updated_at = act.published_at.value_or(act.updated_at);
    documents.push_back(std::move(document));
  }
}

constexpr std::array<Source, 5> sources = {add_pages, add_news, add_procedures, add_directory, add_acts};

}  // namespace

std::vector<search::Document> public_documents(Tenant& tenant, Instant now) {
  return tenant.read([&](db::ReadTx& tx) {
    Documents documents;
    for (const Source source : sources) source(tx, now, documents);
    return documents;
  });
}

}  // namespace clocher::tenants
