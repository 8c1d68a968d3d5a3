// Reads the seed files once; fills their placeholders for each commune.
#include "tenants/seed.hpp"

#include "core/base/text.hpp"
#include "core/view/template.hpp"
#include "tenants/commune_record.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/profile.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <stdexcept>

namespace clocher::tenants {
namespace {

struct SeedPage {
  SeedContent content;        // texts still hold placeholders
  std::string template_name;  // of the body in the views
};

struct SeedProcedure {
  forms::Definition definition;
  std::string text;
};

// What every commune can answer from its first day. The others wait as models until the town hall opens them.
constexpr std::array<std::string_view, 7> open_at_first = {
    "contacter-la-mairie",  "copie-acte-etat-civil",    "operation-tranquillite-vacances", "proposer-un-evenement",
    "saisir-la-mairie",     "signaler-un-probleme",     "signaler-une-correction"};

forms::ProcedureState first_state(std::string_view slug) {
  return std::ranges::find(open_at_first, slug) == open_at_first.end() ? forms::ProcedureState::model
                                                                       : forms::ProcedureState::open;
}

// "---\ntitle: ...\nposition: 2\n---\nbody"
struct FrontMatter {
  std::map<std::string, std::string, std::less<>> values;
  std::string body;
};

FrontMatter read_front_matter(const SeedFile& file) {
  constexpr std::string_view fence = "---\n";
  const auto end = file.text.find("\n---\n", fence.size());
  if (!file.text.starts_with(fence) || end == std::string_view::npos) {
    throw std::runtime_error("seed: no front matter in " + std::string(file.path));
  }
  FrontMatter matter;
  for (const std::string_view line : split(file.text.substr(fence.size(), end - fence.size()), '\n')) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view value = trim(line.substr(colon + 1));
    if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) value = value.substr(1, value.size() - 2);
    matter.values[std::string(trim(line.substr(0, colon)))] = std::string(value);
  }
  matter.body = std::string(trim(file.text.substr(end + 5)));
  return matter;
}

std::int64_t position_of(const FrontMatter& matter) {
  const auto found = matter.values.find("position");
  std::int64_t position = 0;
  if (found != matter.values.end())
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), position);
  return position;
}

// "pages/la-mairie/horaires.md" -> section "la-mairie", slug "horaires"; "news/bienvenue.md" -> the news.
SeedContent read_content(const SeedFile& file, const FrontMatter& matter) {
  const auto parts = split(file.path, '/');
  const std::string_view name = parts.back();
  SeedContent content;
  content.kind = parts.front() == "news" ? ContentKind::news : ContentKind::page;
  content.section = content.kind == ContentKind::news ? news_section.slug : parts.at(1);
  content.slug = name.substr(0, name.size() - std::string_view(".md").size());
  content.position = position_of(matter);
  const auto value = [&](std::string_view key) {
    const auto found = matter.values.find(key);
    return found == matter.values.end() ? std::string() : found->second;
  };
  content.text = {value("title"), value("summary"), ""};
  if (content.text.title.empty()) throw std::runtime_error("seed: no title in " + std::string(file.path));
  return content;
}

json::Object placeholders(const reference::Commune& commune, std::string_view name) {
  return {{"name", std::string(name)},
          {"de_name", with_de(name)},
          {"epci", commune.epci_name.empty() ? "votre intercommunalité" : reference::in_words(commune.epci_name)},
          {"department", commune.department_name},
          {"population", std::to_string(commune.population)}};
}

