// Letters that agents write once and send often: {{nom}}, {{reference}}, {{demarche}} and the like are filled from the case.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct AnswerModel {
  Id<AnswerModel> id;
  std::string title;
  std::string body;
  std::string procedure;  // slug, "" for every procedure
  std::string updated_by;
  Instant updated_at;
};

struct AnswerModelText {
  std::string title;  // at most 80 characters
  std::string body;   // at most 5,000
  std::string procedure;
};

[[nodiscard]] std::vector<AnswerModel> list_answer_models(db::ReadTx& tx);  // by title
// Those that fit the case's procedure.
[[nodiscard]] std::vector<AnswerModel> answer_models_for(db::ReadTx& tx, const Dossier& dossier);

// Errors of both: invalid title model.title, body message.required, message.too_long, model.unknown_word {word}, procedure
// procedure.not_found. not_found model.not_found.
[[nodiscard]] Result<AnswerModel> create_answer_model(tenants::Tenant& tenant, const tenants::Actor& agent,
                                                      const AnswerModelText& text, Instant now);
[[nodiscard]] Result<AnswerModel> save_answer_model(tenants::Tenant& tenant, const tenants::Actor& agent,
                                                    Id<AnswerModel> id, const AnswerModelText& text, Instant now);
[[nodiscard]] Result<void> delete_answer_model(tenants::Tenant& tenant, const tenants::Actor& agent,
                                               Id<AnswerModel> id, Instant now);

// The words that a model may hold between braces, and the letter of one case. What is typed is text, never code.
[[nodiscard]] std::vector<std::string_view> model_words();
[[nodiscard]] std::string fill_model(std::string_view body, const Dossier& dossier, std::string_view agent_name,
                                     std::string_view commune_of_name, Instant now);

}  // namespace clocher::dossiers
