// The life of an act that residents can read: published, completed by the prefecture, corrected by another, withdrawn.
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/act_store.hpp"
#include "tenants/site/act_text.hpp"

#include <chrono>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_reason = 300;

Failure not_found() { return fail(ErrorKind::not_found, "act.not_found"); }
Failure conflict(std::string key) { return fail(ErrorKind::conflict, std::move(key)); }

void note(db::Tx& tx, const Actor& actor, Id<Act> id, std::string_view verb, std::string_view details, Instant now) {
  append_event(tx, actor, {"act", id.value}, verb, details, now);
}

// "deliberation-2026-41"; the object when there is no number.
std::string free_slug(db::ReadTx& tx, const Act& act) {
  const std::string wanted = slug(std::string(info_of(act.kind).key) + " " +
                                  (act.text.number.empty() ? to_iso(*act.text.decided_on) : act.text.number));
  std::string candidate = wanted;
  for (int number = 2; act_store::slug_is_taken(tx, candidate); ++number)
    candidate = wanted + "-" + std::to_string(number);
  return candidate;
}

// Time never runs backwards over what is already written.
bool clock_is_behind(db::ReadTx& tx, Instant now) { return now < act_store::last_known_moment(tx); }

Result<void> check_order(db::ReadTx& tx, const Act& act, Instant now) {
  if (clock_is_behind(tx, now)) return conflict("act.clock");
  if (act.replaces) {
    const auto wrong = find_act(tx, *act.replaces);
    if (!wrong || wrong->replaced_by) return conflict("act.already_replaced");
  }
  if (!act.text.number.empty() && act_store::number_is_taken(tx, act.kind, act.text.number, act.replaces))
    return fail_field("number", "act.number_taken");
  return {};
}

}  // namespace

std::vector<FieldError> lacks_for_publication(const Act& act, Instant now) {
  const ActKindInfo& info = info_of(act.kind);
  const ActText& text = act.text;
  std::vector<FieldError> errors;
  const auto want = [&](Need need, bool is_there, const char* field, const char* key) {
    if (need == Need::mandatory && !is_there) errors.push_back({field, key, {}});
  };
  const Date today = to_local(now).date;
  want(Need::mandatory, act.file.has_value(), "file", "act.file_missing");
  want(Need::mandatory, text.decided_on.has_value(), "decided_on", "act.decided_missing");
  want(info.number, !text.number.empty(), "number", "act.number_missing");
  want(info.author, !text.author_first_name.empty(), "author_first_name", "act.author_missing");
  want(info.author, !text.author_name.empty(), "author_name", "act.author_missing");
  want(info.author, !text.author_quality.empty(), "author_quality", "act.author_missing");
  want(info.subject, !text.subject_code.empty(), "subject_code", "act.subject_missing");
  want(info.meeting, text.meeting_on.has_value(), "meeting_on", "act.meeting_missing");
  if (act.kind == ActKind::proces_verbal)
    want(Need::mandatory, text.approved_on.has_value(), "approved_on", "act.approved_missing");
  if (text.decided_on && *text.decided_on > today) errors.push_back({"decided_on", "act.in_future", {}});
  if (text.approved_on && *text.approved_on > today) errors.push_back({"approved_on", "act.in_future", {}});
  if (text.prefecture_on && *text.prefecture_on > today) errors.push_back({"prefecture_on", "act.in_future", {}});
  return errors;
}

