// One step of a procedure: from what a form sent to answers, and from answers to what comes next. Pure functions.
//
// A field may depend on a field of its own step. Without JavaScript it cannot appear while one types, so it appears
// after "Continuer": the step is shown again with the new question and a gentle notice, not an error
// (StepReading::newly_shown). For that to work the handler saves `values` whatever the outcome, and what was saved is
// what the next page is drawn from.
#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/http/form.hpp"
#include "tenants/forms/answers.hpp"
#include "tenants/forms/definition.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::forms {

// A file that passed upload_check and is not stored yet: store it, then add_file(values, field, ...).
struct AcceptedFile {
  std::string field;
  std::string name;                        // safe to show
  std::string content_type;                // canonical
  const http::UploadedFile* upload;        // lives as long as the form
  bool is_identity = false;                // marked when it arrives, deleted when the case is decided
  std::optional<std::string> remade = {};  // an image made again, see upload_accept.hpp

  // What is to be stored.
  [[nodiscard]] const std::string& bytes() const { return remade ? *remade : upload->bytes; }
  [[nodiscard]] std::int64_t size_bytes() const { return static_cast<std::int64_t>(bytes().size()); }
};

struct StepReading {
  // The saved answers with those of this step: valid ones replaced, others of this step gone. New files are not in yet.
  Answers values;
  // What was typed in this step, valid or not, by field id: shown again as it was.
  json::Object raw;
  std::vector<FieldError> errors;  // in the order of the page; `field` is "id" or "id.part" of an address
  std::vector<AcceptedFile> files;
  std::vector<std::int64_t>
      removed_files;                     // stored files of this step that the resident took away or that are hidden now
  std::vector<std::string> newly_shown;  // fields that these answers made visible and that were not on the page sent
  std::string step = {};                 // its id
  // Control id of the item that "Ajouter" or "Retirer" of a group leads to, "" when neither was pressed: the step is shown
  // again as it is now, without errors.
  std::string rearranged = {};

  [[nodiscard]] bool is_complete() const { return errors.empty() && newly_shown.empty() && rearranged.empty(); }
};

// Stored files are taken away by inputs named "<field>.remove" whose value is their id; other ids are ignored.
// A hidden step gives no answer.
[[nodiscard]] StepReading read_step(const Definition& definition, const Step& step, const http::Form& form,
                                    const Answers& saved, Date today);

// The steps and the fields of a step that these answers call for; answers of hidden fields count for nothing.
[[nodiscard]] std::vector<const Step*> visible_steps(const Definition& definition, const Answers& answers);
[[nodiscard]] std::vector<const Field*> visible_fields(const Definition& definition, const Step& step,
                                                       const Answers& answers);

// nullptr: the review page comes next; the page of the procedure came before.
[[nodiscard]] const Step* next_step(const Definition& definition, const Step& step, const Answers& answers);
[[nodiscard]] const Step* previous_step(const Definition& definition, const Step& step, const Answers& answers);

// The first step where a required answer is missing, an answer no longer follows the rules, or an ending is reached; nullptr:
// ready to submit.
// Review and submission refuse while there is one.
[[nodiscard]] const Step* first_incomplete_step(const Definition& definition, const Answers& answers, Date today);

// The answers with every computed value worked out again, and gone where it is hidden or an answer is missing.
[[nodiscard]] Answers with_computed(const Definition& definition, const Answers& answers, Date today);

// prune, without the answers of the eligibility step: what becomes the case.
[[nodiscard]] Answers submitted_answers(const Definition& definition, const Answers& answers);

// Only the answers of visible fields, in the order of the definition: what is submitted. Unknown keys go.
[[nodiscard]] Answers prune(const Definition& definition, const Answers& answers);

}  // namespace clocher::forms
