// A peer that fails (mail, antivirus, another system) leaves the resident with a working page and the agent with a visible job that
// is tried again.
#include "core/outbound/smtp.hpp"
#include "tenants/dossiers/file_check.hpp"
#include "tenants/journal/delivery.hpp"
#include "tenants/webhooks/deliver.hpp"
#include "tests/core/outbound/clamd_peer.hpp"
#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* webhooks = "/api/v1/procedures/copie-acte-etat-civil/webhooks";

struct Hall {
  TestPlatform platform;
  tenants::TenantHandle tenant = platform.tenant();
  Browser resident{platform};
  Browser agent{platform};

  explicit Hall(const TestPlatform::Change& change = {}) : platform(change) {
    make_agent(*tenant, platform.now());
    sign_in(agent);
  }
  // Through the pages, as a resident does it: every one of them works.
  void send_request() {
    fill(resident, civil_slug, birth_certificate_answers());
    resident.submit("/demarches/copie-acte-etat-civil/verification", {});
    REQUIRE(resident.follow().status == 200);
  }
  json::Array items() {
    REQUIRE(agent.get("/api/v1/outbox").status == 200);
    return agent.body().at("items").as_array();
  }
  json::Object item(std::string_view kind) {
    for (const json::Value& each : items()) {
      if (json::string_or(each.as_object(), "kind") == kind) return each.as_object();
    }
    FAIL("no " << kind << " in the list");
    return {};
  }
  int retry(const json::Object& item) {
    return agent
        .json(http::Method::post, "/api/v1/outbox/" + json::string_or(item, "kind") + "/" +
                                      std::to_string(json::find_integer(item, "id").value()) + "/retry")
        .status;
  }
  dossiers::Attachment file() {
    return tenant->read([](db::ReadTx& tx) { return dossiers::attachments_of(tx, Id<dossiers::Dossier>{1}).at(0); });
  }
  std::string file_path() { return "/api/v1/dossiers/1/files/" + std::to_string(file().id.value); }
  tenants::Visit scan(const outbound::Clamd& clamd) {
    return dossiers::check_due_files(
        *tenant, platform.texts(), [&](std::string_view bytes) { return clamd.scan(bytes); }, platform.now());
  }
};

void with_antivirus(Config& config) { config.antivirus = "127.0.0.1:3310"; }
void with_local_webhooks(Config& config) { config.local_webhooks = true; }

}  // namespace

TEST_CASE("while the mail server is away requests are taken, and each mail waits in sight of the agent") {
  Hall hall;
  hall.send_request();
  outbound::SmtpMailer mailer({.host = "127.0.0.1", .port = outbound::closed_port(), .security = SmtpSecurity::none, .username = "", .password = ""});
  const tenants::PostOffice office{mailer, hall.platform.services.catalogue, "mairie@exemple.fr", "clocher.localhost"};
  CHECK(tenants::deliver_due(*hall.tenant, office, hall.platform.now()).server_is_away);
  const auto items = hall.items();
  const auto tried = std::ranges::find_if(
      items, [](const json::Value& each) { return !json::string_or(each.as_object(), "last_error").empty(); });
  REQUIRE(tried != items.end());
  CHECK(tried->as_object().at("state") == "pending");
  CHECK(tried->as_object().at("next_attempt_at").as_int64() > hall.platform.now().seconds);
  CHECK(hall.retry(tried->as_object()) == 204);
}

TEST_CASE("while the antivirus is away files are held from both, in sight of the agent, and free once it is back") {
  Hall hall(with_antivirus);
  hall.send_request();
  const outbound::Clamd away("127.0.0.1:" + std::to_string(outbound::closed_port()));
  CHECK(hall.scan(away).peer_is_away);
  CHECK(hall.agent.get(hall.file_path()).status == 409);
  CHECK(hall.agent.shows("en cours de vérification"));
  hall.agent.get("/api/v1/dossiers/1");
  CHECK(hall.agent.shows("\"check\":\"waiting\""));
  CHECK(hall.resident.get("/suivi/demande").status == 200);
  const auto held = hall.item("scan");
  CHECK(json::string_or(held, "path") == "/demandes/1");
  CHECK(json::string_or(held, "last_error").starts_with("L’antivirus ne répond pas"));
  CHECK(hall.retry(held) == 204);
  const outbound::ClamdPeer peer;
  static_cast<void>(hall.scan(outbound::Clamd(peer.socket())));
  CHECK(peer.scans() == 1);
  CHECK(hall.agent.get(hall.file_path()).status == 200);
  CHECK(hall.agent.last().headers.get("Content-Security-Policy").ends_with("; sandbox"));
  CHECK(hall.retry(held) == 404);
}

