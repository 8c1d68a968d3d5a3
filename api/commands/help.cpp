// Plain text in two columns, and the same as Markdown.
#include "api/commands/help.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::api::commands {
namespace {

constexpr std::size_t column = 26;

std::string line(std::string_view left, std::string_view right) {
  std::string text = "  " + std::string(left);
  const std::size_t width = length_in_characters(text);
  text += width + 2 > column ? "\n" + std::string(column, ' ') : std::string(column - width, ' ');
  return text + std::string(right) + "\n";
}

std::string with_value(const Option& option) { return std::string(option.name) + " " + std::string(option.value); }

std::string usage(const Command& command) {
  std::string text = "clocher " + std::string(command.path);
  for (const Positional& positional : command.positionals) text += " <" + std::string(positional.name) + ">";
  for (const Option& option : command.options) {
    text += option.presence == Presence::required ? " " + with_value(option) : " [" + with_value(option) + "]";
  }
  for (const Flag& flag : command.flags) text += " [" + std::string(flag.name) + "]";
  return text;
}

std::string arguments_of(const Command& command) {
  std::string text;
  for (const Positional& positional : command.positionals) text += line(positional.name, positional.help);
  for (const Option& option : command.options) text += line(with_value(option), option.help);
  for (const Flag& flag : command.flags) text += line(flag.name, flag.help);
  return text;
}

std::string shared_arguments() {
  std::string text;
  for (const Option& option : global_options()) text += line(with_value(option), option.help);
  for (const Flag& flag : global_flags()) text += line(flag.name, flag.help);
  return text;
}

std::string exit_codes(const Command& command) {
  return line("0", "réussi") + line("1", command.refusal) + line("2", "commande ou configuration mal écrite") +
         line("3", "panne : dossier, disque, port ou service");
}

}  // namespace

std::string help_of(const Command& command) {
  std::string text = std::string(command.summary) + "\n\nUtilisation :\n  " + usage(command) + "\n";
  const std::string own = arguments_of(command);
  if (!own.empty()) text += "\nArguments :\n" + own;
  text += "\nOptions communes :\n" + shared_arguments();
  text += "\nCodes de sortie :\n" + exit_codes(command);
  text += "\nExemples :\n";
  for (const std::string_view example : command.examples) text += "  " + std::string(example) + "\n";
  return text;
}

std::string overview(std::string_view group) {
  std::string text = "Clocher, la mairie en ligne des petites communes.\n\nUtilisation :\n  clocher " +
                     (group.empty() ? std::string() : std::string(group) + " ") +
                     "<commande> [options]\n\nCommandes :\n";
  for (const Command& command : commands()) {
    if (group.empty() || command.path.starts_with(std::string(group) + " "))
      text += line(command.path, command.summary);
  }
  return text + "\nAide d’une commande, avec deux exemples : clocher <commande> --help\n";
}

std::string document_commands() {
  std::string text =
      "# Commandes de l’exploitant\n\nPage écrite par `clocher documentation` : ne la modifiez pas à la main.\n\n"
      "Toute commande donne le même résultat que le service tourne ou non : quand il tourne, elle s’adresse à lui par "
      "la "
      "prise `clocher.sock` du dossier de données.\nAvec `--json`, la sortie standard porte un seul texte JSON : la "
      "réponse, ou "
      "`{\"error\":{\"kind\",\"key\",\"arguments\",\"message\",\"fields\"}}`.\nAucun mot de passe ne passe par la "
      "ligne de commande.\n";
  for (const Command& command : commands()) {
    text += "\n## clocher " + std::string(command.path) + "\n\n```text\n" + help_of(command) + "```\n";
  }
  return text;
}

}  // namespace clocher::api::commands
