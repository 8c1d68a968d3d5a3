// What commands say and leave behind, as an operator sees it.
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>

using namespace clocher;
using namespace clocher::test;

namespace {

struct Terminal {
  TemporaryFolder folder;
  CommandLine line{folder.path()};

  Answer run(const std::vector<std::string>& arguments, const std::string& standard_input = "") {
    return line.run(arguments, standard_input);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder.path() + "/" + name) << text;
  }
};

}  // namespace

TEST_CASE("an unknown commune code is said on the error stream and nothing is created") {
  Terminal terminal;
  const Answer answer = terminal.run({"commune", "create", unknown_code});
  CHECK(answer.exit_code == 1);
  CHECK(answer.out.empty());
  CHECK(answer.err == "Aucune commune n’a le code INSEE 99999.\n");
  CHECK(terminal.run({"commune", "list", "--json"}).out == "[]\n");
  CHECK_FALSE(std::filesystem::exists(terminal.folder.path() + "/communes"));
}

TEST_CASE("with --json an error is a typed object on the output") {
  Terminal terminal;
  const Answer answer = terminal.run({"commune", "create", unknown_code, "--json"});
  CHECK(answer.exit_code == 1);
  CHECK(answer.err.empty());
  const json::Value body = answer.json();
  const json::Object* error = json::find_object(body.as_object(), "error");
  REQUIRE(error);
  CHECK(json::string_or(*error, "kind") == "not_found");
  CHECK(json::string_or(*error, "key") == "reference.unknown_commune");
  CHECK(json::string_or(*error, "message") == "Aucune commune n’a le code INSEE 99999.");
}

TEST_CASE("the list of communes is the contract that other programs read") {
  Terminal terminal;
  REQUIRE(terminal.run({"commune", "create", mulsanne_code}).exit_code == 0);
  const json::Value list = terminal.run({"commune", "list", "--json"}).json();
  REQUIRE(list.as_array().size() == 1);
  const json::Object& commune = list.as_array().front().as_object();
  for (const char* name : {"insee", "name", "host", "state", "population", "epci"}) CHECK(commune.contains(name));
}

TEST_CASE("nothing is deleted without --yes") {
  Terminal terminal;
  REQUIRE(terminal.run({"commune", "create", mulsanne_code}).exit_code == 0);
  const Answer answer = terminal.run({"commune", "delete", mulsanne_code});
  CHECK(answer.exit_code == 2);
  CHECK(answer.err.find("--yes") != std::string::npos);
  CHECK(terminal.run({"commune", "list", "--json"}).json().as_array().size() == 1);
  CHECK(terminal.run({"commune", "delete", mulsanne_code, "--yes"}).exit_code == 0);
  CHECK(terminal.run({"commune", "list", "--json"}).json().as_array().empty());
}

TEST_CASE("an EPCI is created whole, and created again adds nothing") {
  Terminal terminal;
  const json::Value first = terminal.run({"epci", "create", mans_metropole, "--json"}).json();
  CHECK(json::find_integer(first.as_object(), "created") == 20);
  CHECK(json::find_integer(first.as_object(), "failed") == 0);
  const json::Value second = terminal.run({"epci", "create", mans_metropole, "--json"}).json();
  CHECK(json::find_integer(second.as_object(), "created") == 0);
  CHECK(json::find_integer(second.as_object(), "already_there") == 20);
  CHECK(terminal.run({"commune", "list", "--json"}).json().as_array().size() == 20);
}

TEST_CASE("an EPCI says each commune on the error stream, one line each") {
  Terminal terminal;
  const Answer answer = terminal.run({"epci", "create", mans_metropole, "--communes", "72213, 72003"});
  CHECK(answer.exit_code == 0);
  CHECK(answer.err.find("1/2 ") != std::string::npos);
  CHECK(answer.err.find("72213 Mulsanne") != std::string::npos);
  CHECK(answer.err.find('\r') == std::string::npos);
  CHECK(answer.out.find("2 communes créées") != std::string::npos);
}

