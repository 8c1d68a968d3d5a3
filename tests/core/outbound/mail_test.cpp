// The exact bytes of a mail, and that no field can add a header or end the mail.
#include "core/outbound/mail.hpp"

#include "core/base/text.hpp"
#include "core/outbound/mail_folder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace clocher;
using namespace clocher::outbound;

namespace {

Mail sample() {
  Mail mail;
  mail.from = {"Mairie de Saint-Maixent-l’École", "ne-pas-repondre@clocher.fr"};
  mail.to = {"", "marie@example.fr"};
  mail.subject = "Votre demande a été reçue";
  mail.text = "Bonjour,\n\nVotre demande a été reçue.\n";
  mail.message_id = "outbox-12.72213@clocher.fr";
  mail.date = {1'795'512'720};
  return mail;
}

std::string written(const Mail& mail) {
  const auto text = to_rfc5322(mail);
  REQUIRE(text);
  return *text;
}

std::string head_of(const std::string& text) { return text.substr(0, text.find("\r\n\r\n") + 2); }

// Every CR is followed by LF, every LF preceded by CR, no line over 78 characters.
void check_lines(const std::string& text) {
  std::size_t start = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", start)) {
    const std::string line = text.substr(start, end - start);
    CHECK(line.size() <= 78);
    CHECK(line.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    start = end + 2;
  }
  CHECK(start == text.size());
}

int headers_named(const std::string& text, const std::string& name) {
  int count = 0;
  const std::string head = "\r\n" + head_of(text);
  for (auto at = head.find("\r\n" + name + ":"); at != std::string::npos; at = head.find("\r\n" + name + ":", at + 1))
    ++count;
  return count;
}

// The text after transport: quoted-printable read back.
std::string body_of(const std::string& text) {
  std::string coded = text.substr(text.find("\r\n\r\n") + 4), plain;
  for (std::size_t at = 0; at < coded.size(); ++at) {
    if (coded[at] != '=')
      plain += coded[at];
    else if (coded.compare(at, 3, "=\r\n") == 0)
      at += 2;
    else {
      plain += static_cast<char>(std::stoi(coded.substr(at + 1, 2), nullptr, 16));
      at += 2;
    }
  }
  return plain;
}

}  // namespace

TEST_CASE("a mail is written as RFC 5322 wants it", "[mail]") {
  CHECK(written(sample()) ==
        "Date: Tue, 24 Nov 2026 10:32:00 +0100\r\n"
        "From: =?UTF-8?B?TWFpcmllIGRlIFNhaW50LU1haXhlbnQtbOKAmcOJY29sZQ==?=\r\n"
        " <ne-pas-repondre@clocher.fr>\r\n"
        "To: marie@example.fr\r\n"
        "Subject: =?UTF-8?B?Vm90cmUgZGVtYW5kZSBhIMOpdMOpIHJlw6d1ZQ==?=\r\n"
        "Message-ID: <outbox-12.72213@clocher.fr>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Bonjour,\r\n"
        "\r\n"
        "Votre demande a =C3=A9t=C3=A9 re=C3=A7ue.\r\n");
}

TEST_CASE("names with specials are quoted, plain subjects stay readable", "[mail]") {
  auto mail = sample();
  mail.from.name = R"(Mairie "Le \ Bourg", annexe)";
  mail.subject = "Dossier 2026-0042";
  mail.reply_to = "mairie@example.fr";
  const std::string text = written(mail);
  CHECK(text.find("From: \"Mairie \\\"Le \\\\ Bourg\\\", annexe\" <ne-pas-repondre@clocher.fr>\r\n") !=
        std::string::npos);
  CHECK(text.find("Subject: Dossier 2026-0042\r\n") != std::string::npos);
  CHECK(text.find("Reply-To: mairie@example.fr\r\n") != std::string::npos);
}

TEST_CASE("a long subject is cut between characters into words of 75 at most", "[mail]") {
  auto mail = sample();
  mail.subject = std::string(1, 'a');
  for (int count = 0; count < 100; ++count) mail.subject += "é€😀";
  check_lines(head_of(written(mail)));
}

TEST_CASE("a subject that looks like an encoded word is encoded itself", "[mail]") {
  auto mail = sample();
  mail.subject = "=?UTF-8?B?QmNjOiB4?=";
  CHECK(written(mail).find("Subject: =?UTF-8?B?PT9VVEYt") != std::string::npos);
}

TEST_CASE("no text can add a header", "[mail]") {
  const auto hostile = GENERATE(values<std::string>(
      {"a\r\nBcc: thief@example.fr", "a\nBcc: thief@example.fr", "a\rBcc: thief@example.fr", "\r\n\r\nforged body",
       "a\r\n Bcc: x", "a\u2028Bcc: x", "a\u0085Bcc: x",
       "a\x0b\x0c"
       "Bcc: x",
       "\"\r\nBcc: x\r\n\"", "a> \r\nBcc: <thief@example.fr", "\\\r\nBcc: x", "a\tb", "\xff\r\nBcc: x", "a\x7f\r\n"}));
  CAPTURE(hostile);
  auto mail = sample();
  mail.subject = hostile;
  mail.from.name = hostile;
  mail.to.name = hostile;
  const std::string text = written(mail);
  check_lines(text);
  for (const char* name : {"Date", "From", "To", "Subject", "Message-ID", "Content-Type"})
    CHECK(headers_named(text, name) == 1);
  CHECK(headers_named(text, "Bcc") == 0);
  CHECK(body_of(text) == "Bonjour,\r\n\r\nVotre demande a été reçue.\r\n");
}

TEST_CASE("a NUL in a subject does not reach the header", "[mail]") {
  auto mail = sample();
  mail.subject = std::string("a\0b", 3);
  check_lines(head_of(written(mail)));
}

TEST_CASE("an address that could say more than an address is refused, in every field", "[mail]") {
  const auto hostile = GENERATE(values<std::string>({"",
                                                     "marie",
                                                     "@example.fr",
                                                     "marie@",
                                                     "a@b@c.fr",
                                                     "marie@example.fr\r\nBcc: x@y.fr",
                                                     "marie@example.fr, x@y.fr",
                                                     "<marie@example.fr>",
                                                     "marie@example.fr>",
                                                     "ma rie@example.fr",
                                                     "marie@exam ple.fr",
                                                     "\"marie x\"@example.fr",
                                                     "marie@[192.0.2.1]",
                                                     "marie.@example.fr",
                                                     ".marie@example.fr",
                                                     "ma..rie@example.fr",
                                                     "marie@example..fr",
                                                     "marie@.fr",
                                                     "marie@example.fr.",
                                                     "marié@example.fr",
                                                     "marie@exemplé.fr",
                                                     "marie(x)@example.fr",
                                                     "marie;x@example.fr",
                                                     "marie:x@example.fr",
                                                     "marie\\@example.fr",
                                                     "marie@example.fr\n",
                                                     std::string("marie\0@example.fr", 17),
                                                     std::string(65, 'a') + "@example.fr",
                                                     "a@" + std::string(300, 'b')}));
  CAPTURE(hostile);
  CHECK_FALSE(is_mail_address(hostile));
  for (const std::string field : {"from", "to", "reply_to"}) {
    auto mail = sample();
    (field == "from" ? mail.from.email : field == "to" ? mail.to.email : mail.reply_to) = hostile;
    if (field == "reply_to" && hostile.empty()) continue;
    const auto text = to_rfc5322(mail);
    REQUIRE_FALSE(text);
    CHECK(text.error().kind == ErrorKind::invalid);
    CHECK(text.error().key == "mail.bad_address");
    CHECK(text.error().arguments.at("field") == field);
  }
}

TEST_CASE("usual addresses are taken", "[mail]") {
  for (const char* address :
       {"marie@example.fr", "marie.leroy+mairie@mail.example.fr", "o'neil@example.fr", "m_l-1@ex-ample.fr", "a@b"})
    CHECK(is_mail_address(address));
}

TEST_CASE("any text comes back as it was, on lines of 76 characters at most", "[mail]") {
  const auto text =
      GENERATE(values<std::string>({"é", "a = b", "ligne finie par un espace \net un onglet\t\nfin", ".\n..\n.a",
                                    "From moi\n>From toi", std::string(5000, 'x'), std::string(300, ' '), "a\tb",
                                    "mélange de \x01 et \x7f", "\n\n\nau milieu\n\nà la fin"}));
  CAPTURE(text);
  auto mail = sample();
  mail.text = text;
  const std::string whole = written(mail);
  check_lines(whole);
  std::string expected;
  for (const auto line : split(text, '\n')) expected.append(line).append("\r\n");
  CHECK(body_of(whole) == expected);
}

TEST_CASE("no line of a body is a dot alone, nor begins with From", "[mail]") {
  auto mail = sample();
  mail.text = ".\r\nFrom x\r\n.";
  mail.text += '\n' + std::string(200, '.');
  const std::string whole = written(mail);
  CHECK(whole.find("\r\n.") == std::string::npos);
  CHECK(whole.find("\r\nFrom ") == std::string::npos);
}

TEST_CASE("in development a mail becomes one file, whatever its id", "[mail]") {
  std::string folder = std::filesystem::temp_directory_path() / "clocher-mail-XXXXXX";
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  FolderMailer mailer(folder + "/sub");
  auto mail = sample();
  REQUIRE(mailer.send(mail));
  REQUIRE(mailer.send(mail));  // a retry
  mail.message_id = "a/b/c@clocher.fr";
  REQUIRE(mailer.send(mail));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/sub"))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"2026-11-24T093200Z-a_b_c@clocher.fr.eml",
                                          "2026-11-24T093200Z-outbox-12.72213@clocher.fr.eml"});
  std::ostringstream bytes;
  bytes << std::ifstream(folder + "/sub/" + names.back(), std::ios::binary).rdbuf();
  CHECK(bytes.str() == written(sample()));
  mail.to.email = "nobody";
  CHECK(mailer.send(mail).error().key == "mail.bad_address");
  std::filesystem::remove_all(folder);
}
