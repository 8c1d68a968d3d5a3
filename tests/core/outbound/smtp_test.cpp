// Talking to a mail server: what is said, and which failures are worth a retry.
#include "core/outbound/smtp.hpp"

#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::outbound;

namespace {

SmtpConfig config_for(int port) {
  SmtpConfig config;
  config.host = "127.0.0.1";
  config.port = port;
  config.security = SmtpSecurity::none;
  return config;
}

Mail sample() {
  Mail mail;
  mail.from = {"Mairie", "ne-pas-repondre@clocher.fr"};
  mail.to = {"", "marie@example.fr"};
  mail.subject = "Reçu";
  mail.text = "Bonjour,\n.\n..fin\n";
  mail.message_id = "outbox-1.72213@clocher.fr";
  mail.date = {1'795'512'720};
  return mail;
}

Error error_with(SmtpScript script, SmtpConfig changes = config_for(0)) {
  SmtpPeer peer(std::move(script));
  changes.port = peer.port();
  const auto sent = SmtpMailer(changes).send(sample());
  REQUIRE_FALSE(sent);
  return sent.error();
}

bool contains(const std::vector<std::string>& lines, const std::string& start) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.starts_with(start); });
}

}  // namespace

TEST_CASE("a mail reaches the server byte by byte", "[smtp]") {
  SmtpPeer peer;
  REQUIRE(SmtpMailer(config_for(peer.port())).send(sample()));
  CHECK(peer.mail() == to_rfc5322(sample()).value());
  CHECK(contains(peer.commands(), "EHLO clocher.fr"));
  CHECK(contains(peer.commands(), "MAIL FROM:<ne-pas-repondre@clocher.fr>"));
  CHECK(contains(peer.commands(), "RCPT TO:<marie@example.fr>"));
  CHECK_FALSE(contains(peer.commands(), "AUTH"));
}

TEST_CASE("a refused connection may pass later", "[smtp]") {
  const auto sent = SmtpMailer(config_for(closed_port())).send(sample());
  REQUIRE_FALSE(sent);
  CHECK(sent.error().kind == ErrorKind::unavailable);
  CHECK(sent.error().key == "mail.unreachable");
}

TEST_CASE("an unknown recipient is final, and the server's words are kept", "[smtp]") {
  const auto error = error_with({{"RCPT", "550 5.1.1 no such user"}});
  CHECK(error.kind == ErrorKind::invalid);
  CHECK(error.key == "mail.refused");
  CHECK(error.arguments.at("code") == "550");
  CHECK(error.arguments.at("answer").find("no such user") != std::string::npos);
}

TEST_CASE("a mail refused after its text is final", "[smtp]") {
  const auto error = error_with({{".", "554 5.7.1 looks like spam"}});
  CHECK(error.kind == ErrorKind::invalid);
  CHECK(error.arguments.at("code") == "554");
}

TEST_CASE("a full mailbox, a busy or a leaving server may pass later", "[smtp]") {
  const auto script = GENERATE(values<SmtpScript>({{{"RCPT", "452 4.2.2 mailbox full"}},
                                                   {{"MAIL", "451 4.3.0 try later"}},
                                                   {{".", "451 4.7.1 greylisted"}},
                                                   {{"", "421 busy"}},
                                                   {{"DATA", "421 closing"}}}));
  const auto error = error_with(script);
  CHECK(error.kind == ErrorKind::unavailable);
  CHECK(error.key == "mail.unreachable");
}

TEST_CASE("a refused login is the operator's to mend, the mail waits", "[smtp]") {
  auto config = config_for(0);
  config.username = "clocher";
  config.password = "s3cret-word";
  const auto error =
      error_with({{"EHLO", "250-peer\r\n250 AUTH PLAIN LOGIN"}, {"AUTH", "535 5.7.8 bad credentials"}}, config);
  CHECK(error.kind == ErrorKind::unavailable);
  for (const auto& [name, value] : error.arguments) CHECK(value.find("s3cret-word") == std::string::npos);
}

TEST_CASE("a login is given when the configuration has one", "[smtp]") {
  SmtpPeer peer(SmtpScript{{"EHLO", "250-peer\r\n250 AUTH PLAIN"}, {"AUTH", "334 "}, {"AGNs", "235 welcome"}});
  auto config = config_for(peer.port());
  config.username = "clocher";
  config.password = "mot";
  REQUIRE(SmtpMailer(config).send(sample()));
  CHECK(contains(peer.commands(), "AGNsb2NoZXIAbW90"));  // \0clocher\0mot
}

TEST_CASE("a server without STARTTLS gets no mail when encryption is asked for", "[smtp]") {
  SmtpPeer peer(SmtpScript{{"STAR", "502 unknown"}});
  auto config = config_for(peer.port());
  config.security = SmtpSecurity::starttls;
  const auto sent = SmtpMailer(config).send(sample());
  REQUIRE_FALSE(sent);
  CHECK(sent.error().kind == ErrorKind::unavailable);
  CHECK_FALSE(contains(peer.commands(), "MAIL"));
  CHECK(peer.mail().empty());
}

TEST_CASE("a wrong address is refused before any connection", "[smtp]") {
  auto mail = sample();
  mail.to.email = "marie@example.fr>\r\nRCPT TO:<thief@example.fr";
  const auto sent = SmtpMailer(config_for(closed_port())).send(mail);
  REQUIRE_FALSE(sent);
  CHECK(sent.error().key == "mail.bad_address");
}
