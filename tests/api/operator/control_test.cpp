// Operations over a real Unix socket.
#include "api/operator/control.hpp"

#include "api/application.hpp"
#include "api/operator/control_socket.hpp"
#include "api/operator/error_json.hpp"
#include "core/net/server.hpp"
#include "core/outbound/local_client.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;

namespace {

// The service's two doors on one data folder.
struct Doors {
  explicit Doors(const std::string& subfolder = "") : world([&](Config& config) { config.data_dir += subfolder; }) {
    server.start();
  }

  OperatorWorld world;
  api::Application application{world.services};
  api::control::Control control{world.services};
  api::control::ControlSocket socket{world.services.config.data_dir};
  net::Server server{options(), application, &control};
  outbound::LocalClient client{socket.path()};

  [[nodiscard]] net::ServerOptions options() const {
    net::ServerOptions options;
    options.local_socket_path = socket.path();
    return options;
  }

  json::Object post(const std::string& path, const std::string& body, int status) {
    const auto answer = client.post(path, body);
    REQUIRE(answer);
    CHECK(answer->status == status);
    return json::parse(answer->body).value().as_object();
  }
};

}  // namespace

TEST_CASE("an operation through the socket gives what it gives in the process") {
  Doors doors;
  json::Object made = doors.post("/control/commune.create", R"({"insee":"72213"})", 200);
  CHECK(json::is_true(made, "created"));
  made.erase("created");
  CHECK(json::Value(made) == doors.world.done("commune.show", {{"insee", mulsanne_code}}));
}

TEST_CASE("an error crosses the socket whole") {
  Doors doors;
  static_cast<void>(doors.world.done("commune.create", {{"insee", mulsanne_code}}));
  const json::Object body = doors.post(
      "/control/agent.create", R"({"insee":"72213","email":"x","name":"A","role":"elu","password":"court"})", 422);
  const Error error = api::control::error_from_json(body);
  const Error direct = doors.world.refused(
      "agent.create",
      {{"insee", mulsanne_code}, {"email", "x"}, {"name", "A"}, {"role", "elu"}, {"password", "court"}});
  CHECK(error.kind == direct.kind);
  CHECK(error.key == direct.key);
  REQUIRE(error.fields.size() == direct.fields.size());
  CHECK(error.fields.back().key == direct.fields.back().key);
  CHECK(error.fields.back().arguments == direct.fields.back().arguments);
  CHECK_FALSE(json::string_or(*json::find_object(body, "error"), "message").empty());
}

TEST_CASE("what is no operation is refused with a typed error") {
  Doors doors;
  doors.post("/control/commune.explode", "{}", 404);
  doors.post("/ailleurs", "{}", 404);
  doors.post("/control/commune.list", "[]", 400);
  doors.post("/control/commune.list", "{", 400);
  CHECK(json::string_or(*json::find_object(doors.post("/control/commune.show", R"({"insee":"1"})", 404), "error"),
                        "key") == "commune.not_here");
}

TEST_CASE("a body over the limit is refused") {
  Doors doors;
  const std::string large = R"({"insee":")" + std::string(100'000, '7') + R"("})";
  const auto answer = doors.client.post("/control/commune.show", large);
  REQUIRE(answer);
  CHECK(answer->status == 413);
}

TEST_CASE("TCP knows nothing of operations") {
  Doors doors;
  static_cast<void>(doors.world.done("commune.create", {{"insee", mulsanne_code}}));
  http::Request request;
  request.method = http::Method::post;
  request.path = "/control/commune.list";
  request.host = "mulsanne.clocher.localhost";
  request.body = "{}";
  request.headers.set("Content-Type", "application/json");
  CHECK(doors.application.handle(request).status == 404);
}

TEST_CASE("only the owner may speak to the socket") {
  Doors doors;
  namespace fs = std::filesystem;
  const auto rights = fs::status(doors.socket.path()).permissions();
  CHECK((rights & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  CHECK(fs::is_socket(doors.world.services.config.data_dir + "/clocher.sock"));
}

TEST_CASE("the socket lies in the data folder however long its path") {
  Doors doors("/" + std::string(120, 'a') + "/" + std::string(120, 'b'));
  CHECK(std::filesystem::is_socket(doors.world.services.config.data_dir + "/clocher.sock"));
  CHECK(doors.client.is_answered());
  CHECK(doors.client.post("/control/commune.list", "{}")->body == "[]");
}

TEST_CASE("a service that is gone is said to be unreachable") {
  Doors doors;
  doors.server.stop(std::chrono::seconds(0));
  CHECK_FALSE(doors.client.is_answered());
  const auto answer = doors.client.post("/control/commune.list", "{}");
  REQUIRE_FALSE(answer);
  CHECK(answer.error().key == "local.unreachable");
  CHECK(answer.error().kind == ErrorKind::unavailable);
}
