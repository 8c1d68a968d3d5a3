// Builds a CLI11 parser from the table. The only file that includes CLI11.
#include "api/commands/parse.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <map>

#include <CLI/CLI.hpp>

namespace clocher::api::commands {
namespace {

// One subcommand and where CLI11 puts what it reads.
struct Leaf {
  const Command* command;
  CLI::App* app;
};

class Parser {
 public:
  Parser() {
    root_.set_help_flag();
    root_.allow_extras();
    add_shared(root_);
    for (const Command& command : commands()) add(command);
  }

  Parsed parse(std::vector<std::string> arguments) {
    Parsed parsed;
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    try {
      root_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      parsed.fault =
          error.get_name() == "ArgumentMismatch" ? "Une option attend une valeur." : "La commande est mal écrite.";
    }
    find_command(parsed);
    collect(parsed);
    if (parsed.fault.empty()) parsed.fault = fault_of(parsed);
    return parsed;
  }

 private:
  void add_shared(CLI::App& app) {
    for (const Option& option : global_options())
      app.add_option(std::string(option.name), values_[std::string(option.name)]);
    for (const Flag& flag : global_flags()) add_flag(app, flag.name);
  }

  void add_flag(CLI::App& app, std::string_view name) {
    app.add_flag_callback(name == "--help" ? "--help,-h" : std::string(name),
                          [this, name] { flags_.insert(std::string(name)); });
  }

  CLI::App* add_subcommand(CLI::App& parent, std::string_view word) {
    CLI::App* app = parent.add_subcommand(std::string(word));
    app->set_help_flag();
    app->allow_extras();
    add_shared(*app);
    return app;
  }

  void add(const Command& command) {
    CLI::App* app = &root_;
    std::string path;
    for (const std::string_view word : split(command.path, ' ')) {
      path += " " + std::string(word);
      app = apps_.contains(path) ? apps_[path] : apps_[path] = add_subcommand(*app, word);
    }
    for (const Positional& positional : command.positionals)
      app->add_option(std::string(positional.name), values_[std::string(positional.name)]);
    for (const Option& option : command.options)
      app->add_option(std::string(option.name), values_[std::string(option.name)]);
    for (const Flag& flag : command.flags) add_flag(*app, flag.name);
    leaves_.push_back({&command, app});
  }

  void find_command(Parsed& parsed) const {
    const CLI::App* app = &root_;
    while (!app->get_subcommands().empty()) {
      app = app->get_subcommands().front();
      parsed.group += (parsed.group.empty() ? "" : " ") + app->get_name();
    }
    const auto leaf = std::ranges::find(leaves_, app, &Leaf::app);
    if (leaf != leaves_.end()) parsed.command = leaf->command;
  }

  void collect(Parsed& parsed) const {
    for (const auto& [name, value] : values_) {
      if (!value.empty()) parsed.input.values[name] = value;
    }
    parsed.input.flags.insert(flags_.begin(), flags_.end());
  }

  std::string fault_of(const Parsed& parsed) const {
    const auto extras = root_.remaining(true);
    if (parsed.command == nullptr) {
      if (!extras.empty()) return "La commande « " + extras.front() + " » n’existe pas.";
      return parsed.input.flags.contains("--help") ? "" : "Il manque une commande.";
    }
    if (!extras.empty()) return "L’argument « " + extras.front() + " » n’est pas attendu.";
    for (const Positional& positional : parsed.command->positionals) {
      if (!parsed.input.values.contains(positional.name))
        return "Il manque l’argument " + std::string(positional.name) + ".";
    }
    for (const Option& option : parsed.command->options) {
      if (option.presence == Presence::required && !parsed.input.values.contains(option.name))
        return "Il manque l’option " + std::string(option.name) + ".";
    }
    return "";
  }

  CLI::App root_;
  std::map<std::string, CLI::App*> apps_;  // by path: groups too
  std::vector<Leaf> leaves_;
  std::map<std::string, std::string> values_;
  std::set<std::string> flags_;
};

}  // namespace

Parsed parse(const std::vector<std::string>& arguments) { return Parser().parse(arguments); }

}  // namespace clocher::api::commands
