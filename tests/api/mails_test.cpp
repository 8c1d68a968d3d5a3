// The mails around a request as people receive them, and what must not be in them.
#include "tenants/dossiers/instruct.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/test_platform.hpp"

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

struct Post {
  TestPlatform platform;
  tenants::TenantHandle tenant = platform.tenant();

  std::vector<tenants::OutboxItem> mails() {
    return tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, platform.now() + one_day, 100); });
  }
  void move(Id<dossiers::Dossier> id, State to, std::string_view reason) {
    REQUIRE(dossiers::change_state(*tenant, platform.texts(), claire, {id, to, reason}, platform.now()));
  }
};

// The tracking code is drawn anew each time: a golden file holds another.
std::string readable(const tenants::OutboxItem& mail, const std::string& code = "") {
  std::string text = "To: " + mail.recipient + "\nSubject: " + mail.subject + "\n\n" + mail.body;
  if (const auto at = text.find(code); !code.empty() && at != std::string::npos)
    text.replace(at, code.size(), "K7QXM-29RTA-PW4ZN");
  return text;
}

bool holds(const tenants::OutboxItem& mail, std::string_view text) {
  return (mail.subject + mail.body).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the receipt of a certificate request reads as it should") {
  Post post;
  const auto dossier =
      sent_dossier(*post.tenant, post.platform.texts(), post.platform.now(), birth_certificate_answers());
  check_golden("mails/receipt_certificate.txt", readable(post.mails().front(), dossier.tracking_code));
}

TEST_CASE("the receipt of an absence reads as it should") {
  Post post;
  const auto dossier =
      sent_dossier(*post.tenant, post.platform.texts(), post.platform.now(), absence_answers(), absence_slug);
  check_golden("mails/receipt_absence.txt", readable(post.mails().front(), dossier.tracking_code));
}

TEST_CASE("the notice to agents reads as it should and holds no word of the resident") {
  Post post;
  make_agent(*post.tenant, post.platform.now());
  const auto dossier =
      sent_dossier(*post.tenant, post.platform.texts(), post.platform.now(), birth_certificate_answers());
  const auto notice = post.mails().back();
  REQUIRE(notice.recipient == agent_email);
  check_golden("mails/agent_new_case.txt", readable(notice));
  for (const std::string& secret : {std::string("Garnier"), std::string("Éloïse"), std::string("1984"),
                                    std::string("Lavoir"), std::string("exemple.fr"), dossier.tracking_code}) {
    INFO(secret);
    CHECK_FALSE(holds(notice, secret));
  }
}

TEST_CASE("the notice of a message reads as it should and keeps the message on the site") {
  Post post;
  const auto dossier =
      sent_dossier(*post.tenant, post.platform.texts(), post.platform.now(), birth_certificate_answers());
  REQUIRE(dossiers::reply(*post.tenant, post.platform.texts(), claire, dossier.id, "Un secret entre nous.",
                          post.platform.now()));
  const auto notice = post.mails().back();
  check_golden("mails/message_from_town_hall.txt", readable(notice));
  CHECK_FALSE(holds(notice, "secret"));
  CHECK_FALSE(holds(notice, dossier.tracking_code));
}

TEST_CASE("each change of state reads as it should") {
  Post post;
  const auto id =
      sent_dossier(*post.tenant, post.platform.texts(), post.platform.now(), birth_certificate_answers()).id;
  post.move(id, State::waiting_for_resident, "Joignez votre livret de famille.");
  check_golden("mails/state_waiting.txt", readable(post.mails().back()));
  post.move(id, State::refused, "L’acte n’est pas dans nos registres.");
  check_golden("mails/state_refused.txt", readable(post.mails().back()));
  post.move(id, State::in_progress, "Nous reprenons la recherche.");
  post.move(id, State::accepted, "");
  check_golden("mails/state_accepted.txt", readable(post.mails().back()));
}

TEST_CASE("no mail of the product holds an escaped character, a placeholder or an empty line too many") {
  Post post;
  make_agent(*post.tenant, post.platform.now());
  const auto id =
      sent_dossier(*post.tenant, post.platform.texts(), post.platform.now(), birth_certificate_answers()).id;
  post.move(id, State::refused, "Raison d’État & \"autres\"");
  REQUIRE(dossiers::reply(*post.tenant, post.platform.texts(), claire, id, "Bonjour", post.platform.now()));
  REQUIRE(post.mails().size() == 4);
  for (const auto& mail : post.mails()) {
    INFO(readable(mail));
    for (const char* trace : {"{{", "}}", "&amp;", "&quot;", "&#", "\n\n\n", "\r"}) CHECK_FALSE(holds(mail, trace));
  }
}
