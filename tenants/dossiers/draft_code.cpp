// Keys of drafts.
#include "tenants/dossiers/draft_code.hpp"

#include "core/base/text.hpp"
#include "core/security/token.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/people/address.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::dossiers {
namespace {

constexpr std::int64_t most_mails = 3;

void add_key(db::Tx& tx, Id<Draft> draft, std::string_view secret, std::string_view kind, Instant now) {
  tx.run(
      "INSERT INTO draft_key (digest, draft_id, kind, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
      security::digest(secret), draft, kind, now);
}

}  // namespace

std::string draft_code(tenants::Tenant& tenant, Id<Draft> draft, std::string_view secret, Instant now) {
  const auto created = tenant.read(
      [&](db::ReadTx& tx) { return tx.number("SELECT created_at FROM draft WHERE id = ?", draft); });
  // Numbers of erased drafts come again: the moment tells two of them apart.
  const std::string code = security::derived_code(
      secret, "draft " + tenant.insee() + " " + std::to_string(draft.value) + " " + std::to_string(created));
  tenant.write_private([&](db::Tx& tx) { add_key(tx, draft, code, "code", now); });
  return code;
}

Result<FoundDraft> find_by_code(tenants::Tenant& tenant, std::string_view code, Instant now) {
  const auto canonical = security::normalize_code(code);
  if (!canonical) return fail(ErrorKind::not_found, "draft.unknown_code");
  const auto found = tenant.read([&](db::ReadTx& tx) {
    return tx.one(
        "SELECT d.id, p.slug FROM draft_key k JOIN draft d ON d.id = k.draft_id "
        "JOIN procedure p ON p.id = d.procedure_id "
        "WHERE k.digest = ? AND k.kind = 'code' AND d.dossier_id IS NULL AND d.expires_at > ?",
        [](const db::Row& row) { return FoundDraft{row.id<Draft>(0), row.text(1)}; }, security::digest(*canonical),
        now);
  });
  if (!found) return fail(ErrorKind::not_found, "draft.unknown_code");
  return *found;
}

std::string let_browser_in(tenants::Tenant& tenant, Id<Draft> draft, Instant now) {
  std::string token = security::random_token();
  tenant.write_private([&](db::Tx& tx) { add_key(tx, draft, token, "browser", now); });
  return token;
}

Result<void> mail_code(tenants::Tenant& tenant, const tenants::Texts& texts, Id<Draft> draft, const CodeMail& mail,
                       Instant now) {
  const std::string_view recipient = trim(mail.recipient);
  if (recipient.empty()) return fail_field("courriel", "draft.email_required");
  if (!tenants::is_mail_address(recipient)) return fail_field("courriel", "form.email.unreadable");
  const tenants::CommuneIdentity& commune = tenant.identity();
  const json::Object data{{"greeting", texts.catalogue.text("mail.greeting")},
                          {"procedure_title", std::string(mail.procedure_title)},
                          {"code", std::string(mail.code)},
                          {"resume_url", commune.site_url + "/reprendre"},
                          {"kept_until", to_french(to_local(mail.kept_until).date)},
                          {"commune_of_name", with_de(commune.name)},
                          {"site_url", commune.site_url}};
  const std::string subject =
      texts.catalogue.text("mail.draft_code.subject", {{"procedure", std::string(mail.procedure_title)}});
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    if (tx.change("UPDATE draft SET mailed = mailed + 1 WHERE id = ? AND mailed < ?", draft, most_mails) == 0)
      return fail_field("courriel", "draft.mailed_enough");
    tenants::enqueue_mail(
        tx, {std::string(recipient), subject, texts.views.render("mails/draft_code.txt", data)}, now);
    return {};
  });
}

}  // namespace clocher::dossiers
