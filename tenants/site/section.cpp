// Sections are made, named, ordered and removed.
#include "tenants/site/section.hpp"

#include "core/base/text.hpp"
#include "tenants/site/menu.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_title = 30;
constexpr std::size_t longest_introduction = 2000;

// What the program may serve one day: a section must not stand in its way.
constexpr std::array<std::string_view, 28> kept_for_later = {
    "abonnement",   "abonnements", "agenda",      "alertes",     "api",           "carte",       "compte",
    "connexion",    "contact",     "cookies",     "couleurs",    "deconnexion",   "flux",        "lettre",
    "mon-espace",   "paiement",    "paiements",   "partage",     "participation", "participer",  "payer",
    "propositions", "recherche",   "rendez-vous", "reservation", "reservations",  "signalement", "signalements"};

Failure not_found() { return fail(ErrorKind::not_found, "section.not_found"); }

Section read_section(const db::Row& row) {
  return {row.id<Section>(0), row.text(1), row.text(2), row.text(3), row.integer(4)};
}

Result<SectionInput> checked(const SectionInput& input) {
  SectionInput clean{one_line(trim(input.title)), std::string(trim(input.introduction_markdown))};
  std::vector<FieldError> errors;
  if (slug(clean.title).empty()) errors.push_back({"title", "section.title", {}});
  if (length_in_characters(clean.title) > longest_title)
    errors.push_back({"title", "input.too_long", {{"maximum", std::to_string(longest_title)}}});
  if (length_in_characters(clean.introduction_markdown) > longest_introduction)
    errors.push_back({"introduction_markdown", "input.too_long", {{"maximum", std::to_string(longest_introduction)}}});
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return clean;
}

bool is_free(db::ReadTx& tx, const std::string& wanted, const std::vector<std::string>& reserved) {
  return !find_section(tx, wanted) && std::ranges::find(reserved, wanted) == reserved.end() &&
         std::ranges::find(kept_for_later, std::string_view(wanted)) == kept_for_later.end();
}

}  // namespace

bool is_kept(const Section& section) { return section.slug == town_hall_slug || section.slug == living_slug; }

std::vector<Section> list_sections(db::ReadTx& tx) {
  return tx.all(
      "SELECT s.id, s.slug, s.title, s.introduction_markdown, (SELECT COUNT(*) FROM content c WHERE c.kind = 'page' "
      "AND "
      "c.section = s.slug AND c.deleted_at IS NULL) FROM section s ORDER BY s.position, s.id",
      read_section);
}

std::optional<Section> find_section(db::ReadTx& tx, std::string_view slug) {
  return tx.one(
      "SELECT s.id, s.slug, s.title, s.introduction_markdown, (SELECT COUNT(*) FROM content c WHERE c.kind = 'page' "
      "AND "
      "c.section = s.slug AND c.deleted_at IS NULL) FROM section s WHERE s.slug = ?",
      read_section, slug);
}

std::optional<Section> find_section(db::ReadTx& tx, Id<Section> id) {
  return tx.one(
      "SELECT s.id, s.slug, s.title, s.introduction_markdown, (SELECT COUNT(*) FROM content c WHERE c.kind = 'page' "
      "AND "
      "c.section = s.slug AND c.deleted_at IS NULL) FROM section s WHERE s.id = ?",
      read_section, id);
}

Result<Section> create_section(Tenant& tenant, const Actor& actor, const SectionInput& input,
                               const std::vector<std::string>& reserved, Instant now) {
  const auto clean = checked(input);
  if (!clean) return fail(clean.error());
  return tenant.write([&](db::Tx& tx) -> Result<Section> {
    if (list_sections(tx).size() >= most_sections)
      return fail(ErrorKind::conflict, "section.too_many", {{"maximum", std::to_string(most_sections)}});
    const std::string path = slug(clean->title);
    if (!is_free(tx, path, reserved)) return fail_field("title", "section.taken");
    const Id<Section> id{
        tx.insert("INSERT INTO section (slug, title, introduction_markdown, position) VALUES (?, ?, ?, (SELECT "
                  "COALESCE(MAX(position), "
                  "0) + 1 FROM section))",
                  path, clean->title, clean->introduction_markdown)};
    append_event(tx, actor, {"section", id.value}, "section.created", clean->title, now);
    return *find_section(tx, id);
  });
}

Result<Section> save_section(Tenant& tenant, const Actor& actor, Id<Section> id, const SectionInput& input,
                             Instant now) {
  const auto clean = checked(input);
  return tenant.write([&](db::Tx& tx) -> Result<Section> {
    const auto current = find_section(tx, id);
    if (!current) return not_found();
    if (!clean) return fail(clean.error());
    if (current->title == clean->title && current->introduction_markdown == clean->introduction_markdown)
      return *current;
    tx.run("UPDATE section SET title = ?, introduction_markdown = ? WHERE id = ?", clean->title,
           clean->introduction_markdown, id);
    append_event(tx, actor, {"section", id.value}, "section.changed", clean->title, now);
    return *find_section(tx, id);
  });
}

Result<void> order_sections(Tenant& tenant, const Actor& actor, const std::vector<Id<Section>>& ids, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    std::vector<Id<Section>> order = ids;
    const auto sections = list_sections(tx);
    for (const auto id : ids) {
      if (std::ranges::count(ids, id) != 1 || std::ranges::find(sections, id, &Section::id) == sections.end())
        return fail_field("ids", "section.order");
    }
    for (const Section& section : sections) {
      if (std::ranges::find(ids, section.id) == ids.end()) order.push_back(section.id);
    }
    std::int64_t position = 0;
    for (const auto id : order) tx.run("UPDATE section SET position = ? WHERE id = ?", ++position, id);
    append_event(tx, actor, {"section", 0}, "section.ordered", "", now);
    return {};
  });
}

Result<void> remove_section(Tenant& tenant, const Actor& actor, Id<Section> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    const auto section = find_section(tx, id);
    if (!section) return not_found();
    if (is_kept(*section)) return fail(ErrorKind::conflict, "section.is_kept");
    if (section->pages > 0) return fail(ErrorKind::conflict, "section.has_pages");
    if (own_menu_has(tx, "/" + section->slug)) return fail(ErrorKind::conflict, "section.in_menu");
    tx.run("DELETE FROM section WHERE id = ?", id);
    append_event(tx, actor, {"section", id.value}, "section.removed", section->title, now);
    return {};
  });
}

}  // namespace clocher::tenants
