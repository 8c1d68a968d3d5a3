// The resident of a procedure's test: goes through the pages as a browser would, with the answers of the test.
#pragma once

#include "tenants/dossiers/draft.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <set>
#include <string>

namespace clocher::dossiers {

class TestWalk {
 public:
  TestWalk(tenants::Tenant& tenant, const tenants::Texts& texts, const forms::Definition& definition)
      : tenant_(tenant), texts_(texts), definition_(definition) {}

  // From the first page to the review, or to the page that must refuse. Answers of earlier acts stand until they are given
  // again. Nothing when it went as written, otherwise a French sentence.
  [[nodiscard]] std::optional<std::string> fill(const forms::TestAct& act, Instant now);
  // The pages and questions that the answers given so far call for.
  [[nodiscard]] std::optional<std::string> compare_asked(const forms::TestAct& act) const;

  // The answers given so far end the procedure, with a page that holds these words.
  [[nodiscard]] std::optional<std::string> compare_ending(const forms::TestAct& act, Instant now) const;

  [[nodiscard]] std::optional<Id<Draft>> draft() const;
  [[nodiscard]] std::string applicant_address() const;

 private:
  [[nodiscard]] std::optional<std::string> have_draft(Instant now);
  [[nodiscard]] std::optional<std::string> walk(const forms::TestAct& act, Instant now);
  [[nodiscard]] std::optional<std::string> end(const forms::TestAct& act) const;
  [[nodiscard]] std::optional<std::string> compare_errors(const forms::TestAct& act,
                                                          const forms::StepReading& reading) const;
  [[nodiscard]] http::Form form_of(const forms::Step& step, const forms::TestAct& act);
  [[nodiscard]] bool is_asked(const std::string& id) const;
  [[nodiscard]] std::string name_of(const std::string& id) const;  // the title of a page, the label of a question
  [[nodiscard]] std::string say(std::string_view key, const Arguments& arguments = {}) const;

  tenants::Tenant& tenant_;
  const tenants::Texts& texts_;
  const forms::Definition& definition_;
  std::string token_;  // of the browser
  std::optional<Draft> draft_;
  json::Object given_;             // by field, over all acts
  std::set<std::string> on_page_;  // fields that this act came across
  std::set<std::string> joined_;   // fields whose files of this act are sent already
};

}  // namespace clocher::dossiers
