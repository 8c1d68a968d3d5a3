// What a resident asks and what must come first: the corpus is that of an ordinary village.
#include "tenants/search/find.hpp"

#include "tenants/search/documents.hpp"
#include "tenants/search/ranking.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/tenant_world.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Text {
  const char* kind;
  const char* title;
  const char* text;
};

const std::vector<Text> corpus = {
    {"page", "Collecte des déchets",
     "Les ordures ménagères sont ramassées le mardi, le bac jaune un vendredi sur deux. Sortez les poubelles la "
     "veille."},
    {"page", "La déchèterie",
     "La déchèterie de Guécélard accepte les encombrants, les gravats et les végétaux. Carte d’accès à demander à la "
     "mairie."},
    {"page", "Cantine et garderie",
     "La restauration scolaire accueille les enfants le midi. Les repas se réservent en ligne. La garderie ouvre à 7 h "
     "30."},
    {"page", "L’école des Tilleuls",
     "L’école maternelle et élémentaire compte six classes. Inscription en mairie avec le livret de famille."},
    {"page", "Louer la salle des fêtes",
     "La salle polyvalente accueille 120 personnes. Tarifs, caution et réservation auprès du secrétariat."},
    {"page", "Urbanisme",
     "Permis de construire, déclaration préalable de travaux, certificat d’urbanisme. Le plan local d’urbanisme se "
     "consulte en mairie."},
    {"page", "Cimetière et concessions",
     "Achat et renouvellement d’une concession, columbarium, jardin du souvenir, règlement du cimetière."},
    {"page", "Eau et assainissement",
     "Le service public d’assainissement non collectif contrôle les fosses septiques. L’eau potable est distribuée par "
     "le syndicat."},
    {"page", "Histoire de la commune",
     "Le village est né autour du prieuré. L’église date du douzième siècle. La mairie et l’école furent construites "
     "en 1881."},
    {"page", "Transports", "Le car scolaire et la ligne 12 desservent le bourg. Horaires à la gare routière."},
    {"page", "Le CCAS",
     "Le centre communal d’action sociale aide les personnes âgées et les familles en difficulté : portage de repas, "
     "aide d’urgence."},
    {"page", "Le conseil municipal",
     "Quinze élus siègent au conseil municipal. Les séances sont publiques, un jeudi par mois."},
    {"page", "Tranquillité et bruit",
     "Les travaux bruyants sont permis de 8 h à 19 h. Les nuisances sonores et le tapage sont punis."},
    {"page", "Petite enfance", "Crèche intercommunale, assistantes maternelles, relais petite enfance."},
    {"procedure", "Inscription sur les listes électorales",
     "Pour voter, demandez votre inscription avant le sixième vendredi précédant le scrutin. Bureau de vote."},
    {"procedure", "Réserver la salle des fêtes",
     "Demande de location de la salle, avec la date et le nombre de personnes."},
    {"procedure", "Inscription à la cantine", "Inscrivez votre enfant au restaurant scolaire."},
    {"procedure", "Signaler un problème",
     "Lampadaire en panne, trou dans la chaussée, dépôt sauvage : prévenez les services techniques."},
    {"procedure", "Recensement citoyen à 16 ans",
     "Chaque jeune Français de 16 ans se fait recenser à la mairie. L’attestation sert pour le baccalauréat et le "
     "permis de conduire."},
    {"news", "Travaux rue de la Gare",
     "La rue est fermée du 3 au 14 novembre. Une déviation passe par la rue des Acacias. Chantier d’eau potable."},
    {"news", "Les vœux du maire", "Le maire présentera ses vœux le 8 janvier à 18 h à la salle des fêtes."},
    {"news", "Coupure d’eau mardi", "L’eau sera coupée mardi matin dans le bourg."},
    {"news", "Repas des aînés",
     "Le repas des anciens aura lieu le 11 novembre. Inscription avant le 30 octobre au CCAS."},
    {"news", "Collecte des sapins", "Déposez votre sapin de Noël derrière l’atelier municipal. Ils seront broyés."},
    {"event", "Vide-grenier du comité des fêtes",
     "Exposants et visiteurs sont attendus dans les rues du bourg. Buvette et restauration."},
    {"event", "Marché de Noël", "Artisans et producteurs sur la place de l’Église."},
    {"event", "Concert de la chorale", "La chorale La Clé des Champs chante à l’église Saint-Pierre."},
    {"directory", "Docteur Hélène Garnier", "Médecin généraliste. Consultations sur rendez-vous au cabinet médical."},
    {"directory", "Boulangerie Au Bon Pain", "Boulangerie, pâtisserie. Fermée le lundi."},
    {"directory", "Pharmacie du Bourg", "Pharmacie ouverte du lundi au samedi."},
    {"directory", "Club de football",
     "Association sportive. Entraînements le mercredi au stade. Football pour enfants et adultes."},
    {"directory", "Médiathèque Simone-Veil", "Bibliothèque municipale : prêt de livres, de films, heure du conte."},
    {"directory", "Paul Lefèvre, maire", "Maire de la commune depuis 2020. Reçoit sur rendez-vous."},
    {"directory", "Comité des fêtes", "Association qui organise le vide-grenier et le feu d’artifice."},
    {"directory", "La Poste, agence communale", "Courrier, colis, retrait d’argent."},
    {"act", "Délibération fixant les tarifs de la cantine", "Tarifs de la restauration scolaire pour l’année 2026."},
    {"act", "Vote du budget primitif 2026", "Budget de la commune, taux des taxes foncières."},
    {"act", "Arrêté interdisant le stationnement rue de la Gare", "Police de la circulation."},
    {"act", "Procès-verbal du conseil municipal du 12 mars 2026", "Compte rendu de la séance."},
    {"sheet", "Carte nationale d’identité",
     "Demander ou renouveler une carte d’identité, pièces à fournir, délai, coût, mineur ou majeur. CNI."},
    {"sheet", "Passeport", "Demander un passeport biométrique, timbre fiscal, pièces justificatives."},
    {"sheet", "Pacs", "Le pacte civil de solidarité se conclut à la mairie ou chez un notaire."},
    {"sheet", "Mariage en France", "Dossier de mariage, publication des bans, témoins, célébration à la mairie."},
    {"sheet", "Certificat d’immatriculation (carte grise)",
     "Acheter ou vendre un véhicule, changer d’adresse sur la carte grise."},
    {"sheet", "Déclaration de décès", "Le décès se déclare à la mairie dans les 24 heures. Acte de décès."},
    {"sheet", "Permis de conduire", "Inscription, examen du code, permis à points, perte et vol."},
    {"sheet", "Taxe foncière", "Qui paie la taxe foncière, calcul, réclamation. Impôts locaux."},
    {"sheet", "Demande de logement social", "Déposer une demande de HLM, numéro unique, plafonds de ressources."},
    {"sheet", "Changement d’adresse", "Déclarer son déménagement aux administrations."},
    {"sheet", "Assurance maladie : carte Vitale", "Obtenir, mettre à jour ou remplacer sa carte Vitale."},
};