TEST_CASE("a commune of another EPCI is refused before any is created") {
  Terminal terminal;
  const Answer answer = terminal.run({"epci", "create", mans_metropole, "--communes", "72213,72296"});
  CHECK(answer.exit_code == 1);
  CHECK(answer.err.find("72296") != std::string::npos);
  CHECK(terminal.run({"commune", "list", "--json"}).json().as_array().empty());
  CHECK(terminal.run({"epci", "create", "123456789"}).err ==
        "Aucune intercommunalité n’a le numéro SIREN 123456789.\n");
}

TEST_CASE("a password comes from the standard input, or is generated and shown once") {
  Terminal terminal;
  REQUIRE(terminal.run({"commune", "create", mulsanne_code}).exit_code == 0);
  const std::vector<std::string> create = {"agent",  "create",       mulsanne_code, "--email", "a@exemple.fr",
                                           "--name", "Claire Morel", "--role",      "elu"};
  auto given = create;
  given.emplace_back("--password-stdin");
  CHECK(terminal.run(given, "").exit_code == 2);
  const Answer made = terminal.run(given, "un mot de passe long\nautre chose\n");
  CHECK(made.exit_code == 0);
  CHECK(made.out.find("un mot de passe long") == std::string::npos);
  const Answer reset = terminal.run({"agent", "password", mulsanne_code, "--email", "a@exemple.fr", "--json"});
  CHECK(json::string_or(reset.json().as_object(), "password").size() == 19);
}

TEST_CASE("the configuration is shown without its secrets") {
  Terminal terminal;
  const std::string secret(64, 'a');
  terminal.line.variables = {{"CLOCHER_SECRET_KEY", secret}, {"CLOCHER_SMTP_PASSWORD", "canari"}};
  for (const auto& arguments : {std::vector<std::string>{"config", "show"}, {"config", "show", "--json"}}) {
    const Answer answer = terminal.run(arguments);
    CHECK(answer.exit_code == 0);
    CHECK(answer.out.find("********") != std::string::npos);
    CHECK(answer.out.find(secret) == std::string::npos);
    CHECK(answer.out.find("canari") == std::string::npos);
  }
}

TEST_CASE("a wrong configuration stops every command but those that need none") {
  Terminal terminal;
  terminal.write("clocher.toml", "port = 8080\nprot = 1\n");
  const Answer list = terminal.run({"commune", "list"});
  CHECK(list.exit_code == 2);
  CHECK(list.err.find("prot") != std::string::npos);
  const Answer check = terminal.run({"config", "check", "--json"});
  CHECK(check.exit_code == 1);
  CHECK_FALSE(json::is_true(check.json().as_object(), "ok"));
  CHECK(terminal.run({"version"}).exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(terminal.folder.path() + "/registry.db"));
}

TEST_CASE("the options --data and --config are heard") {
  Terminal terminal;
  const TemporaryFolder other;
  terminal.write("autre.toml", "base_domain = \"exemple.fr\"\n");
  const Answer answer = terminal.run(
      {"config", "show", "--json", "--data", other.path(), "--config", terminal.folder.path() + "/autre.toml"});
  CHECK(json::string_or(answer.json().as_object(), "data_dir") == other.path());
  CHECK(json::string_or(answer.json().as_object(), "base_domain") == "exemple.fr");
}

TEST_CASE("a folder that cannot be used is a broken world") {
  Terminal terminal;
  terminal.write("fichier", "");
  const std::string folder = GENERATE(std::string("/fichier/dedans"), std::string("/fichier"));
  const std::string said = "Clocher ne peut pas écrire dans " + terminal.folder.path() + folder + ". Donnez-le";
  for (const auto& command : {std::vector<std::string>{"commune", "list"},
                              {"commune", "create", mulsanne_code},
                              {"agent", "list", mulsanne_code},
                              {"epci", "create", mans_metropole},
                              {"migrate"},
                              {"serve"}}) {
    auto arguments = command;
    arguments.insert(arguments.end(), {"--data", terminal.folder.path() + folder});
    const Answer answer = terminal.run(arguments);
    INFO(answer.err);
    CHECK(answer.exit_code == 3);
    CHECK(answer.out.empty());
    CHECK(answer.err.starts_with(said));
  }
}

