// Drafts of acts: made, changed, given their file, thrown away.
#include "core/base/text.hpp"
#include "tenants/forms/upload_check.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/act_store.hpp"
#include "tenants/site/act_text.hpp"

namespace clocher::tenants {
namespace {

Failure not_found() { return fail(ErrorKind::not_found, "act.not_found"); }
Failure invalid(std::vector<FieldError> errors) {
  return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
}

void note(db::Tx& tx, const Actor& actor, Id<Act> id, std::string_view verb, std::string_view details, Instant now) {
  append_event(tx, actor, {"act", id.value}, verb, details, now);
}

// An act that may still change.
Result<Act> find_open(db::ReadTx& tx, Id<Act> id) {
  auto act = find_act(tx, id);
  if (!act) return not_found();
  if (act->state != ActState::draft) return fail(ErrorKind::conflict, "act.is_published");
  return std::move(*act);
}

}  // namespace

std::string_view to_string(ActState state) {
  if (state == ActState::published) return "published";
  return state == ActState::withdrawn ? "withdrawn" : "draft";
}

std::string path_of(const Act& act) { return "/actes/" + act.slug; }

std::string name_of(const Act& act) {
  const std::string label(info_of(act.kind).label);
  if (!act.text.number.empty()) return label + " n°\u00A0" + act.text.number;
  if (info_of(act.kind).meeting == Need::mandatory && act.text.meeting_on)
    return label + " de la séance du " + to_french(*act.text.meeting_on);
  return act.text.decided_on ? label + " du " + to_french(*act.text.decided_on) : label;
}

Result<Act> create_act(Tenant& tenant, const Actor& actor, ActKind kind, const ActText& input, Instant now) {
  const ActText text = cleaned(kind, input);
  if (auto errors = check(text); !errors.empty()) return invalid(std::move(errors));
  return tenant.write_private([&](db::Tx& tx) -> Result<Act> {
    const auto id = act_store::insert(tx, kind, text, std::nullopt, now);
    note(tx, actor, id, "act.created", text.object, now);
    return *find_act(tx, id);
  });
}

Result<Act> save_act(Tenant& tenant, const Actor& actor, Id<Act> id, const ActText& input, std::int64_t base_version,
                     Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Act> {
    const auto current = find_open(tx, id);
    if (!current) return fail(current.error());
    const ActText text = cleaned(current->kind, input);
    if (auto errors = check(text); !errors.empty()) return invalid(std::move(errors));
    if (text != current->text) {
      if (base_version != current->version) return fail(ErrorKind::conflict, "edit.conflict");
      act_store::update(tx, id, text, now);
      note(tx, actor, id, "act.changed", text.object, now);
    }
    return *find_act(tx, id);
  });
}

Result<Act> give_act_file(Tenant& tenant, const Actor& actor, Id<Act> id, const http::UploadedFile& upload,
                          std::size_t max_bytes, Instant now) {
  const auto checked = forms::check_upload(upload, {.accept = {"pdf"}, .max_bytes = max_bytes});
  if (!checked) return fail_field("file", checked.error().key, checked.error().arguments);
  if (const auto open = tenant.read([&](db::ReadTx& tx) { return find_open(tx, id); }); !open)
    return fail(open.error());
  const ActFile file{checked->name, tenant.files().put(upload.bytes), static_cast<std::int64_t>(upload.bytes.size())};
  return tenant.write_private([&](db::Tx& tx) -> Result<Act> {
    if (const auto open = find_open(tx, id); !open) return fail(open.error());
    act_store::set_file(tx, id, file, now);
    note(tx, actor, id, "act.file_given", file.name, now);
    return *find_act(tx, id);
  });
}

Result<void> delete_act(Tenant& tenant, const Actor& actor, Id<Act> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto open = find_open(tx, id);
    if (!open) return fail(open.error());
    act_store::remove(tx, id);
    note(tx, actor, id, "act.deleted", open->text.object, now);
    return {};
  });
}

}  // namespace clocher::tenants