TEST_CASE("a virus is never given, and the status page says what to do") {
  Hall hall(with_antivirus);
  hall.send_request();
  static_cast<void>(dossiers::check_due_files(
      *hall.tenant, hall.platform.texts(), [](std::string_view) { return outbound::ScanAnswer{"Eicar"}; },
      hall.platform.now()));
  CHECK(hall.agent.get(hall.file_path()).status == 409);
  CHECK(hall.agent.shows("contenait un virus"));
  hall.agent.get("/api/v1/dossiers/1");
  CHECK(hall.agent.shows("\"check\":\"infected\""));
  hall.resident.get("/suivi/demande");
  CHECK(hall.resident.shows("contenait un virus"));
}

TEST_CASE("without antivirus files are given at once, and nothing of it is in the list") {
  Hall hall;
  hall.send_request();
  CHECK(hall.agent.get(hall.file_path()).status == 200);
  hall.agent.get("/api/v1/dossiers/1");
  CHECK(hall.agent.shows("\"check\":\"clean\""));
  for (const json::Value& each : hall.items()) CHECK(json::string_or(each.as_object(), "kind") != "scan");
}

TEST_CASE("while another system is away requests are taken, and its callback waits in sight of the agent") {
  Hall hall(with_local_webhooks);
  const std::string address = "http://127.0.0.1:" + std::to_string(outbound::closed_port()) + "/avis";
  REQUIRE(hall.agent.json(http::Method::post, webhooks,
                          R"({"address":")" + address + R"(","events":["case.sent"],"detail":"reference"})")
              .status == 201);
  hall.send_request();
  static_cast<void>(tenants::deliver_due_callbacks(
      *hall.tenant, hall.platform.services.catalogue,
      [](const outbound::Callback& callback, Instant now) {
        return outbound::post_callback(callback, outbound::Peers::any, now);
      },
      hall.platform.now()));
  const auto waiting = hall.item("webhook");
  CHECK(waiting.at("state") == "pending");
  CHECK(json::string_or(waiting, "recipient") == address);
  CHECK(json::string_or(waiting, "last_error").starts_with("L’autre logiciel ne répond pas"));
  CHECK(hall.retry(waiting) == 204);
}

TEST_CASE("a webhook's secret is shown once, and its last deliveries always") {
  Hall hall;
  const std::string body = R"({"address":"https://logiciel.example.fr/avis","events":["case.sent"],"detail":"applicant"})";
  REQUIRE(hall.agent.json(http::Method::post, webhooks, body).status == 201);
  const std::string secret = json::string_or(hall.agent.body(), "secret");
  CHECK(secret.starts_with("whsec_"));
  const std::string path = std::string(webhooks) + "/1";
  CHECK(hall.agent.json(http::Method::post, path + "/try").status == 204);
  CHECK(hall.agent.get(webhooks).status == 200);
  CHECK(hall.agent.shows("Essai"));
  CHECK_FALSE(hall.agent.shows(secret));
  hall.agent.get("/api/v1/outbox");
  CHECK_FALSE(hall.agent.shows(secret));
  CHECK(hall.agent.json(http::Method::delete_, path).status == 204);
  CHECK(hall.agent.json(http::Method::delete_, path).status == 404);
  CHECK(hall.resident.get(webhooks).status == 401);
}

TEST_CASE("a callback goes to nobody inside, unless the operator allows it for development") {
  Hall hall;
  const auto refused = [&](const std::string& address) {
    return hall.agent
        .json(http::Method::post, webhooks,
              R"({"address":")" + address + R"(","events":["case.sent"],"detail":"reference"})")
        .status;
  };
  for (const char* address : {"http://logiciel.example.fr/", "https://127.0.0.1/", "https://192.168.1.10/", "https://localhost/"})
    CHECK(refused(address) == 422);
}
