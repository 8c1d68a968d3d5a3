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

  Answer run(const std::vector<std::string>& arguments, const std::string& standard_input = "") { return line.run(arguments, standard_input); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder.path() + "/" + name) << text; }
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
  CHECK(terminal.run({"epci", "create", "123456789"}).err == "Aucune intercommunalité n’a le numéro SIREN 123456789.\n");
}

TEST_CASE("a password comes from the standard input, or is generated and shown once") {
  Terminal terminal;
  REQUIRE(terminal.run({"commune", "create", mulsanne_code}).exit_code == 0);
  const std::vector<std::string> create = {"agent", "create", mulsanne_code, "--email", "a@exemple.fr", "--name", "Claire Morel", "--role", "elu"};
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

TEST_CASE("--data and --config are heard") {
  Terminal terminal;
  const TemporaryFolder other;
  terminal.write("autre.toml", "base_domain = \"exemple.fr\"\n");
  const Answer answer = terminal.run({"config", "show", "--json", "--data", other.path(), "--config", terminal.folder.path() + "/autre.toml"});
  CHECK(json::string_or(answer.json().as_object(), "data_dir") == other.path());
  CHECK(json::string_or(answer.json().as_object(), "base_domain") == "exemple.fr");
}

TEST_CASE("a folder that cannot be used is a broken world") {
  Terminal terminal;
  terminal.write("fichier", "");
  const Answer answer = terminal.run({"commune", "list", "--data", terminal.folder.path() + "/fichier/dedans"});
  CHECK(answer.exit_code == 3);
  CHECK(answer.out.empty());
  CHECK_FALSE(answer.err.empty());
}
