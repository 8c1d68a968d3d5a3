// SQL and rules of requests entered for somebody else.
#include "tenants/dossiers/assistance.hpp"

#include "core/base/text.hpp"

#include <array>

namespace clocher::dossiers {
namespace {

constexpr std::array channels = {Channel::counter, Channel::phone, Channel::letter, Channel::france_services};
constexpr std::array mandates = {Mandate::present, Mandate::spoken, Mandate::written};
constexpr std::size_t longest_helper = 100;

template <class Values>
auto parse(const Values& values, std::string_view text) -> std::optional<typename Values::value_type> {
  for (const auto value : values) {
    if (to_string(value) == text) return value;
  }
  return std::nullopt;
}

Assistance read_assistance(const db::Row& row) {
  return {parse(channels, row.text(0)).value(), parse(mandates, row.text(1)).value(), row.text(2), row.instant(3)};
}

Result<Assistance> check(const tenants::Actor& agent, const AssistanceInput& input, Instant now) {
  std::vector<FieldError> errors;
  const auto channel = parse(channels, input.channel);
  const auto mandate = parse(mandates, input.mandate);
  if (!channel) errors.push_back({"channel", "assistance.channel", {}});
  if (!mandate) errors.push_back({"mandate", "assistance.mandate", {}});
  // Nobody is present on the telephone or in a letter.
  if (mandate == Mandate::present && (channel == Channel::phone || channel == Channel::letter))
    errors.push_back({"mandate", "assistance.absent", {}});
  const std::string helper = one_line(trim(input.helper));
  if (length_in_characters(helper) > longest_helper) errors.push_back({"helper", "assistance.helper", {}});
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return Assistance{*channel, *mandate, helper.empty() ? agent.name : helper, now};
}

}  // namespace

std::string_view to_string(Channel channel) {
  switch (channel) {
    case Channel::counter: return "counter";
    case Channel::phone: return "phone";
    case Channel::letter: return "letter";
    case Channel::france_services: return "france_services";
  }
  return "counter";
}

std::string_view to_string(Mandate mandate) {
  switch (mandate) {
    case Mandate::present: return "present";
    case Mandate::spoken: return "spoken";
    case Mandate::written: return "written";
  }
  return "present";
}

Result<StartedDraft> start_assisted(tenants::Tenant& tenant, const tenants::Actor& agent,
                                    const forms::Procedure& procedure, const AssistanceInput& input,
                                    std::int64_t kept_seconds, Instant now) {
  const auto assistance = check(agent, input, now);
  if (!assistance) return fail(assistance.error());
  auto started = start_draft(tenant, procedure, kept_seconds, now);
  if (!started) return fail(started.error());
  tenant.write_private([&](db::Tx& tx) {
    tx.run("INSERT INTO assistance (draft_id, channel, mandate, helper, started_at) VALUES (?, ?, ?, ?, ?)",
           started->draft.id, to_string(assistance->channel), to_string(assistance->mandate), assistance->helper, now);
    tenants::append_event(tx, agent, {"draft", started->draft.id.value}, "draft.assisted", procedure.title, now);
  });
  return started;
}

std::optional<Assistance> assistance_of(db::ReadTx& tx, Id<Draft> draft) {
  return tx.one("SELECT channel, mandate, helper, started_at FROM assistance WHERE draft_id = ?", read_assistance, draft);
}

std::optional<Assistance> assistance_of(db::ReadTx& tx, Id<Dossier> dossier) {
  return tx.one("SELECT channel, mandate, helper, started_at FROM assistance WHERE dossier_id = ?", read_assistance,
                dossier);
}

void move_assistance(db::Tx& tx, Id<Draft> draft, Id<Dossier> dossier) {
  tx.run("UPDATE assistance SET dossier_id = ?, draft_id = NULL WHERE draft_id = ?", dossier, draft);
}

forms::Definition definition_for(db::ReadTx& tx, Id<Draft> draft, Id<forms::Procedure> procedure,
                                 std::int64_t revision) {
  forms::Definition definition = forms::read_definition(tx, procedure, revision);
  if (!assistance_of(tx, draft)) return definition;
  for (forms::Step& step : definition.steps) {
    for (forms::Field& field : step.fields) {
      if (field.id == definition.applicant.email) field.required = false;
    }
  }
  return definition;
}

}  // namespace clocher::dossiers
