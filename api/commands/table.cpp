// Every command of the program.
#include "api/commands/command.hpp"
#include "api/commands/handlers.hpp"

namespace clocher::api::commands {
namespace {

const Positional insee{"INSEE", "code INSEE de la commune, par exemple 72213"};
const Flag password_stdin{"--password-stdin", "lire le mot de passe sur l’entrée standard ; sinon il est choisi et affiché"};
constexpr std::string_view unknown_commune = "commune inconnue sur cette plateforme";

std::vector<Command> commune_commands() {
  return {
      {"commune create", "Crée une commune, ou reprend une création interrompue.", {insee},
       {{"--name", "NOM", "nom affiché, à la place de celui du registre national"},
        {"--host", "SITE", "nom de site propre à la commune, par exemple www.exemple.fr"}},
       {}, {"clocher commune create 72213", "clocher commune create 72213 --host www.exemple.fr --json"},
       "code INSEE inconnu, nom de site refusé ou déjà pris, ou commune déjà là sous un autre nom", run_commune_create},
      {"commune list", "Liste les communes de la plateforme.", {}, {}, {},
       {"clocher commune list", "clocher commune list --json"}, "refusé", run_commune_list},
      {"commune show", "Montre une commune.", {insee}, {}, {},
       {"clocher commune show 72213", "clocher commune show 72213 --json"}, unknown_commune, run_commune_show},
      {"commune suspend", "Ferme le site d’une commune sans rien effacer.", {insee}, {}, {},
       {"clocher commune suspend 72213", "clocher commune suspend 72213 --json"}, unknown_commune, run_commune_suspend},
      {"commune resume", "Ouvre de nouveau le site d’une commune.", {insee}, {}, {},
       {"clocher commune resume 72213", "clocher commune resume 72213 --json"}, unknown_commune, run_commune_resume},
      {"commune delete", "Efface une commune et toutes ses données, pour toujours.", {insee}, {},
       {{"--yes", "confirmer ; sans cette option rien n’est effacé"}},
       {"clocher commune delete 72213 --yes", "clocher commune delete 72213 --yes --json"},
       "commune inconnue, ou occupée par une demande en cours", run_commune_delete},
      {"epci create", "Crée toutes les communes d’une intercommunalité ; relancée, reprend où elle s’est arrêtée.",
       {{"SIREN", "numéro SIREN de l’intercommunalité, par exemple 200072692"}},
       {{"--communes", "LISTE", "all, ou des codes INSEE séparés par des virgules (all si absent)"}}, {},
       {"clocher epci create 200072692", "clocher epci create 200072692 --communes 72373,72269"},
       "intercommunalité inconnue, ou au moins une commune en échec", run_epci_create},
      {"epci open", "Ouvre l’espace d’une intercommunalité, d’où elle partage des contenus avec ses communes.",
       {{"SIREN", "numéro SIREN de l’intercommunalité, par exemple 200072692"}},
       {{"--host", "SITE", "nom de site propre à l’espace, par exemple partage.exemple.fr"}}, {},
       {"clocher epci open 200072692", "clocher epci open 200072692 --host partage.exemple.fr --json"},
       "intercommunalité inconnue, ou nom de site refusé ou déjà pris", run_epci_open},
  };
}

std::vector<Command> agent_commands() {
  return {
      {"agent create", "Crée le compte d’un agent de la mairie.", {insee},
       {{"--email", "ADRESSE", "adresse électronique de l’agent", Presence::required},
        {"--name", "NOM", "prénom et nom de l’agent", Presence::required},
        {"--role", "RÔLE", "secrétaire, élu, régisseur ou administrateur, avec ou sans accents", Presence::required}},
       {password_stdin},
       {"clocher agent create 72213 --email mairie@exemple.fr --name \"Claire Morel\" --role secretaire",
        "clocher agent create 72213 --email mairie@exemple.fr --name \"Claire Morel\" --role secretaire --password-stdin < secret.txt"},
       "commune inconnue, compte déjà là, ou réponse à corriger", run_agent_create},
      {"agent list", "Liste les comptes des agents d’une commune.", {insee}, {}, {},
       {"clocher agent list 72213", "clocher agent list 72213 --json"}, unknown_commune, run_agent_list},
      {"agent password", "Change le mot de passe d’un agent et ferme ses sessions.", {insee},
       {{"--email", "ADRESSE", "adresse électronique de l’agent", Presence::required}}, {password_stdin},
       {"clocher agent password 72213 --email mairie@exemple.fr",
        "clocher agent password 72213 --email mairie@exemple.fr --password-stdin < secret.txt"},
       "commune ou compte inconnu, ou mot de passe trop faible", run_agent_password},
  };
}

std::vector<Command> procedure_commands() {
  return {
      {"procedure test", "Joue les essais de toutes les démarches d’une commune, sans rien y changer.", {},
       {{"--commune", "INSEE", "code INSEE de la commune, par exemple 72213", Presence::required}}, {},
       {"clocher procedure test --commune 72213", "clocher procedure test --commune 72213 --json"},
       "commune inconnue, ou au moins un essai échoue", run_procedure_test},
  };
}

std::vector<Command> money_commands() {
  return {
      {"journal verify", "Relit le journal des recettes d’une commune depuis sa première ligne.", {},
       {{"--commune", "INSEE", "code INSEE de la commune, par exemple 72213", Presence::required}}, {},
       {"clocher journal verify --commune 72213", "clocher journal verify --commune 72213 --json"},
       "commune inconnue, ou journal abîmé : la ligne est nommée", run_journal_verify},
  };
}

std::vector<Command> sheet_commands() {
  return {
      {"sheets import", "Importe les fiches de Service-Public, une fois pour toutes les communes ; relancé, reprend où il s’est arrêté.", {},
       {{"--from", "SOURCE", "fichier ZIP, dossier de fichiers XML, adresse d’un ZIP, ou dossier du paquet npm", Presence::required},
        {"--audience", "PUBLIC", "seulement particuliers, professionnels ou associations"}},
       {{"--force", "retirer les fiches disparues même si elles sont nombreuses ; remplacer les vraies par la démonstration"}},
       {"clocher sheets import --from vosdroits-latest.zip",
        "clocher sheets import --from https://lecomarquage.service-public.fr/vdd/3.3/part/zip/vosdroits-latest.zip --json"},
       "source absente ou illisible, fichiers en erreur, ou trop de fiches disparues", run_sheets_import},
      {"sheets status", "Montre les fiches de Service-Public présentes et le dernier import.", {}, {}, {},
       {"clocher sheets status", "clocher sheets status --json"}, "sans objet", run_sheets_status},
  };
}

std::vector<Command> service_commands() {
  return {
      {"serve", "Sert les sites des communes jusqu’à Ctrl+C.", {}, {}, {},
       {"clocher serve", "CLOCHER_PORT=8081 clocher serve --config /etc/clocher/clocher.toml"}, "sans objet", run_serve},
      {"migrate", "Met les données des communes à la version du programme.", {},
       {{"--insee", "INSEE", "seulement cette commune"}}, {},
       {"clocher migrate", "clocher migrate --insee 72213 --json"}, "commune inconnue, ou au moins une en échec", run_migrate},
      {"doctor", "Cherche ce qui ne va pas et dit comment le réparer.", {},
       {{"--commune", "INSEE", "avec --public : la commune dont le site est visité"}},
       {{"--public", "visiter le site d’une commune comme ses habitants : pages, protections, certificat"}},
       {"clocher doctor --json", "clocher doctor --public --commune 72213"}, "au moins un contrôle a trouvé un défaut", run_doctor},
      {"config show", "Montre la configuration effective, secrets masqués.", {}, {}, {},
       {"clocher config show", "clocher config show --json"}, "sans objet", run_config_show},
      {"config check", "Vérifie la configuration sans rien lancer.", {}, {}, {},
       {"clocher config check", "clocher config check --config nouveau.toml"}, "un réglage est faux", run_config_check},
      {"version", "Donne la version du programme.", {}, {}, {},
       {"clocher version", "clocher version --json"}, "sans objet", run_version},
      {"documentation", "Écrit la page de toutes les commandes, en Markdown.", {}, {}, {},
       {"clocher documentation", "clocher documentation > docs/operator/commands.md"}, "sans objet", run_documentation},
  };
}

const Option shared_options[] = {{"--config", "FICHIER", "fichier de configuration (sinon CLOCHER_CONFIG, puis <données>/clocher.toml)"},
                                 {"--data", "DOSSIER", "dossier de données, à la place de CLOCHER_DATA"}};
const Flag shared_flags[] = {{"--json", "répondre en JSON sur la sortie standard, erreurs comprises"},
                             {"--help", "montrer cette aide"}};

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> rows;
    for (const auto& group : {commune_commands(), agent_commands(), procedure_commands(), money_commands(), sheet_commands(), service_commands()}) rows.insert(rows.end(), group.begin(), group.end());
    return rows;
  }();
  return all;
}

std::span<const Option> global_options() { return shared_options; }
std::span<const Flag> global_flags() { return shared_flags; }

}  // namespace clocher::api::commands