Result<Act> publish_act(Tenant& tenant, const Actor& actor, Id<Act> id, std::int64_t base_version, Instant now) {
  const auto draft = tenant.read([&](db::ReadTx& tx) { return find_act(tx, id); });
  if (!draft) return not_found();
  // What is posted can be read, and is what was given: the store compares the hash.
  if (draft->file && !tenant.files().get(draft->file->sha256)) return fail_field("file", "act.file_lost");
  return tenant.write([&](db::Tx& tx) -> Result<Act> {
    const auto act = find_act(tx, id);
    if (!act) return not_found();
    if (act->state == ActState::published) return *act;
    if (act->state == ActState::withdrawn) return conflict("act.is_published");
    if (act->version != base_version || act->version != draft->version) return conflict("edit.conflict");
    if (auto errors = lacks_for_publication(*act, now); !errors.empty())
      return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
    if (const auto order = check_order(tx, *act, now); !order) return fail(order.error());
    act_store::set_published(tx, id, free_slug(tx, *act), now);
    note(tx, actor, id, "act.published", act->file->sha256, now);
    return *find_act(tx, id);
  });
}

Result<Act> start_replacement(Tenant& tenant, const Actor& actor, Id<Act> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Act> {
    const auto wrong = find_act(tx, id);
    if (!wrong) return not_found();
    if (wrong->state != ActState::published) return conflict("act.not_published");
    if (wrong->replaced_by) return conflict("act.already_replaced");
    if (const auto begun = act_store::find_draft_replacing(tx, id)) return *find_act(tx, *begun);
    ActText text = wrong->text;
    text.prefecture_id.clear();
    text.prefecture_on.reset();
    const auto draft = act_store::insert(tx, wrong->kind, text, id, now);
    note(tx, actor, draft, "act.created", text.object, now);
    return *find_act(tx, draft);
  });
}

Result<Act> note_prefecture(Tenant& tenant, const Actor& actor, Id<Act> id, std::string_view receipt,
                            std::optional<Date> on, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Act> {
    const auto act = find_act(tx, id);
    if (!act) return not_found();
    if (act->state == ActState::draft) return conflict("act.not_published");
    ActText text = act->text;
    text.prefecture_id = receipt;
    text.prefecture_on = on;
    text = cleaned(act->kind, text);
    if (text == act->text) return *act;
    const bool is_known = (!act->text.prefecture_id.empty() && act->text.prefecture_id != text.prefecture_id) ||
                          (act->text.prefecture_on && act->text.prefecture_on != text.prefecture_on);
    if (is_known) return conflict("act.prefecture_known");
    auto errors = check(text);
    if (on && *on > to_local(now).date) errors.push_back({"prefecture_on", "act.in_future", {}});
    if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
    act_store::set_prefecture(tx, id, text.prefecture_id, text.prefecture_on, now);
    note(tx, actor, id, "act.prefecture_noted", text.prefecture_id, now);
    return *find_act(tx, id);
  });
}

Result<Act> withdraw_act(Tenant& tenant, const Actor& actor, Id<Act> id, std::string_view input, Instant now) {
  const std::string reason = forms::clean_line(input);
  if (reason.empty()) return fail_field("reason", "act.reason_missing");
  if (length_in_characters(reason) > longest_reason)
    return fail_field("reason", "input.too_long", {{"maximum", std::to_string(longest_reason)}});
  return tenant.write([&](db::Tx& tx) -> Result<Act> {
    const auto act = find_act(tx, id);
    if (!act) return not_found();
    if (act->state == ActState::withdrawn) return *act;
    if (act->state == ActState::draft) return conflict("act.not_published");
    if (clock_is_behind(tx, now)) return conflict("act.clock");
    const Date from = first_withdrawal_day(*act->published_at);
    if (to_local(now).date < from) return fail(ErrorKind::conflict, "act.too_early", {{"from", to_french(from)}});
    act_store::set_withdrawn(tx, id, reason, now);
    note(tx, actor, id, "act.withdrawn", reason, now);
    return *find_act(tx, id);
  });
}

Date first_withdrawal_day(Instant published_at) {
  Date last = to_local(published_at).date + std::chrono::months(2);
  if (!last.ok()) last = Date(last.year() / last.month() / std::chrono::last);
  return Date(std::chrono::sys_days(last) + std::chrono::days(1));
}

}  // namespace clocher::tenants
