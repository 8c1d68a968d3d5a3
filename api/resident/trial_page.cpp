// The same views as real forms, with what one browser tab has typed.
#include "api/resident/trial_page.hpp"

#include "api/frame.hpp"
#include "api/resident/ending.hpp"
#include "api/resident/introduction_page.hpp"
#include "api/resident/privacy.hpp"
#include "api/respond.hpp"
#include "api/static_files.hpp"
#include "core/view/markdown.hpp"
#include "tenants/forms/form_view.hpp"
#include "tenants/forms/step.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

using forms::Step;

constexpr const char* no_token = "essai";  // no form of a trial is ever posted

class TrialPages {
 public:
  TrialPages(const Context& context, const Trial& trial)
      : context_(context),
        tools_(context.tools),
        form_(as_form(context, trial.definition)),
        today_(to_local(context.now).date) {}

  [[nodiscard]] TrialAnswer answer(const Trial& trial) {
    typed_ = trial.typed;
    page_ = trial.page;
    if (const Step* step = current_step()) {
      if (trial.sent) take(*step, *trial.sent);
    } else if (page_ == review_of_trial && trial.sent) {
      page_ = end_of_trial;
    }
    std::string html = draw();
    return {page_, typed_, std::move(html)};
  }

 private:
  static OpenForm as_form(const Context& context, const forms::Definition& definition) {
    OpenForm form;
    form.procedure.slug = definition.slug;
    form.procedure.title = definition.title;
    form.definition = definition;
    form.profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
    return form;
  }

  [[nodiscard]] forms::Answers answers() const { return forms::read_typed(form_.definition, typed_, today_); }
  [[nodiscard]] const Step* current_step() const { return forms::find_step(form_.definition, page_); }

  void take(const Step& step, const forms::SentFields& sent) {
    auto taken = forms::take_step(form_.definition, step, sent, typed_, today_);
    typed_ = std::move(taken.typed);
    if (taken.reading.is_complete() && forms::find_ending(form_.definition, answers(), today_)) {
      has_ended_ = true;
    } else if (taken.reading.is_complete()) {
      const Step* next = forms::next_step(form_.definition, step, answers());
      page_ = next == nullptr ? std::string(review_of_trial) : next->id;
    } else {
      reading_ = std::move(taken.reading);
    }
  }

  // A review with something missing leads back to it, as a real one does.
  [[nodiscard]] std::string draw() {
    const Step* step = current_step();
    if (page_ == end_of_trial && forms::first_incomplete_step(form_.definition, answers(), today_) != nullptr)
      page_ = review_of_trial;
    const auto ending = forms::find_ending(form_.definition, answers(), today_);
    const bool is_past_questions = page_ == review_of_trial || page_ == end_of_trial;
    if (ending && (has_ended_ || is_past_questions)) return body_of(ending_page(context_, form_, *ending));
    if (step != nullptr) return step_html(*step);
    if (page_ == review_of_trial) return review_html();
    if (page_ == end_of_trial) return end_html();
    page_ = introduction_of_trial;
    return body_of(introduction_page(context_, form_));
  }

  static std::string body_of(const http::Response& response) { return std::string(response.payload()); }

  [[nodiscard]] json::Object frame(std::string_view key, const Arguments& arguments, std::string back) const {
    return frame_data(tools_, form_.profile,
                      {.title = tools_.catalogue.text(key, arguments),
                       .path = procedure_path(form_.procedure),
                       .back_url = std::move(back),
                       .title_error = reading_ && !reading_->errors.empty(),
                       .noindex = true});
  }

  [[nodiscard]] std::string step_html(const Step& step) const {
    const forms::Answers known = answers();
    const Step* previous = forms::previous_step(form_.definition, step, known);
    json::Object data = frame("title.step", {{"step", step.title}, {"procedure", form_.definition.title}},
                              previous == nullptr ? procedure_path(form_.procedure) : step_path(form_.procedure, *previous));
    const forms::StepReading* reading = reading_ ? &*reading_ : nullptr;
    for (auto& [key, value] : forms::step_view(form_.definition, step, known, reading, tools_.catalogue))
      data[key] = std::move(value);
    data["action"] = step_path(form_.procedure, step);
    data["csrf"] = no_token;
    data["submit_label"] = tools_.catalogue.text("common.continue");
    data["keep_url"] = step_path(form_.procedure, step) + "/saisie";
    data["script"] = hashed_path("/static/draft.js");
    data["later_url"] = false;
    data["kept_until"] = false;
    return body_of(page(tools_, 200, "form_step.html", data));
  }

  [[nodiscard]] std::string review_html() const {
    const forms::Answers known = answers();
    const auto steps = forms::visible_steps(form_.definition, known);
    json::Object data = frame("title.review", {{"procedure", form_.definition.title}},
                              steps.empty() ? procedure_path(form_.procedure) : step_path(form_.procedure, *steps.back()));
    const auto url = [&](const Step& step) { return step_path(form_.procedure, step); };
    for (auto& [key, value] : forms::review_view(form_.definition, known, today_, url, tools_.catalogue))
      data[key] = std::move(value);
    data["action"] = review_path(form_.procedure);
    data["csrf"] = no_token;
    data["declaration"] = tools_.catalogue.text("review.declaration");
    data["privacy"] = privacy_data(tools_, form_.profile, form_.definition);
    return body_of(page(tools_, 200, "form_review.html", data));
  }

  [[nodiscard]] std::string end_html() const {
    json::Object data = frame("title.sent", {{"procedure", form_.definition.title}}, "");
    data["is_trial"] = true;
    data["procedure_title"] = form_.definition.title;
    data["reference"] = std::to_string(static_cast<int>(today_.year())) + "-00000";
    data["code_groups"] = json::Array{"ESSAI", "ESSAI", "ESSAI"};
    data["sent"] = moment_data(context_.now);
    data["email"] = or_false(forms::applicant_email(form_.definition, answers()));
    data["receipt_url"] = false;
    data["confirmation_html"] = or_false(view::render_markdown(form_.definition.confirmation));
    data["answer_by"] = false;
    data["payment"] = false;
    return body_of(page(tools_, 200, "form_sent.html", data));
  }

  const Context& context_;
  const Tools& tools_;
  OpenForm form_;
  Date today_;
  std::string page_;
  forms::Typed typed_;
  bool has_ended_ = false;  // with the page that was just sent
  std::optional<forms::StepReading> reading_;
};

}  // namespace

TrialAnswer go_through(const Context& context, Trial trial) { return TrialPages(context, trial).answer(trial); }

}  // namespace clocher::api::resident
