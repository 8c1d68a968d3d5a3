// The table of synonyms.
#include "tenants/search/synonyms.hpp"

#include <array>
#include <string_view>

namespace clocher::tenants {
namespace {

using Saying = std::string_view;

constexpr std::array<Saying, 3> identity = {"carte d'identité", "CNI", "carte nationale d'identité"};
constexpr std::array<Saying, 5> waste = {"poubelle", "déchets", "ordures", "ordures ménagères", "tri"};
constexpr std::array<Saying, 3> tip = {"déchèterie", "déchetterie", "encombrants"};
constexpr std::array<Saying, 4> building = {"permis de construire", "urbanisme", "déclaration préalable", "PLU"};
constexpr std::array<Saying, 3> town_hall = {"mairie", "hôtel de ville", "secrétariat"};
constexpr std::array<Saying, 4> birth = {"acte de naissance", "extrait de naissance", "état civil", "livret de famille"};
constexpr std::array<Saying, 3> canteen = {"cantine", "restauration scolaire", "restaurant scolaire"};
constexpr std::array<Saying, 4> hall = {"salle des fêtes", "salle polyvalente", "location de salle", "salle communale"};
constexpr std::array<Saying, 3> childcare = {"périscolaire", "garderie", "accueil de loisirs"};
constexpr std::array<Saying, 3> vote = {"élections", "vote", "liste électorale"};
constexpr std::array<Saying, 4> minutes = {"compte rendu", "procès-verbal", "délibération", "conseil municipal"};
constexpr std::array<Saying, 3> doctor = {"médecin", "docteur", "généraliste"};
constexpr std::array<Saying, 3> bus = {"bus", "car", "transport"};
constexpr std::array<Saying, 2> holiday = {"tranquillité vacances", "absence"};
constexpr std::array<Saying, 2> wedding = {"mariage", "pacs"};
constexpr std::array<Saying, 2> grave = {"cimetière", "concession"};

constexpr std::array<search::SynonymGroup, 16> groups = {identity, waste, tip, building, town_hall, birth, canteen, hall,
                                                         childcare, vote, minutes, doctor, bus, holiday, wedding, grave};

}  // namespace

search::Synonyms municipal_synonyms() { return groups; }

}  // namespace clocher::tenants
