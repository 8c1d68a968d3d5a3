// A request as the resident who sent it sees it: state, conversation, answers.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/step.hpp"

#include <string_view>

namespace clocher::api::resident {

// The form by which a resident answers: a message and perhaps a file, read with the same rules as any procedure.
class ReplyForm {
 public:
  static constexpr std::string_view message_field = "message";

  explicit ReplyForm(const view::Catalogue& catalogue);
  [[nodiscard]] forms::StepReading read(const http::Form& form, Date today) const;
  // `fields`, `has_errors`, `errors` and `single_question` of tracking_case.html.
  [[nodiscard]] json::Object view(const forms::StepReading* reading, const view::Catalogue& catalogue) const;

 private:
  forms::Definition definition_;
};

struct CaseView {
  std::string_view notice_key = "";             // of the catalogue, "" for none
  const forms::StepReading* reading = nullptr;  // an answer that was refused, shown again
};

// What a request waits for, {amount, is_paid, page_url}; false when it costs nothing.
[[nodiscard]] json::Value case_payment_data(const Context& context, Id<dossiers::Dossier> id);

[[nodiscard]] Result<http::Response> case_page(Context& context, Id<dossiers::Dossier> id, const CaseView& view);

}  // namespace clocher::api::resident
