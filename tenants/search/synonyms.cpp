// One row per thing. Written with accents and in the singular: the analysis meets all other forms.
#include "tenants/search/synonyms.hpp"

#include <array>

namespace clocher::tenants {
namespace {

using search::SynonymGroup;
using Words = std::string_view;

constexpr std::array identity_card = {Words("carte d’identité"), Words("CNI"), Words("pièce d’identité"),
                                      Words("papiers d’identité")};
constexpr std::array waste = {Words("poubelle"), Words("déchets"), Words("ordures"), Words("ordures ménagères")};
constexpr std::array waste_site = {Words("déchetterie"), Words("déchèterie"), Words("encombrants")};
constexpr std::array sorting = {Words("tri"), Words("tri sélectif"), Words("recyclage"), Words("bac jaune")};
constexpr std::array building = {Words("permis de construire"), Words("urbanisme"), Words("déclaration préalable"),
                                 Words("autorisation d’urbanisme")};
constexpr std::array land_plan = {Words("PLU"), Words("PLUi"), Words("plan local d’urbanisme")};
constexpr std::array mayor = {Words("maire"), Words("mairie"), Words("hôtel de ville")};
constexpr std::array council = {Words("conseil municipal"), Words("élus"), Words("conseillers municipaux")};
constexpr std::array minutes = {Words("compte rendu"), Words("comptes rendus"), Words("procès-verbal"), Words("PV"),
                                Words("délibération")};
constexpr std::array birth = {Words("extrait de naissance"), Words("acte de naissance"), Words("acte d’état civil"),
                              Words("copie d’acte")};
constexpr std::array death = {Words("décès"), Words("acte de décès"), Words("obsèques")};
constexpr std::array wedding = {Words("mariage"), Words("se marier"), Words("acte de mariage")};
constexpr std::array partnership = {Words("PACS"), Words("pacte civil de solidarité"), Words("se pacser")};
constexpr std::array canteen = {Words("cantine"), Words("restauration scolaire"), Words("restaurant scolaire"),
                                Words("repas scolaire")};
constexpr std::array after_school = {Words("garderie"), Words("périscolaire"), Words("accueil périscolaire")};
constexpr std::array holiday_club = {Words("centre aéré"), Words("centre de loisirs"), Words("accueil de loisirs"),
                                     Words("ALSH")};
constexpr std::array day_nursery = {Words("crèche"), Words("nounou"), Words("assistante maternelle"),
                                    Words("petite enfance")};
constexpr std::array hall = {Words("salle des fêtes"), Words("location de salle"), Words("salle polyvalente"),
                             Words("louer une salle")};
constexpr std::array hours = {Words("horaires"), Words("ouverture"), Words("heures")};
constexpr std::array contact = {Words("contact"), Words("téléphone"), Words("coordonnées"), Words("numéro")};
constexpr std::array appointment = {Words("rendez-vous"), Words("rdv")};
constexpr std::array voting = {Words("élections"), Words("voter"), Words("liste électorale"), Words("bureau de vote")};
constexpr std::array enrolling = {Words("inscription"), Words("inscrire")};
constexpr std::array doctor = {Words("médecin"), Words("docteur"), Words("généraliste"), Words("cabinet médical")};
constexpr std::array library = {Words("bibliothèque"), Words("médiathèque")};
constexpr std::array sewage = {Words("assainissement"), Words("égout"), Words("fosse septique"),
                               Words("tout-à-l’égout"), Words("SPANC")};
constexpr std::array bus = {Words("bus"), Words("car scolaire"), Words("transport scolaire"), Words("transports")};
constexpr std::array help = {Words("aide sociale"), Words("CCAS"), Words("centre communal d’action sociale")};
constexpr std::array grave = {Words("cimetière"), Words("concession"), Words("tombe")};
constexpr std::array works = {Words("travaux"), Words("chantier")};
constexpr std::array second_hand = {Words("vide-grenier"), Words("brocante")};
constexpr std::array car_papers = {Words("carte grise"), Words("certificat d’immatriculation")};
constexpr std::array party_leave = {Words("buvette"), Words("débit de boissons")};
constexpr std::array holiday_watch = {Words("tranquillité vacances"), Words("surveillance du domicile")};
constexpr std::array tax = {Words("impôts"), Words("taxes"), Words("taxe foncière")};
constexpr std::array drinking_water = {Words("eau"), Words("eau potable")};
constexpr std::array lost = {Words("objets trouvés"), Words("objet perdu")};
constexpr std::array noise = {Words("bruit"), Words("nuisances sonores"), Words("tapage")};
constexpr std::array agglomeration = {Words("communauté de communes"), Words("intercommunalité"), Words("EPCI")};
constexpr std::array school = {Words("école"), Words("scolaire")};

constexpr std::array<SynonymGroup, 40> table = {
    identity_card, waste,         waste_site, sorting,        building,    land_plan, mayor,         council,
    minutes,       birth,         death,      wedding,        partnership, canteen,   after_school,  holiday_club,
    day_nursery,   hall,          hours,      contact,        appointment, voting,    enrolling,     doctor,
    library,       sewage,        bus,        help,           grave,       works,     second_hand,   car_papers,
    party_leave,   holiday_watch, tax,        drinking_water, lost,        noise,     agglomeration, school};

}  // namespace

search::Synonyms municipal_synonyms() { return table; }

}  // namespace clocher::tenants
