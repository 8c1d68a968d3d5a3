// Callbacks are signed so that others can check them, and reach nobody inside.
#include "core/outbound/callback.hpp"

#include "tests/core/outbound/http_peer.hpp"
#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::outbound;

namespace {

constexpr Instant now{1773569700};

std::string outcome(const std::string& address, Peers peers = Peers::any) {
  const auto sent = post_callback({address, "case.sent", "72213-1", "{}", "secret"}, peers, now);
  return sent ? "sent" : sent.error().key;
}

std::string complaint(std::string_view address) {
  const auto good = check_callback_address(address, Peers::public_only);
  return good ? "" : good.error().fields.front().key;
}

}  // namespace

TEST_CASE("the signature is that of the published vector") {
  CHECK(sign_callback("whsec_test", now, R"({"id":"evt_1","type":"checkout.session.completed"})") ==
        "t=1773569700,v1=1756af1738627b8b051079273455ec936e300e499728b66a6ffaec99ae48affd");
}

TEST_CASE("a 2xx is delivered, a 410 is for good, anything else is tried again") {
  HttpPeer peer(HttpScript{{"POST /ok", "204 No Content"},
                           {"POST /gone", "410 Gone"},
                           {"POST /broken", "500 Oops"},
                           {"POST /moved", "302 Found\r\nLocation: /ok"}});
  CHECK(outcome(peer.url("/ok")) == "sent");
  CHECK(outcome(peer.url("/gone")) == "webhook.gone");
  CHECK(outcome(peer.url("/broken")) == "webhook.refused");
  CHECK(outcome(peer.url("/moved")) == "webhook.refused");
  CHECK(peer.asked().size() == 4);  // no redirection was followed
}

TEST_CASE("a peer that is away can be tried again") {
  CHECK(outcome("http://127.0.0.1:" + std::to_string(closed_port()) + "/") == "webhook.unreachable");
}

TEST_CASE("no callback reaches this machine, whatever was stored") {
  CHECK(outcome("https://127.0.0.1:" + std::to_string(closed_port()) + "/", Peers::public_only) ==
        "webhook.private_address");
  CHECK(outcome("https://localhost/", Peers::public_only) == "webhook.private_address");
  HttpPeer peer(HttpScript{{"POST /", "200 OK"}});
  CHECK(outcome(peer.url("/"), Peers::public_only) == "webhook.unreachable");  // plain http is not spoken
  CHECK(peer.asked().empty());
}

TEST_CASE("an agent enters a public https address and nothing else") {
  CHECK(complaint("https://logiciel.example.fr/avis?cle=1") == "");
  CHECK(complaint("https://logiciel.example.fr:8443/avis") == "");
  for (const char* address : {"http://logiciel.example.fr/", "ftp://example.fr/", "javascript:alert(1)", ""})
    CHECK(complaint(address) == "webhook.address.https");
  for (const char* address : {"https://moi:secret@example.fr/", "https://example.fr/#a", "https://", "https:///x",
                              "https://exemple.fr/a b", "https://exemple.fr/\"", "https://exemple.fr\\@x.fr/"})
    CHECK(complaint(address) == "webhook.address.malformed");
  for (const char* address : {"https://127.0.0.1/", "https://10.0.0.7:443/", "https://[::1]/", "https://[fd00::1]/",
                              "https://localhost/", "https://LOCALHOST./", "https://serveur/", "https://nas.local/",
                              "https://a.localhost/", "https://169.254.169.254/latest", "https://2130706433/"})
    CHECK(complaint(address) == "webhook.address.private");
}
