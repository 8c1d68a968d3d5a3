// Rules that every command keeps, checked by looping over the table.
#include "api/commands/command.hpp"

#include "api/commands/help.hpp"
#include "core/base/text.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace clocher;
using namespace clocher::test;
using api::commands::Command;

namespace {

std::vector<std::string> words_of(const Command& command) {
  std::vector<std::string> words;
  for (const std::string_view word : split(command.path, ' ')) words.emplace_back(word);
  return words;
}

// A value that each argument of the table may have.
std::string sample(std::string_view name) {
  static const std::map<std::string_view, std::string> samples = {
      {"INSEE", mulsanne_code},   {"SIREN", mans_metropole}, {"--email", "claire@exemple.fr"},
      {"--name", "Claire Morel"}, {"--role", "secretaire"},  {"--host", "www.exemple.fr"},
      {"--communes", "72213"},    {"--from", "/nulle-part"},     {"--audience", "particuliers"},    {"--insee", mulsanne_code},
      {"--commune", mulsanne_code}};
  return samples.at(name);
}

std::vector<std::string> whole_call(const Command& command) {
  std::vector<std::string> arguments = words_of(command);
  for (const auto& positional : command.positionals) arguments.push_back(sample(positional.name));
  for (const auto& option : command.options) {
    arguments.emplace_back(option.name);
    arguments.push_back(sample(option.name));
  }
  for (const auto& flag : command.flags) {
    if (flag.name != "--password-stdin") arguments.emplace_back(flag.name);
  }
  arguments.emplace_back("--json");
  return arguments;
}

}  // namespace

TEST_CASE("every command explains itself in French with two examples and its exit codes") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path());
  for (const Command& command : api::commands::commands()) {
    auto arguments = words_of(command);
    arguments.emplace_back("--help");
    const Answer answer = line.run(arguments);
    INFO(answer.out);
    CHECK(answer.exit_code == 0);
    CHECK(answer.err.empty());
    for (const std::string_view example : command.examples) {
      CHECK(answer.out.find(example) != std::string::npos);
      CHECK(example.find("clocher " + std::string(command.path)) != std::string::npos);
    }
    CHECK(command.examples[0] != command.examples[1]);
    for (const char* code : {"\n  0 ", "\n  1 ", "\n  2 ", "\n  3 "}) CHECK(answer.out.find(code) != std::string::npos);
    CHECK(answer.out.find("--json") != std::string::npos);
    CHECK(answer.out.find("Usage") == std::string::npos);
    CHECK(command.summary.ends_with('.'));
  }
}

TEST_CASE("every command answers --json with one JSON text and nothing else, whether it succeeds or not") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path());
  for (const Command& command : api::commands::commands()) {
    INFO(command.path);
    const Answer answer = line.run(whole_call(command));
    std::string out = answer.out;
    if (command.path == "serve") out = out.substr(out.find('\n') + 1);  // its line for people comes first
    CHECK(json::parse(out).has_value());
    CHECK(std::ranges::count(out, '\n') == 1);
    CHECK(answer.exit_code <= 1);
  }
}

TEST_CASE("every command refuses an argument it does not know, and says which") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path());
  for (const Command& command : api::commands::commands()) {
    auto arguments = words_of(command);
    for (const auto& positional : command.positionals) arguments.push_back(sample(positional.name));
    arguments.emplace_back("--inconnu");
    const Answer answer = line.run(arguments);
    INFO(command.path);
    CHECK(answer.exit_code == 2);
    CHECK(answer.err.find("--inconnu") != std::string::npos);
    CHECK(answer.out.empty());
  }
}

TEST_CASE("every command names the argument that is missing") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path());
  for (const Command& command : api::commands::commands()) {
    const bool needs_option = std::ranges::any_of(
        command.options, [](const auto& option) { return option.presence == api::commands::Presence::required; });
    if (command.positionals.empty() && !needs_option) continue;
    const Answer answer = line.run(words_of(command));
    INFO(answer.err);
    CHECK(answer.exit_code == 2);
    CHECK(answer.err.starts_with("Il manque l’"));
  }
}

TEST_CASE("no command takes a secret as an argument") {
  for (const Command& command : api::commands::commands()) {
    for (const auto& option : command.options) {
      INFO(command.path << ' ' << option.name);
      CHECK(option.name.find("password") == std::string_view::npos);
      CHECK(option.name.find("secret") == std::string_view::npos);
      CHECK(option.name.find("token") == std::string_view::npos);
    }
  }
}

TEST_CASE("a command that does not exist is named, and a group lists its own") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path());
  CHECK(line.run({"explode"}).exit_code == 2);
  CHECK(line.run({"explode"}).err.find("explode") != std::string::npos);
  CHECK(line.run({}).exit_code == 2);
  CHECK(line.run({"--help"}).out.find("epci create") != std::string::npos);
  const Answer group = line.run({"commune", "--help"});
  CHECK(group.exit_code == 0);
  CHECK(group.out.find("commune delete") != std::string::npos);
  CHECK(group.out.find("epci create") == std::string::npos);
}

// Written by: clocher documentation > docs/operator/commands.md
TEST_CASE("the page of commands is the one that the program writes") {
  std::ifstream file(CLOCHER_COMMANDS_PAGE, std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  CHECK(page == api::commands::document_commands());
}
