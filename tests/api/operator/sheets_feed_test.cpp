// The feed of Service-Public from a real server on the loopback: fetched when it changed, asked once a day.
#include "core/net/server.hpp"
#include "tenants/sheets/sheet_store.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/core/net/recording_handler.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sheet_samples.hpp"
#include "tests/support/zip_maker.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;
using sheets::ImportOutcome;

namespace {

struct Feed {
  OperatorWorld world;
  TemporaryFolder folder;
  std::string version = "\"v1\"";
  tests::RecordingHandler handler;
  std::unique_ptr<net::Server> server;

  Feed() {
    offer({sheet_file({}), sheet_file({.id = "F101"})});
    handler.answer = [this](const http::Request& request) {
      http::Response response = http::plain_text(200, read_whole(folder.path() + "/offered.zip"));
      response.headers.set("ETag", version);
      if (request.headers.get("If-None-Match") == version) {
        response.status = 304;
        response.body.clear();
      }
      return response;
    };
    server = std::make_unique<net::Server>(net::ServerOptions{}, handler);
    server->start();
  }
  void offer(const std::vector<std::pair<std::string, std::string>>& files) const {
    write_zip(folder.path() + "/offered.zip", files);
  }
  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(server->port()) + "/vosdroits-latest.zip";
  }
  sheets::ImportReport import() {
    return world.services.sheet_importer.run({url(), std::nullopt, sheets::Force::no}).value();
  }
  [[nodiscard]] std::string last_outcome() {
    return world.services.sheets.database().read(sheets::sheet_store::latest_import)->outcome;
  }
};

}  // namespace

TEST_CASE("a feed that has not changed is not fetched again, and one that has is") {
  Feed feed;
  CHECK(feed.import().added == 2);
  const auto same = feed.import();
  CHECK(same.outcome == ImportOutcome::unchanged);
  CHECK(same.same == 0);
  feed.version = "\"v2\"";
  feed.offer({sheet_file({}), sheet_file({.id = "F101", .title = "Nouveau"})});
  CHECK(feed.import().changed == 1);
  CHECK_FALSE(std::filesystem::exists(feed.world.services.config.data_dir + "/sheets-feed.zip"));
}

TEST_CASE("a feed that was not read whole is asked for whole again") {
  Feed feed;
  feed.offer({sheet_file({}), {"F101.xml", "<a"}});
  CHECK(feed.import().failed == 1);
  const auto again = feed.import();
  CHECK(again.outcome == ImportOutcome::done);
  CHECK(again.failed == 1);
  CHECK(again.same == 1);
}

TEST_CASE("a feed is looked at once a day, whatever came of it") {
  Feed feed;
  sheets::Importer& importer = feed.world.services.sheet_importer;
  importer.follow(feed.url());
  importer.follow(feed.url());
  CHECK(feed.handler.seen().size() == 1);
  feed.world.clock.advance(one_day);
  importer.follow(feed.url());
  CHECK(feed.handler.seen().size() == 2);
  CHECK(feed.last_outcome() == "unchanged");
  const std::string nowhere = "http://127.0.0.1:1/vosdroits-latest.zip";
  importer.follow(nowhere);
  CHECK(feed.last_outcome() == "failed");
  feed.world.clock.advance(one_hour);
  importer.follow(feed.url());
  importer.follow(nowhere);
  CHECK(feed.last_outcome() == "failed");
  CHECK(feed.handler.seen().size() == 2);
  CHECK(feed.world.services.sheets.index()->count(sheets::Audience::particuliers) == 2);
}
