// SQL and rules of moving requests to another revision.
#include "tenants/dossiers/move_cases.hpp"

#include "core/base/date.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/step.hpp"

#include <algorithm>
#include <map>

namespace clocher::dossiers {
namespace {

struct Candidate {
  OlderCase older;
  std::string status;
  forms::Answers answers;
  Instant submitted_at;
  json::Array corrections;  // ids of questions that are to be corrected
};

Candidate read_candidate(const db::Row& row) {
  return {{row.id<Dossier>(0), row.text(1), row.integer(2), ""},
          row.text(3),
          json::parse_trusted(row.text(4)).as_object(),
          row.instant(5),
          json::parse_trusted(row.text(6)).as_array()};
}

std::vector<Candidate> list_candidates(db::ReadTx& tx, const forms::Procedure& procedure) {
  return tx.all(
      "SELECT d.id, d.reference, d.procedure_revision, d.status, d.answers, d.submitted_at, COALESCE((SELECT c.fields FROM "
      "correction c WHERE c.dossier_id = d.id AND c.ended_at IS NULL ORDER BY c.id DESC LIMIT 1), '[]') FROM dossier d "
      "WHERE d.procedure_id = ? AND d.procedure_revision < ? AND d.state IN ('submitted', 'in_progress', "
      "'waiting_for_resident') ORDER BY d.submitted_at, d.id",
      read_candidate, procedure.id, procedure.revision);
}

// What the resident was told when the request was sent.
bool keeps_promises(const forms::Definition& from, const forms::Definition& to) {
  return from.silence.rule == to.silence.rule && from.silence.months == to.silence.months &&
         from.retention_months == to.retention_months && from.retention_end == to.retention_end;
}

std::string label_in(const forms::Definition& definition, std::string_view id) {
  const forms::Field* field = forms::find_field(definition, id);
  return field == nullptr ? std::string(id) : field->label;
}

class Obstacles {
 public:
  Obstacles(const forms::Definition& from, const forms::Definition& to, const view::Catalogue& catalogue)
      : from_(from), to_(to), catalogue_(catalogue) {}

  // The first one, in French; "" for none.
  std::string first(const Candidate& one) const {
    if (!keeps_promises(from_, to_)) return say("promises");
    if (!one.status.empty() && std::ranges::find(to_.statuses, one.status, &forms::Status::id) == to_.statuses.end())
      return say("status");
    if (const std::string lost = lost_question(one); !lost.empty()) return say("lost", {{"question", lost}});
    const Date asked_on = to_local(one.submitted_at).date;  // "from today" was about that day
    if (const forms::Step* step = forms::first_incomplete_step(to_, one.answers, asked_on))
      return say("incomplete", {{"page", step->title}});
    return "";
  }

 private:
  // A question that was answered, or is to be corrected, and that nobody would see any more or that became another kind.
  std::string lost_question(const Candidate& one) const {
    const forms::Answers kept = forms::prune(to_, one.answers);
    for (const auto& answer : one.answers) {
      const forms::Field* before = forms::find_field(from_, answer.key());
      const forms::Field* after = forms::find_field(to_, answer.key());
      const bool is_same = before != nullptr && after != nullptr && before->type == after->type;
      if (!is_same || !kept.contains(answer.key())) return label_in(from_, answer.key());
    }
    for (const json::Value& id : one.corrections) {
      const std::string field(std::string_view(id.as_string()));
      if (forms::find_field(to_, field) == nullptr) return label_in(from_, field);
    }
    return "";
  }

  std::string say(std::string_view key, const Arguments& arguments = {}) const {
    return catalogue_.text("procedure_move." + std::string(key), arguments);
  }

  const forms::Definition& from_;
  const forms::Definition& to_;
  const view::Catalogue& catalogue_;
};

std::vector<OlderCase> judge(db::ReadTx& tx, const forms::Procedure& procedure, const view::Catalogue& catalogue) {
  std::vector<OlderCase> cases;
  const forms::Definition to = forms::read_definition(tx, procedure.id, procedure.revision);
  std::map<std::int64_t, forms::Definition> earlier;
  for (Candidate& one : list_candidates(tx, procedure)) {
    const std::int64_t revision = one.older.revision;
    if (!earlier.contains(revision)) earlier.emplace(revision, forms::read_definition(tx, procedure.id, revision));
    one.older.obstacle = Obstacles(earlier.at(revision), to, catalogue).first(one);
    cases.push_back(std::move(one.older));
  }
  return cases;
}

}  // namespace

Result<std::vector<OlderCase>> list_older_cases(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                std::string_view slug) {
  return tenant.read([&](db::ReadTx& tx) -> Result<std::vector<OlderCase>> {
    const auto procedure = forms::find_procedure(tx, slug);
    if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
    return judge(tx, *procedure, texts.catalogue);
  });
}

Result<std::vector<OlderCase>> move_cases(tenants::Tenant& tenant, const tenants::Texts& texts,
                                          const tenants::Actor& actor, std::string_view slug, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<std::vector<OlderCase>> {
    const auto procedure = forms::find_procedure(tx, slug);
    if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
    auto cases = judge(tx, *procedure, texts.catalogue);
    for (const OlderCase& one : cases) {
      if (!one.obstacle.empty()) continue;
      tx.run("UPDATE dossier SET procedure_revision = ? WHERE id = ?", procedure->revision, one.id);
      tenants::append_event(tx, actor, {"dossier", one.id.value}, "dossier.revision_moved",
                            std::to_string(procedure->revision), now);
    }
    return cases;
  });
}

}  // namespace clocher::dossiers