struct Question {
  const char* text;
  const char* expected;  // a title, or its beginning
  std::size_t within = 1;
};

const std::vector<Question> questions = {
    {"déchets", "Collecte des déchets"},
    {"poubelles", "Collecte des déchets"},
    {"POUBELLE", "Collecte des déchets"},
    {"poubele", "Collecte des déchets"},
    {"ordures", "Collecte des déchets"},
    {"quel jour passe la poubelle jaune ?", "Collecte des déchets", 3},
    {"déchetterie", "La déchèterie"},
    {"decheterie", "La déchèterie"},
    {"encombrants", "La déchèterie"},
    {"cantine", "Inscription à la cantine", 2},
    {"cantines", "Cantine et garderie", 3},
    {"restauration scolaire", "Cantine et garderie", 3},
    {"inscription cantine", "Inscription à la cantine"},
    {"cantinne", "Cantine et garderie", 3},
    {"garderie", "Cantine et garderie"},
    {"ecole", "Écoles et enfance"},
    {"l’école des tilleuls", "L’école des Tilleuls"},
    {"inscrire mon enfant à l’école", "Écoles et enfance"},
    {"salle des fêtes", "Louer la salle des fêtes", 2},
    {"location de salle", "Réserver la salle des fêtes", 2},
    {"louer une salle", "Louer la salle des fêtes", 2},
    {"permis de construire", "Urbanisme"},
    {"PLU", "Urbanisme"},
    {"urbanisme", "Urbanisme"},
    {"urbansime", "Urbanisme"},
    {"cimetiere", "Cimetière et concessions"},
    {"concession", "Cimetière et concessions"},
    {"fosse septique", "Eau et assainissement"},
    {"coupure d'eau", "Coupure d’eau mardi"},
    {"car scolaire", "Transports", 2},
    {"ccas", "Le CCAS"},
    {"conseil municipal", "Le conseil municipal", 2},
    {"bruit", "Tranquillité et bruit"},
    {"crèche", "Petite enfance"},
    {"liste électorale", "Inscription sur les listes électorales"},
    {"voter", "Inscription sur les listes électorales"},
    {"élection", "Inscription sur les listes électorales"},
    {"recensement", "Recensement citoyen à 16 ans"},
    {"travaux rue de la gare", "Travaux rue de la Gare"},
    {"voeux", "Les vœux du maire"},
    {"vœux du maire", "Les vœux du maire"},
    {"brocante", "Vide-grenier du comité des fêtes"},
    {"vide grenier", "Vide-grenier du comité des fêtes"},
    {"marché de noel", "Marché de Noël"},
    {"medecin", "Docteur Hélène Garnier"},
    {"docteur", "Docteur Hélène Garnier"},
    {"Garnier", "Docteur Hélène Garnier"},
    {"pharmacie", "Pharmacie du Bourg"},
    {"parmacie", "Pharmacie du Bourg"},
    {"boulangerie", "Boulangerie Au Bon Pain"},
    {"foot", "Club de football"},
    {"bibliothèque", "Médiathèque Simone-Veil"},
    {"bibliotheque", "Médiathèque Simone-Veil"},
    {"le maire", "Paul Lefèvre, maire", 3},
    {"tarifs cantine", "Délibération fixant les tarifs de la cantine"},
    {"budget 2026", "Vote du budget primitif 2026"},
    {"compte rendu conseil municipal", "Procès-verbal du conseil municipal", 3},
    {"carte d'identité", "Carte nationale d’identité"},
    {"carte didentité", "Carte nationale d’identité"},
    {"CNI", "Carte nationale d’identité"},
    {"passeport", "Passeport"},
    {"paseport", "Passeport"},
    {"se pacser", "Pacs"},
    {"mariage", "Mariage en France"},
    {"carte grise", "Certificat d’immatriculation (carte grise)"},
    {"permis de conduire", "Permis de conduire"},
    {"taxe fonciere", "Taxe foncière"},
    {"logement social", "Demande de logement social"},
    {"extrait de naissance", "Demande de copie d’acte d’état civil", 2},
    {"acte de naissance", "Demande de copie d’acte d’état civil", 2},
    {"acte de décès", "Déclaration de décès", 2},
    {"lampadaire", "Signaler un problème"},
    {"\"comité des fêtes\"", "Comité des fêtes", 2},
};

