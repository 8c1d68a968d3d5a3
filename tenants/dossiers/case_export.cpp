// SQL of exports, and the rows they hold.
#include "tenants/dossiers/case_export.hpp"

#include "core/base/log.hpp"
#include "tenants/dossiers/case_table.hpp"
#include "tenants/dossiers/work.hpp"
#include "tenants/forms/form_view.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace clocher::dossiers {
namespace {

constexpr std::array<std::string_view, 3> formats = {"csv", "ods", "json"};

CaseExport read_export(const db::Row& row) {
  return {row.id<CaseExport>(0), row.text(1), row.text(2),    row.text(3),   row.integer(4),
          row.text(5),           row.integer(6), row.text(7), row.instant(8)};
}

json::Object to_json(const InboxQuery& query) {
  return {{"state", query.state ? std::string(to_string(*query.state)) : std::string()},
          {"q", query.text},
          {"procedure", query.procedure},
          {"label", query.label},
          {"assignee", query.assignee ? json::Value(*query.assignee) : json::Value(nullptr)},
          {"unread", query.only_unread},
          {"before", query.urgent_before ? to_iso(*query.urgent_before) : std::string()}};
}

InboxQuery from_json(const std::string& text) {
  const json::Object said = json::parse_trusted(text).as_object();
  InboxQuery query;
  query.state = parse_state(json::string_or(said, "state"));
  query.text = json::string_or(said, "q");
  query.procedure = json::string_or(said, "procedure");
  query.label = json::string_or(said, "label");
  if (said.at("assignee").is_int64()) query.assignee = said.at("assignee").as_int64();
  query.only_unread = said.at("unread").as_bool();
  query.urgent_before = parse_iso_date(json::string_or(said, "before"));
  return query;
}

using Columns = std::vector<std::string>;

std::vector<std::string> fixed_cells(db::ReadTx& tx, const tenants::Texts& texts, const Dossier& dossier) {
  const Work work = read_work(tx, dossier.id);
  std::string labels;
  for (const std::string& label : work.labels) labels += (labels.empty() ? "" : ", ") + label;
  return {dossier.reference,
          dossier.procedure_title,
          texts.catalogue.text("state." + std::string(to_string(dossier.state)) + ".label"),
          to_iso(to_local(dossier.submitted_at).date),
          dossier.decided_at ? to_iso(to_local(*dossier.decided_at).date) : "",
          dossier.urgent_on ? to_iso(*dossier.urgent_on) : "",
          work.assignee_name,
          labels,
          dossier.applicant_name,
          dossier.applicant_email};
}

CaseRows make_rows(db::ReadTx& tx, const tenants::Texts& texts, const InboxQuery& query) {
  CaseRows rows{{"reference", "demarche", "etat", "recue_le", "decidee_le", "echeance", "suivie_par", "etiquettes",
                 "demandeur", "courriel"}};
  std::map<std::pair<std::int64_t, std::int64_t>, forms::Definition> definitions;
  std::map<std::string, std::size_t> columns;
  for (const auto id : inbox_ids(tx, query, most_exported_cases)) {
    const Dossier dossier = find_dossier(tx, id).value();
    const std::pair key{dossier.procedure_id.value, dossier.procedure_revision};
    auto definition = definitions.find(key);
    if (definition == definitions.end())
      definition = definitions
                       .emplace(key, forms::read_definition(tx, dossier.procedure_id, dossier.procedure_revision))
                       .first;
    std::vector<std::string> cells = fixed_cells(tx, texts, dossier);
    for (auto& [name, value] : forms::flat_answers(definition->second, dossier.answers)) {
      const auto [column, is_new] = columns.emplace(name, rows.front().size());
      if (is_new) rows.front().push_back(name);
      if (cells.size() <= column->second) cells.resize(column->second + 1);
      cells[column->second] = std::move(value);
    }
    rows.push_back(std::move(cells));
  }
  for (auto& row : rows) row.resize(rows.front().size());
  return rows;
}

void make_one(tenants::Tenant& tenant, const tenants::Texts& texts, const CaseExport& wanted, Instant now) {
  const auto rows =
      tenant.read([&](db::ReadTx& tx) { return make_rows(tx, texts, from_json(wanted.query)); });
  const std::string bytes = write_case_table(rows, wanted.format);
  const std::string sha256 = tenant.files().put(bytes);
  tenant.write_private([&](db::Tx& tx) {
    tx.run(
        "UPDATE case_export SET state = 'made', row_count = ?, file_sha256 = ?, file_bytes = ?, finished_at = ? WHERE id "
        "= ? AND state = 'queued'",
        rows.size() - 1, sha256, bytes.size(), now, wanted.id);
  });
}

}  // namespace

Result<CaseExport> request_export(tenants::Tenant& tenant, const tenants::Actor& agent, std::string_view format,
                                  const InboxQuery& query, Instant now) {
  if (std::ranges::find(formats, format) == formats.end()) return fail_field("format", "export.format");
  return tenant.write_private([&](db::Tx& tx) -> Result<CaseExport> {
    const Id<CaseExport> id{
        tx.insert("INSERT INTO case_export (format, query, state, requested_by, created_at) VALUES (?, ?, 'queued', ?, ?)",
                  format, json::serialize(to_json(query)), agent.name, now)};
    tenants::append_event(tx, agent, {"case_export", id.value}, "case_export.requested", format, now);
    return *find_export(tx, id);
  });
}

std::vector<CaseExport> list_exports(db::ReadTx& tx) {
  return tx.all(
      "SELECT id, format, query, state, row_count, file_sha256, file_bytes, requested_by, created_at FROM case_export "
      "ORDER BY id DESC",
      read_export);
}

std::optional<CaseExport> find_export(db::ReadTx& tx, Id<CaseExport> id) {
  return tx.one(
      "SELECT id, format, query, state, row_count, file_sha256, file_bytes, requested_by, created_at FROM case_export "
      "WHERE id = ?",
      read_export, id);
}

void make_exports(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now) {
  const auto queued = tenant.read([](db::ReadTx& tx) {
    return tx.all(
        "SELECT id, format, query, state, row_count, file_sha256, file_bytes, requested_by, created_at FROM case_export "
        "WHERE state = 'queued' ORDER BY id",
        read_export);
  });
  for (const CaseExport& wanted : queued) {
    try {
      make_one(tenant, texts, wanted, now);
    } catch (const std::exception& error) {
      log::error("case_export.failed", {{"commune", tenant.insee()}, {"reason", std::string_view(error.what())}});
      tenant.write_private([&](db::Tx& tx) {
        tx.run("UPDATE case_export SET state = 'failed', finished_at = ? WHERE id = ?", now, wanted.id);
      });
    }
  }
  const Instant oldest = now - export_seconds;
  const auto old = tenant.read([&](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM case_export WHERE created_at < ?", oldest);
  });
  if (old > 0)
    tenant.write_private([&](db::Tx& tx) { tx.run("DELETE FROM case_export WHERE created_at < ?", oldest); });
}

}  // namespace clocher::dossiers
