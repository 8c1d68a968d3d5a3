// Rules of pages and news.
#include "tenants/site/content.hpp"

#include "core/base/text.hpp"
#include "tenants/site/content_store.hpp"
#include "tenants/site/section.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_title = 160;
constexpr std::size_t longest_summary = 400;
constexpr std::size_t longest_body = 100'000;
// The editor saves every few seconds: what one person wrote within this time is one revision.
constexpr std::int64_t merged_seconds = 10 * one_minute;

Arguments maximum(std::size_t count) { return {{"maximum", std::to_string(count)}}; }

std::vector<FieldError> check(const ContentText& text) {
  std::vector<FieldError> errors;
  if (trim(text.title).empty()) errors.push_back({"title", "content.title_missing", {}});
  if (length_in_characters(text.title) > longest_title)
    errors.push_back({"title", "input.too_long", maximum(longest_title)});
  if (length_in_characters(text.summary) > longest_summary)
    errors.push_back({"summary", "input.too_long", maximum(longest_summary)});
  if (length_in_characters(text.body_markdown) > longest_body)
    errors.push_back({"body_markdown", "input.too_long", maximum(longest_body)});
  return errors;
}

ContentText cleaned(const ContentText& text) {
  return {one_line(trim(text.title)), one_line(trim(text.summary)), text.body_markdown};
}

bool equal(const ContentText& left, const ContentText& right) {
  return left.title == right.title && left.summary == right.summary && left.body_markdown == right.body_markdown;
}

std::string free_slug(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view title) {
  const std::string wanted = slug(title).empty() ? "page" : slug(title);
  std::string candidate = wanted;
  for (int number = 2; content_store::path_is_taken(tx, kind, section, candidate); ++number) {
    candidate = wanted + "-" + std::to_string(number);
  }
  return candidate;
}

Failure not_found() { return fail(ErrorKind::not_found, "content.not_found"); }

}  // namespace

std::string_view to_string(ContentKind kind) { return kind == ContentKind::page ? "page" : "news"; }

std::optional<ContentKind> parse_content_kind(std::string_view text) {
  if (text == "page") return ContentKind::page;
  if (text == "news") return ContentKind::news;
  return std::nullopt;
}

std::string path_of(const Content& content) { return "/" + content.section + "/" + content.slug; }

Result<Content> create_content(Tenant& tenant, const Actor& actor, const NewContent& input, Instant now) {
  std::vector<FieldError> errors = check(input.text);
  const std::string section = input.kind == ContentKind::news ? std::string(news_section.slug) : input.section;
  if (input.kind == ContentKind::page && find_section(section) == nullptr)
    errors.push_back({"section", "content.section", {}});
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const ContentText text = cleaned(input.text);
    const auto id =
        content_store::insert(tx, input.kind, section, free_slug(tx, input.kind, section, text.title), 100, now);
    content_store::insert_revision(tx, id, 1, text, actor.name, now);
    append_event(tx, actor, {"content", id.value}, "content.created", text.title, now);
    return *find_content(tx, id);
  });
}

Result<Content> save_content(Tenant& tenant, const Actor& actor, const ContentChange& change, Instant now) {
  std::vector<FieldError> errors = check(change.text);
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto current = find_content(tx, change.id);
    if (!current) return not_found();
    const ContentText text = cleaned(change.text);
    if (change.expires_at != current->expires_at) content_store::set_expiry(tx, change.id, change.expires_at);
    if (!equal(text, current->text)) {
      if (change.base_revision != current->revision) return fail(ErrorKind::conflict, "edit.conflict");
      const bool is_read = current->published_revision == current->revision;
      if (!is_read)
        content_store::drop_recent_revision(tx, change.id, current->revision, actor.name, now - merged_seconds);
      content_store::insert_revision(tx, change.id, current->revision + 1, text, actor.name, now);
      append_event(tx, actor, {"content", change.id.value}, "content.saved", text.title, now);
    }
    return *find_content(tx, change.id);
  });
}

Result<Content> publish(Tenant& tenant, const Actor& actor, Id<Content> id, std::int64_t revision, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto current = find_content(tx, id);
    if (!current) return not_found();
    if (!content_store::has_revision(tx, id, revision)) return fail_field("revision", "content.revision");
    if (current->published_revision == revision) return *current;
    content_store::set_published(tx, id, revision, now);
    append_event(tx, actor, {"content", id.value}, "content.published", current->text.title, now);
    return *find_content(tx, id);
  });
}

Result<Content> unpublish(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto current = find_content(tx, id);
    if (!current) return not_found();
    if (!current->published_revision) return *current;
    content_store::set_published(tx, id, std::nullopt, now);
    append_event(tx, actor, {"content", id.value}, "content.unpublished", current->text.title, now);
    return *find_content(tx, id);
  });
}

Result<void> remove_content(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    const auto current = find_content(tx, id);
    if (!current) return not_found();
    content_store::mark_deleted(tx, id, now);
    append_event(tx, actor, {"content", id.value}, "content.removed", current->text.title, now);
    return {};
  });
}

void insert_published(db::Tx& tx, const SeedContent& seed, std::string_view author, Instant now) {
  const auto id = content_store::insert(tx, seed.kind, seed.section, seed.slug, seed.position, now);
  content_store::insert_revision(tx, id, 1, seed.text, author, now);
  content_store::set_published(tx, id, 1, now);
}

}  // namespace clocher::tenants
