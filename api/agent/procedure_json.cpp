// Writes the answers of api/openapi.json about procedures.
#include "api/agent/procedure_json.hpp"

#include "tenants/forms/definition_words.hpp"
#include "tenants/forms/procedure_test_run.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace clocher::api::agent {
namespace {

using TestRuns = std::map<std::int64_t, forms::ProcedureTestRun>;

json::Object line(const Context& context, const forms::Procedure& procedure, const TestRuns& runs,
                  const std::set<std::string>& drafts) {
  const auto run = runs.find(procedure.id.value);
  const bool is_failing = run != runs.end() && run->second.revision == procedure.revision && run->second.failed > 0;
  return {{"slug", procedure.slug},
          {"title", procedure.title},
          {"state", forms::to_string(procedure.state)},
          {"revision", procedure.revision},
          {"dossier_count", procedure.dossier_count},
          {"opens_on", procedure.opens ? to_iso(*procedure.opens) : std::string()},
          {"closes_on", procedure.closes ? to_iso(*procedure.closes) : std::string()},
          {"quota", procedure.quota},
          {"once_per_person", procedure.once_per_person},
          {"theme", context.tools.catalogue.text("procedure.theme." + procedure.theme)},
          {"failures", is_failing ? run->second.failures : std::string()},
          {"has_draft", drafts.contains(procedure.slug)},
          {"url", context.tenant.identity().site_url + "/demarches/" + procedure.slug}};
}

std::set<std::string> published_drafts(const std::vector<forms::WorkingCopyLine>& copies) {
  std::set<std::string> slugs;
  for (const forms::WorkingCopyLine& copy : copies) {
    if (copy.is_published) slugs.insert(copy.slug);
  }
  return slugs;
}

json::Value index_or_null(const std::optional<std::size_t>& index) {
  return index ? json::Value(static_cast<std::int64_t>(*index)) : json::Value(nullptr);
}

}  // namespace

json::Object procedure_data(const Context& context, const forms::Procedure& procedure) {
  return context.tenant.read([&](db::ReadTx& tx) {
    return line(context, procedure, forms::test_runs(tx), published_drafts(forms::list_working_copies(tx)));
  });
}

json::Object procedure_list_data(const Context& context) {
  json::Array items;
  json::Array unpublished;
  context.tenant.read([&](db::ReadTx& tx) {
    const auto copies = forms::list_working_copies(tx);
    const auto drafts = published_drafts(copies);
    const auto runs = forms::test_runs(tx);
    for (const auto& procedure : forms::list_all_procedures(tx)) items.push_back(line(context, procedure, runs, drafts));
    for (const forms::WorkingCopyLine& copy : copies) {
      if (!copy.is_published) unpublished.push_back(json::Object{{"slug", copy.slug}, {"title", copy.title}});
    }
  });
  return {{"items", std::move(items)}, {"unpublished", std::move(unpublished)}};
}

std::optional<DraftParts> find_draft_parts(const Context& context) {
  const std::string& slug = context.parameters.get("slug");
  return context.tenant.read([&](db::ReadTx& tx) -> std::optional<DraftParts> {
    auto copy = forms::find_working_copy(tx, slug);
    if (!copy) return std::nullopt;
    return DraftParts{std::move(*copy), forms::find_procedure(tx, slug)};
  });
}

json::Object draft_data(const Context& context, const DraftParts& parts) {
  const auto& [copy, procedure] = parts;
  json::Object definition = json::parse_trusted(copy.text).as_object();
  json::Array problems = problems_data(context, definition);
  return {{"slug", copy.slug},
          {"version", copy.version},
          {"base_revision", copy.base_revision},
          {"current_revision", procedure ? procedure->revision : 0},
          {"state", procedure ? json::Value(forms::to_string(procedure->state)) : json::Value("unpublished")},
          {"updated_by", copy.updated_by},
          {"updated_at", copy.updated_at ? json::Value(copy.updated_at->seconds) : json::Value(nullptr)},
          {"url", context.tenant.identity().site_url + "/demarches/" + copy.slug},
          {"definition", std::move(definition)},
          {"problems", std::move(problems)}};
}

json::Array problems_data(const Context& context, const json::Object& definition) {
  json::Array problems;
  for (const forms::PlacedProblem& problem : forms::problems_in_words(definition, context.tools.catalogue)) {
    problems.push_back(json::Object{{"page", index_or_null(problem.page)},
                                    {"field", index_or_null(problem.field)},
                                    {"property", problem.property},
                                    {"place", problem.place},
                                    {"message", problem.message}});
  }
  return problems;
}

json::Object report_data(const forms::Definition& definition, const dossiers::TestReport& report) {
  json::Array tests;
  for (const forms::ProcedureTest& test : definition.tests) {
    const auto failure = std::ranges::find(report.failures, test.name, &dossiers::TestFailure::test);
    const bool has_failed = failure != report.failures.end();
    tests.push_back(json::Object{
        {"name", test.name}, {"passed", !has_failed}, {"reason", has_failed ? failure->reason : std::string()}});
  }
  return {{"tests", std::move(tests)}, {"failed", report.failed()}};
}

json::Object revision_data(const forms::ProcedureRevision& revision) {
  return {{"number", revision.number},
          {"title", revision.title},
          {"source", revision.is_from_catalogue ? "catalogue" : "commune"},
          {"author", revision.author},
          {"at", revision.at.seconds},
          {"open_cases", revision.open_cases}};
}

json::Array changes_data(const std::vector<forms::DefinitionChange>& changes) {
  json::Array list;
  for (const forms::DefinitionChange& change : changes) {
    list.push_back(json::Object{{"kind", forms::to_string(change.kind)},
                                {"sentence", change.sentence},
                                {"before", change.before},
                                {"after", change.after}});
  }
  return list;
}

json::Object older_cases_data(const std::vector<dossiers::OlderCase>& cases) {
  std::int64_t movable = 0;
  json::Array kept;
  for (const dossiers::OlderCase& one : cases) {
    if (one.obstacle.empty()) ++movable;
    else
      kept.push_back(json::Object{
          {"id", one.id.value}, {"reference", one.reference}, {"revision", one.revision}, {"reason", one.obstacle}});
  }
  return {{"movable", movable}, {"kept", std::move(kept)}};
}

}  // namespace clocher::api::agent
