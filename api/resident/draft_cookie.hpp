// The browser's hold on an unfinished form, one cookie for each procedure.
#pragma once

#include "api/context.hpp"
#include "core/http/cookie.hpp"
#include "core/json/json.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/profile.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::api::resident {

[[nodiscard]] std::string draft_token(const Context& context,
                                      const forms::Procedure& procedure);  // "" when there is none
void set_draft_cookie(const Context& context, const forms::Procedure& procedure, std::string_view token,
                      http::Response& response);
void delete_draft_cookie(const Context& context, const forms::Procedure& procedure, http::Response& response);

// The procedure of the address with this browser's draft of it, read in one go.
// `definition` is the draft's revision when there is one, otherwise the current one.
struct OpenForm {
  forms::Procedure procedure;
  std::optional<dossiers::Draft> draft;
  forms::Definition definition;
  tenants::Profile profile;

  [[nodiscard]] forms::Answers answers() const { return draft ? draft->answers : forms::Answers(); }
};
[[nodiscard]] Result<OpenForm> open_form(Context& context);  // not_found procedure.not_found

[[nodiscard]] std::string procedure_path(const forms::Procedure& procedure);  // /demarches/x
[[nodiscard]] std::string step_path(const forms::Procedure& procedure,
                                    const forms::Step& step);              // /demarches/x/etapes/y
[[nodiscard]] std::string ending_path(const forms::Procedure& procedure);  // /demarches/x/pas-concerne
[[nodiscard]] std::string review_path(const forms::Procedure& procedure);  // /demarches/x/verification

[[nodiscard]] std::string later_path(const forms::Procedure& procedure);  // /demarches/x/plus-tard

// Where one goes on: the step where something was typed last, else the first that lacks an answer, else the review.
[[nodiscard]] std::string resume_path(const OpenForm& form, Instant now);

// "K7QXM-29RTA-PW4ZN" as the groups of a view.
[[nodiscard]] json::Array code_groups(std::string_view code);

// Hidden field of every form: only old browsers, which say nothing of where they come from, need it.
[[nodiscard]] std::string csrf_token(const Context& context);

}  // namespace clocher::api::resident
