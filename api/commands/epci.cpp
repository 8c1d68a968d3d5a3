// clocher epci create: every commune of an EPCI, several at a time so that they share their syncs of registry.db.
#include "api/commands/handlers.hpp"
#include "api/commands/progress.hpp"
#include "api/commands/words.hpp"
#include "api/operator/error_json.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

namespace clocher::api::commands {
namespace {

constexpr std::size_t at_a_time = 4;

struct Member {
  std::string insee;
  std::string name;
  Result<json::Value> answer = fail(ErrorKind::unavailable, "operation.failed");
};

// All, or those of "72213, 72003"; one that is no member is an error.
Result<std::vector<Member>> choose(const json::Object& plan, const std::string& wanted) {
  std::vector<Member> all;
  for (const json::Value& each : plan.at("communes").as_array()) {
    all.push_back({json::string_or(each.as_object(), "insee"), json::string_or(each.as_object(), "name")});
  }
  if (wanted.empty() || wanted == "all") return all;
  std::vector<Member> chosen;
  for (const std::string_view code : split(wanted, ',')) {
    const auto found = std::ranges::find(all, trim(code), &Member::insee);
    if (found == all.end()) {
      return fail(ErrorKind::not_found, "epci.not_member",
                  {{"insee", std::string(trim(code))}, {"epci", json::string_or(plan, "name")}});
    }
    chosen.push_back(*found);
  }
  return chosen;
}

void create_members(Invocation& invocation, std::vector<Member>& members) {
  Progress progress(invocation.world, members.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t index = next++; index < members.size(); index = next++) {
      Member& member = members[index];
      member.answer = invocation.call("commune.create", {{"insee", member.insee}});
      progress.advance(
          member.insee + " " + with_typographic_apostrophes(member.name) +
          (member.answer ? " : prête" : " : " + control::describe(invocation.catalogue, member.answer.error())));
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min(at_a_time, members.size()); ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
}

std::string summary(const json::Object& answer, double seconds) {
  const auto number = [&](std::string_view name) { return json::find_integer(answer, name).value_or(0); };
  char time[64];
  std::snprintf(time, sizeof time, " en %.1f s (%.0f communes par seconde).\n", seconds,
                static_cast<double>(number("created")) / std::max(seconds, 0.001));
  return printed(answer, "name") + " : " + counted(number("created"), "commune créée", "communes créées") + ", " +
         std::to_string(number("already_there")) + " déjà là, " + std::to_string(number("failed")) + " en échec," +
         time;
}

}  // namespace

Result<Outcome> run_epci_create(Invocation& invocation) {
  const auto plan = invocation.call("epci.plan", {{"siren", invocation.input.value("SIREN")}});
  if (!plan) return fail(plan.error());
  auto members = choose(plan->as_object(), invocation.input.value("--communes"));
  if (!members) return fail(members.error());
  const Stopwatch stopwatch;
  create_members(invocation, *members);

  std::int64_t created = 0;
  std::int64_t failed = 0;
  json::Array communes;
  std::string faults;
  for (const Member& member : *members) {
    if (member.answer) {
      created += json::is_true(member.answer->as_object(), "created") ? 1 : 0;
      communes.push_back(*member.answer);
      continue;
    }
    ++failed;
    json::Object fault = control::error_to_json(invocation.catalogue, member.answer.error());
    fault["insee"] = member.insee;
    communes.push_back(std::move(fault));
    faults += member.insee + " " + with_typographic_apostrophes(member.name) +
              " : " + control::describe(invocation.catalogue, member.answer.error()) + "\n";
  }
  json::Object answer{{"siren", plan->as_object().at("siren")},
                      {"name", plan->as_object().at("name")},
                      {"created", created},
                      {"already_there", static_cast<std::int64_t>(members->size()) - created - failed},
                      {"failed", failed},
                      {"seconds", stopwatch.seconds()},
                      {"communes", std::move(communes)}};
  std::string text = faults + summary(answer, stopwatch.seconds());
  if (failed > 0) text += "Relancez la commande : elle reprend où elle s’est arrêtée.\n";
  return Outcome{std::move(answer), std::move(text), failed > 0 ? 1 : 0};
}

Result<Outcome> run_epci_open(Invocation& invocation) {
  const Input& input = invocation.input;
  const auto space = invocation.call("epci.open", {{"siren", input.value("SIREN")}, {"host", input.value("--host")}});
  if (!space) return fail(space.error());
  const json::Object& object = space->as_object();
  return Outcome{*space, (json::is_true(object, "created") ? "Espace ouvert : " : "Espace déjà là : ") +
                             printed(object, "name") + "\nAdministration : " + json::string_or(object, "url") +
                             "/admin/\nDonnez-lui un agent : clocher agent create " + json::string_or(object, "insee") +
                             " --email … --name … --role secretaire\n"};
}

}  // namespace clocher::api::commands