TEST_CASE("what only looks makes no data folder and puts nothing into an empty one") {
  Terminal terminal;
  const std::string folder = terminal.folder.path() + GENERATE(std::string("/absent"), std::string());
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--data", folder});
    return terminal.run(arguments);
  };
  CHECK(run({"commune", "list", "--json"}).out == "[]\n");
  CHECK(run({"commune", "list"}).out.starts_with("Aucune commune."));
  for (const auto& command :
       {std::vector<std::string>{"commune", "show", mulsanne_code}, {"agent", "list", mulsanne_code}}) {
    const Answer answer = run(command);
    CHECK(answer.exit_code == 1);
    CHECK(answer.err.find("ne contient encore aucune commune") != std::string::npos);
  }
  for (const auto& command :
       {std::vector<std::string>{"config", "show"}, {"config", "check"}, {"version"}, {"documentation"}, {"migrate"}}) {
    CHECK(run(command).exit_code == 0);
  }
  CHECK_FALSE(std::filesystem::exists(terminal.folder.path() + "/absent"));
  CHECK(std::filesystem::is_empty(terminal.folder.path()));
}

TEST_CASE("the option --version says what the command version says") {
  const Terminal terminal;
  CHECK(terminal.line.run({"--version"}).out == terminal.line.run({"version"}).out);
  CHECK(terminal.line.run({"--version", "--json"}).out == terminal.line.run({"version", "--json"}).out);
}

TEST_CASE("a role has its accents for people, and is understood with and without them") {
  Terminal terminal;
  REQUIRE(terminal.run({"commune", "create", mulsanne_code}).exit_code == 0);
  const auto create = [&](const std::string& email, const std::string& role) {
    return terminal.run({"agent", "create", mulsanne_code, "--email", email, "--name", "Claire Morel", "--role", role})
        .out;
  };
  CHECK(create("a@exemple.fr", "secretaire").find("Claire Morel, secrétaire de Mulsanne") != std::string::npos);
  CHECK(create("b@exemple.fr", "Régisseur").find("Claire Morel, régisseur de Mulsanne") != std::string::npos);
  CHECK(terminal.run({"agent", "list", mulsanne_code}).out.find("  secrétaire\n") != std::string::npos);
  CHECK(terminal.run({"agent", "list", mulsanne_code, "--json"}).out.find("\"secretaire\"") != std::string::npos);
}

TEST_CASE("a name of the register has the apostrophe of print for people and its own for programs") {
  Terminal terminal;
  REQUIRE(terminal.run({"commune", "create", "72213", "--name", "L'Épau d'Ici"}).exit_code == 0);
  for (const auto& command : {std::vector<std::string>{"commune", "list"},
                              {"commune", "show", mulsanne_code},
                              {"doctor"},
                              {"commune", "delete", mulsanne_code, "--yes"}}) {
    const std::string out = terminal.run(command).out;
    CHECK(out.find("L’Épau d’Ici") != std::string::npos);
    CHECK(out.find("L'Épau") == std::string::npos);
    if (command.back() == mulsanne_code)
      CHECK(terminal.run({"commune", "show", mulsanne_code, "--json"}).out.find("L'Épau d'Ici") != std::string::npos);
  }
}

TEST_CASE("a line that is no TOML is named in French, with the reader's own words in brackets") {
  Terminal terminal;
  terminal.write("clocher.toml", "port = 8080\nbase_domain = \"sans fin\n");
  const Answer answer = terminal.run({"config", "check"});
  CHECK(answer.exit_code == 1);
  CHECK(answer.out.starts_with("Fichier " + terminal.folder.path() + "/clocher.toml, ligne 2"));
  CHECK(answer.out.find("pas du TOML correct") != std::string::npos);
  CHECK(answer.out.ends_with(").\n"));
}

TEST_CASE("one is singular, two are plural") {
  Terminal terminal;
  CHECK(
      terminal.run({"epci", "create", mans_metropole, "--communes", "72213"}).out.find("1 commune créée, 0 déjà là") !=
      std::string::npos);
  CHECK(terminal.run({"migrate"}).out.starts_with("0 commune mise à jour, 1 déjà à jour"));
}