Profile first_profile(const reference::Commune& commune, std::string_view name) {
  static constexpr std::array<const char*, 6> themes = {"theme-ardoise", "theme-tilleul", "theme-ocre",
                                                        "theme-garance", "theme-lavande", "theme-ocean"};
  Profile profile;
  profile.insee = commune.insee;
  profile.siren = commune.siren;
  profile.name = name;
  profile.department_code = commune.department_code;
  profile.department_name = commune.department_name;
  profile.epci_siren = commune.epci_siren;
  profile.epci_name = reference::in_words(commune.epci_name);
  profile.population = commune.population;
  profile.postcode = commune.postcodes.empty() ? "" : commune.postcodes.front();
  profile.city = name;
  profile.hours = closed_all_week();
  // Neighbours do not look alike: the theme follows the code.
  std::size_t sum = 0;
  for (const char c : commune.insee) sum = sum * 7 + static_cast<unsigned char>(c);
  profile.theme = themes[sum % themes.size()];
  return profile;
}

}  // namespace

struct Seed::Impl {
  std::map<std::string, std::string, std::less<>> bodies;  // what `views` reads, kept alive beside it
  std::vector<SeedPage> pages;
  std::vector<SeedProcedure> procedures;
  std::unique_ptr<view::Views> views;
};

Seed::Seed(const std::vector<SeedFile>& files) : impl_(std::make_unique<Impl>()) {
  for (const SeedFile& file : files) {
    if (file.path.starts_with("procedures/")) {
      auto definition = forms::parse_definition(file.text);
      if (!definition)
        throw std::runtime_error("seed: " + std::string(file.path) + ": " + definition.error().arguments["problem"]);
      impl_->procedures.push_back({std::move(*definition), std::string(file.text)});
    } else if (file.path.ends_with(".md")) {
      FrontMatter matter = read_front_matter(file);
      // ".txt": Markdown is not HTML, nothing is escaped in it.
      const std::string name = std::string(file.path) + ".txt";
      impl_->pages.push_back({read_content(file, matter), name});
      impl_->bodies[name] = std::move(matter.body);
      impl_->bodies[name + ".summary.txt"] = impl_->pages.back().content.text.summary;
      impl_->bodies[name + ".title.txt"] = impl_->pages.back().content.text.title;
    }
  }
  impl_->views = std::make_unique<view::Views>([this](std::string_view name) -> std::optional<std::string_view> {
    const auto found = impl_->bodies.find(name);
    return found == impl_->bodies.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  });
}

Seed::~Seed() = default;

void Seed::sow_space(db::Tx& tx, const reference::Commune& space, Instant now) {
  insert_profile(tx, first_profile(space, with_typographic_apostrophes(space.name)), now);
}

void Seed::sow(db::Tx& tx, const reference::Commune& commune, std::string_view registered_name, Instant now) const {
  const std::string name = with_typographic_apostrophes(registered_name);
  const json::Object data = placeholders(commune, name);
  insert_profile(tx, first_profile(commune, name), now);
  insert_town_hall_entry(tx, now);
  for (const SeedPage& page : impl_->pages) {
    SeedContent content = page.content;
    content.text.title = impl_->views->render(page.template_name + ".title.txt", data);
    content.text.summary = impl_->views->render(page.template_name + ".summary.txt", data);
    content.text.body_markdown = impl_->views->render(page.template_name, data);
    insert_published(tx, content, "Clocher", now);
  }
  for (const SeedProcedure& procedure : impl_->procedures)
    forms::sow_definition(tx, procedure.definition, procedure.text, first_state(procedure.definition.slug), now);
}

std::int64_t Seed::sow_procedures(Tenant& tenant, Instant now) const {
  if (is_epci_space(tenant.insee())) return 0;
  // Looked at first: a write makes every public page stale.
  const bool is_complete = tenant.read([&](db::ReadTx& tx) {
    return std::ranges::all_of(impl_->procedures, [&](const SeedProcedure& procedure) {
      return forms::is_sown(tx, procedure.definition.slug, procedure.text);
    });
  });
  if (is_complete) return 0;
  return tenant.write([&](db::Tx& tx) {
    std::int64_t count = 0;
    for (const SeedProcedure& procedure : impl_->procedures) {
      if (forms::sow_definition(tx, procedure.definition, procedure.text, forms::ProcedureState::model, now)) ++count;
    }
    return count;
  });
}

}  // namespace clocher::tenants
