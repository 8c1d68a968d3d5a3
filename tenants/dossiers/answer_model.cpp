// SQL of the models, and their placeholders.
#include "tenants/dossiers/answer_model.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/conversation.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace clocher::dossiers {
namespace {

constexpr std::size_t longest_title = 80;
constexpr std::array<std::string_view, 7> words = {"nom",       "reference", "demarche", "date_demande",
                                                   "date_jour", "agent",     "commune"};

AnswerModel read_model(const db::Row& row) {
  return {row.id<AnswerModel>(0), row.text(1), row.text(2), row.text(3), row.text(4), row.instant(5)};
}

std::optional<AnswerModel> find_model(db::ReadTx& tx, Id<AnswerModel> id) {
  return tx.one("SELECT id, title, body, procedure_slug, updated_by, updated_at FROM answer_model WHERE id = ?",
                read_model, id);
}

// Calls on_text and on_word in the order of the text; "{{" that nothing closes is text.
template <class OnText, class OnWord>
void walk(std::string_view body, OnText on_text, OnWord on_word) {
  while (!body.empty()) {
    const auto open = body.find("{{");
    const auto close = open == std::string_view::npos ? open : body.find("}}", open);
    if (close == std::string_view::npos) return on_text(body);
    on_text(body.substr(0, open));
    on_word(trim(body.substr(open + 2, close - open - 2)));
    body.remove_prefix(close + 2);
  }
}

Result<AnswerModelText> check(db::ReadTx& tx, const AnswerModelText& typed) {
  AnswerModelText text{one_line(trim(typed.title)), "", typed.procedure};
  if (text.title.empty() || length_in_characters(text.title) > longest_title) return fail_field("title", "model.title");
  auto body = check_message(typed.body);
  if (!body) return fail(body.error());
  text.body = std::move(*body);
  std::string unknown;
  walk(
      text.body, [](std::string_view) {},
      [&](std::string_view word) {
        if (unknown.empty() && std::ranges::find(words, word) == words.end()) unknown = word.empty() ? "{{}}" : word;
      });
  if (!unknown.empty()) return fail_field("body", "model.unknown_word", {{"word", unknown}});
  if (!text.procedure.empty() && !forms::find_procedure(tx, text.procedure))
    return fail_field("procedure", "procedure.not_found");
  return text;
}

std::string value_of(std::string_view word, const Dossier& dossier, std::string_view agent_name,
                     std::string_view commune_of_name, Instant now) {
  if (word == "nom") return dossier.applicant_name;
  if (word == "reference") return dossier.reference;
  if (word == "demarche") return dossier.procedure_title;
  if (word == "date_demande") return to_french(to_local(dossier.submitted_at).date);
  if (word == "date_jour") return to_french(to_local(now).date);
  if (word == "agent") return std::string(agent_name);
  if (word == "commune") return std::string(commune_of_name);
  return "{{" + std::string(word) + "}}";
}

}  // namespace

std::vector<AnswerModel> list_answer_models(db::ReadTx& tx) {
  return tx.all("SELECT id, title, body, procedure_slug, updated_by, updated_at FROM answer_model ORDER BY title, id",
                read_model);
}

std::vector<AnswerModel> answer_models_for(db::ReadTx& tx, const Dossier& dossier) {
  return tx.all(
      "SELECT id, title, body, procedure_slug, updated_by, updated_at FROM answer_model WHERE procedure_slug IN ('', ?) "
      "ORDER BY procedure_slug = '', title, id",
      read_model, dossier.procedure_slug);
}

Result<AnswerModel> create_answer_model(tenants::Tenant& tenant, const tenants::Actor& agent,
                                        const AnswerModelText& typed, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<AnswerModel> {
    const auto text = check(tx, typed);
    if (!text) return fail(text.error());
    const Id<AnswerModel> id{tx.insert(
        "INSERT INTO answer_model (title, body, procedure_slug, updated_by, updated_at) VALUES (?, ?, ?, ?, ?)",
        text->title, text->body, text->procedure, agent.name, now)};
    tenants::append_event(tx, agent, {"answer_model", id.value}, "answer_model.saved", text->title, now);
    return *find_model(tx, id);
  });
}

Result<AnswerModel> save_answer_model(tenants::Tenant& tenant, const tenants::Actor& agent, Id<AnswerModel> id,
                                      const AnswerModelText& typed, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<AnswerModel> {
    if (!find_model(tx, id)) return fail(ErrorKind::not_found, "model.not_found");
    const auto text = check(tx, typed);
    if (!text) return fail(text.error());
    tx.run(
        "UPDATE answer_model SET title = ?, body = ?, procedure_slug = ?, updated_by = ?, updated_at = ? WHERE id = ?",
        text->title, text->body, text->procedure, agent.name, now, id);
    tenants::append_event(tx, agent, {"answer_model", id.value}, "answer_model.saved", text->title, now);
    return *find_model(tx, id);
  });
}

Result<void> delete_answer_model(tenants::Tenant& tenant, const tenants::Actor& agent, Id<AnswerModel> id,
                                 Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto model = find_model(tx, id);
    if (!model) return fail(ErrorKind::not_found, "model.not_found");
    tx.run("DELETE FROM answer_model WHERE id = ?", id);
    tenants::append_event(tx, agent, {"answer_model", id.value}, "answer_model.deleted", model->title, now);
    return {};
  });
}

std::vector<std::string_view> model_words() { return {words.begin(), words.end()}; }

std::string fill_model(std::string_view body, const Dossier& dossier, std::string_view agent_name,
                       std::string_view commune_of_name, Instant now) {
  std::string letter;
  walk(
      body, [&](std::string_view text) { letter += text; },
      [&](std::string_view word) { letter += value_of(word, dossier, agent_name, commune_of_name, now); });
  return letter;
}

}  // namespace clocher::dossiers
