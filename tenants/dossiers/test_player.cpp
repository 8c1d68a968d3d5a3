// Plays acts with the real verbs and compares.
#include "tenants/dossiers/test_player.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/silence.hpp"
#include "tenants/dossiers/submit.hpp"
#include "tenants/dossiers/test_walk.hpp"
#include "tenants/dossiers/track.hpp"
#include "tenants/journal/outbox.hpp"

#include <algorithm>

namespace clocher::dossiers {
namespace {

using forms::TestAct;
using Reason = std::optional<std::string>;

const tenants::Actor agent{tenants::ActorKind::agent, "Claire Morel"};

// One space for any run of spaces, no-break spaces and line ends: a mail breaks its lines where it likes.
std::string unbroken(std::string_view text) {
  std::string flat;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hard_space = text.substr(i, 2) == "\u00A0";
    const bool is_space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    if (!is_hard_space && !is_space) {
      flat += text[i];
      continue;
    }
    if (is_hard_space) ++i;
    if (!flat.empty() && flat.back() != ' ') flat += ' ';
  }
  return flat;
}

class Player {
 public:
  Player(tenants::Tenant& tenant, const tenants::Texts& texts, const forms::Definition& definition, Instant start)
      : tenant_(tenant), texts_(texts), now_(start), walk_(tenant, texts, definition) {}

  Reason play(const TestAct& act) {
    now_ = now_ + one_minute;
    switch (act.kind) {
      case TestAct::Kind::fill: return walk_.fill(act, now_);
      case TestAct::Kind::ends: return walk_.compare_ending(act, now_);
      case TestAct::Kind::asked: return walk_.compare_asked(act);
      case TestAct::Kind::wait: return wait(act.days);
      case TestAct::Kind::send: return send(act);
      case TestAct::Kind::mail: return look_at_mail(act);
      default: return dossier_ ? play_on_case(act) : Reason(say("not_sent"));
    }
  }

 private:
  std::string say(std::string_view key, const Arguments& arguments = {}) const {
    return texts_.catalogue.text("procedure_test." + std::string(key), arguments);
  }

  // The clocks of the law run meanwhile, as the upkeep keeps them.
  Reason wait(int days) {
    now_ = now_ + days * one_day;
    keep_clocks(tenant_, texts_, now_);
    return std::nullopt;
  }

  Reason send(const TestAct& act) {
    const auto draft = walk_.draft();
    if (!draft) return say("nothing_to_send");
    const auto sent = submit(tenant_, texts_, *draft, now_);
    if (sent) dossier_ = sent->id;
    return compare(sent, act);
  }

  Reason play_on_case(const TestAct& act) {
    switch (act.kind) {
      case TestAct::Kind::move: return move(act);
      case TestAct::Kind::reply: return compare(reply(tenant_, texts_, agent, *dossier_, act.text, now_), act);
      case TestAct::Kind::message: return compare(answer(tenant_, texts_, {*dossier_, act.text, {}}, now_), act);
      case TestAct::Kind::withdraw: return compare(withdraw(tenant_, *dossier_, now_), act);
      default: return compare_state(act);
    }
  }

  Reason move(const TestAct& act) {
    const auto state = parse_state(act.text);
    if (!state) return say("unknown_state", {{"state", act.text}});
    return compare(change_state(tenant_, texts_, agent, {*dossier_, *state, act.reason}, now_), act);
  }

  Reason compare_state(const TestAct& act) {
    const auto dossier = tenant_.read([&](db::ReadTx& tx) { return find_dossier(tx, *dossier_); });
    const std::string found(to_string(dossier->state));
    if (found == act.text) return std::nullopt;
    return say("other_state", {{"expected", act.text}, {"found", found}});
  }

  // A refusal is told by the message of the field when there is one: "write the reason" says more than "not valid".
  template <class Answer>
  Reason compare(const Result<Answer>& result, const TestAct& act) const {
    if (result) return act.refusal.empty() ? Reason() : Reason(say("not_refused", {{"key", act.refusal}}));
    const Error& error = result.error();
    const auto& [key, arguments] = error.fields.empty() ? std::pair(error.key, error.arguments)
                                                        : std::pair(error.fields.front().key, error.fields.front().arguments);
    if (key == act.refusal) return std::nullopt;
    return say("refused", {{"key", key}, {"message", texts_.catalogue.text(key, arguments)}});
  }

  // The newest to this reader.
  Reason look_at_mail(const TestAct& act) {
    const auto mails = tenant_.read([](db::ReadTx& tx) { return tenants::list_outbox(tx, ""); });
    const std::string reader = act.text == forms::mail_to_agents ? std::string(test_agent_address) : walk_.applicant_address();
    const auto mail = std::ranges::find_if(mails, [&](const tenants::OutboxItem& item) {
      return item.kind == "mail" && fold(item.recipient) == fold(reader);
    });
    if (mail == mails.end()) return say("no_mail", {{"to", reader}});
    const std::string text = unbroken(mail->subject + "\n" + mail->body);
    for (const std::string& words : act.words) {
      if (text.find(unbroken(words)) == std::string::npos) return say("mail_without", {{"words", words}, {"subject", mail->subject}});
    }
    for (const std::string& words : act.absent) {
      if (text.find(unbroken(words)) != std::string::npos) return say("mail_with", {{"words", words}, {"subject", mail->subject}});
    }
    return std::nullopt;
  }

  tenants::Tenant& tenant_;
  const tenants::Texts& texts_;
  Instant now_;
  TestWalk walk_;
  std::optional<Id<Dossier>> dossier_;
};

}  // namespace

std::optional<std::string> play_test(tenants::Tenant& tenant, const tenants::Texts& texts,
                                     const forms::Definition& definition, std::string_view text,
                                     const forms::ProcedureTest& test) {
  const Instant start = to_instant(test.at);
  tenant.write([&](db::Tx& tx) { forms::publish_definition(tx, definition, text, start); });
  Player player(tenant, texts, definition, start);
  for (std::size_t i = 0; i < test.acts.size(); ++i) {
    if (const auto reason = player.play(test.acts[i])) {
      return texts.catalogue.text("procedure_test.act", {{"number", std::to_string(i + 1)}, {"reason", *reason}});
    }
  }
  return std::nullopt;
}

}  // namespace clocher::dossiers