std::string listed(const std::vector<Found>& results) {
  std::string text;
  for (const Found& result : results) text += "\n  " + result.kind + ": " + result.title;
  return text;
}

}  // namespace

TEST_CASE("residents find first what they mean") {
  TenantWorld world;
  const TenantHandle tenant = world.commune();
  TemporaryFolder folder;
  search::Index commune(folder.path() + "/commune.db");
  search::Index sheets(folder.path() + "/sheets.db");
  std::vector<search::Document> of_commune = public_documents(*tenant, world.now()).documents;
  std::vector<search::Document> of_state;
  for (const Text& text : corpus) {
    auto& list = std::string_view(text.kind) == "sheet" ? of_state : of_commune;
    list.push_back({.kind = text.kind,
                    .key = std::string("corpus ") + text.title,
                    .title = text.title,
                    .text = text.text,
                    .updated_at = world.now()});
  }
  commune.reconcile(of_commune);
  sheets.reconcile(of_state);
  search::Index* const indexes[] = {&commune, &sheets};
  for (const Question& question : questions) {
    const SearchResults answer = find_in(indexes, {question.text}, world.now());
    INFO(question.text << " -> " << answer.corrected << listed(answer.items));
    const auto shown = std::span(answer.items).first(std::min(question.within, answer.items.size()));
    CHECK(std::ranges::any_of(shown, [&](const Found& result) { return result.title.starts_with(question.expected); }));
  }
}

TEST_CASE("among equals the newest news comes first, and an old one still comes") {
  const auto news = [](Instant at) {
    search::Match match;
    match.kind = "news";
    match.updated_at = at;
    match.relevance = 1;
    return match;
  };
  const Instant now = test_start;
  CHECK(score_of(news(now), now) > score_of(news(now - 400 * one_day), now));
  CHECK(score_of(news(now - 4000 * one_day), now) > 0);
  CHECK(score_of(news(now + 10 * one_day), now) == score_of(news(now), now));
}

TEST_CASE("a kind that no one offers is worth nothing") {
  search::Match match;
  match.kind = "inconnu";
  match.relevance = 10;
  CHECK(score_of(match, test_start) == 0);
}
