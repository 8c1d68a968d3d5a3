// The table of directory kinds.
#include "tenants/site/directory_kind.hpp"

#include <array>

namespace clocher::tenants {
namespace {

using std::string_view;

constexpr std::array elus_categories = {string_view("Maire et adjoints"), string_view("Conseillers municipaux")};
constexpr std::array services_categories = {string_view("Accueil"),          string_view("État civil"),
                                            string_view("Urbanisme"),        string_view("Action sociale"),
                                            string_view("École et enfance"), string_view("Services techniques"),
                                            string_view("Culture")};
constexpr std::array associations_categories = {
    string_view("Culture"), string_view("Sport"),         string_view("Entraide"),        string_view("Jeunesse"),
    string_view("Mémoire"), string_view("Environnement"), string_view("Fêtes et loisirs")};
constexpr std::array commerces_categories = {string_view("Alimentation"), string_view("Restaurants et cafés"),
                                             string_view("Artisans"),     string_view("Producteurs"),
                                             string_view("Services"),     string_view("Hébergements")};
constexpr std::array sante_categories = {string_view("Médecins"),   string_view("Pharmacies"),
                                         string_view("Infirmiers"), string_view("Kinésithérapeutes"),
                                         string_view("Dentistes"),  string_view("Autres soins")};
constexpr std::array lieux_categories = {string_view("Salles"), string_view("Sport"), string_view("Culture"),
                                         string_view("Écoles"), string_view("Plein air")};

constexpr std::array elus_details = {DetailField{"role", "Fonction"},
                                     DetailField{"delegation", "Délégation", DetailFormat::line, 300}};
constexpr std::array associations_details = {DetailField{contact_person_key, "Personne à contacter"},
                                             DetailField{"rna", "Numéro RNA", DetailFormat::rna, 10}};
constexpr std::array lieux_details = {DetailField{"capacity", "Nombre de personnes", DetailFormat::number, 6},
                                      DetailField{"equipment", "Équipement", DetailFormat::block, 1000},
                                      DetailField{"accessibility", "Accessibilité", DetailFormat::block, 1000}};

constexpr std::array<DirectoryKindInfo, 6> kinds = {{
    {DirectoryKind::elus, "elus", "Élus", "Le maire, les adjoints et les conseillers municipaux.", "Groupe",
     elus_categories, elus_details},
    {DirectoryKind::services,
     "services",
     "Services municipaux",
     "Les services de la mairie, leurs horaires, leur contact.",
     "Domaine",
     services_categories,
     {}},
    {DirectoryKind::associations, "associations", "Associations", "Sport, culture, entraide : la vie associative.",
     "Thème", associations_categories, associations_details},
    {DirectoryKind::commerces,
     "commerces",
     "Commerces et artisans",
     "Où acheter, manger, faire réparer près de chez vous.",
     "Activité",
     commerces_categories,
     {}},
    {DirectoryKind::sante, "sante", "Santé", "Médecins, pharmacies et autres soins.", "Métier", sante_categories, {}},
    {DirectoryKind::lieux, "lieux", "Salles et lieux", "Les salles et les lieux publics : taille, équipement, accès.",
     "Type de lieu", lieux_categories, lieux_details},
}};

}  // namespace

std::span<const DirectoryKindInfo> directory_kinds() { return kinds; }

const DirectoryKindInfo& info_of(DirectoryKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string_view to_string(DirectoryKind kind) { return info_of(kind).slug; }

std::optional<DirectoryKind> parse_directory_kind(std::string_view slug) {
  for (const DirectoryKindInfo& info : kinds) {
    if (info.slug == slug) return info.kind;
  }
  return std::nullopt;
}

}  // namespace clocher::tenants
