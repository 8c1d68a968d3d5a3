// clocher agent ...: passwords come from the standard input or are generated, never from the arguments.
#include "api/commands/handlers.hpp"
#include "api/commands/words.hpp"
#include "core/base/text.hpp"

#include <istream>

namespace clocher::api::commands {
namespace {

// The first line, without its end. "" without --password-stdin: one is generated.
Result<std::string> read_password(const Invocation& invocation) {
  if (!invocation.input.has("--password-stdin")) return std::string();
  std::string line;
  std::getline(invocation.world.in, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty()) return fail(ErrorKind::malformed, "command.no_password");
  return line;
}

std::string sheet(const json::Object& account) {
  std::string text = json::string_or(account, "name") + ", " + role_in_words(json::string_or(account, "role")) + " " +
                     with_de(json::string_or(account, "commune")) + "\n  Adresse : " + json::string_or(account, "url") +
                     "\n  Compte : " + json::string_or(account, "email") + "\n";
  if (const auto password = json::find_string(account, "password")) {
    text += "  Mot de passe (affiché une seule fois) : " + *password + "\n";
  }
  return text;
}

Result<Outcome> answer_with_account(Invocation& invocation, std::string_view operation, json::Object input,
                                    std::string_view said) {
  const auto password = read_password(invocation);
  if (!password) return fail(password.error());
  input["password"] = *password;
  const auto account = invocation.call(operation, input);
  if (!account) return fail(account.error());
  return Outcome{*account, std::string(said) + sheet(account->as_object())};
}

}  // namespace

Result<Outcome> run_agent_create(Invocation& invocation) {
  const Input& input = invocation.input;
  return answer_with_account(invocation, "agent.create",
                             {{"insee", input.value("INSEE")},
                              {"email", input.value("--email")},
                              {"name", input.value("--name")},
                              {"role", fold(input.value("--role"))}},
                             "Compte créé : ");
}

Result<Outcome> run_agent_password(Invocation& invocation) {
  return answer_with_account(invocation, "agent.password",
                             {{"insee", invocation.input.value("INSEE")}, {"email", invocation.input.value("--email")}},
                             "Mot de passe changé, sessions fermées : ");
}

Result<Outcome> run_agent_list(Invocation& invocation) {
  const auto agents = invocation.call("agent.list", {{"insee", invocation.input.value("INSEE")}});
  if (!agents) return fail(agents.error());
  std::string text;
  for (const json::Value& each : agents->as_array()) {
    const json::Object& agent = each.as_object();
    text += json::string_or(agent, "email") + "  " + json::string_or(agent, "name") + "  " +
            role_in_words(json::string_or(agent, "role")) + "\n";
  }
  return Outcome{*agents, text.empty() ? "Aucun compte dans cette commune.\n" : text};
}

}  // namespace clocher::api::commands
