// Planted faults: doctor finds each and says how to mend it.
#include "tenants/registry_store.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>

using namespace clocher;
using namespace clocher::test;
namespace fs = std::filesystem;

namespace {

struct Patient {
  TemporaryFolder folder;
  CommandLine line{folder.path()};
  SystemClock clock;

  Patient() { REQUIRE(line.run({"commune", "create", mulsanne_code}).exit_code == 0); }

  // The registry of this folder, for as long as `body` runs.
  template <class Body>
  void with_registry(Body&& body) {
    Config config;
    config.data_dir = folder.path();
    api::Services services(config, clock, build_folder() + "/reference.db");
    body(services.registry);
  }

  [[nodiscard]] json::Object finding(const std::string& name) const {
    const json::Value answer = line.run({"doctor", "--json"}).json();
    for (const json::Value& check : answer.as_object().at("checks").as_array()) {
      if (json::string_or(check.as_object(), "name") == name) return check.as_object();
    }
    return {};
  }

  void check_fault(const std::string& name, std::string_view word_of_mend) const {
    const json::Object found = finding(name);
    CHECK_FALSE(json::is_true(found, "ok"));
    CHECK(json::string_or(found, "mend").find(word_of_mend) != std::string::npos);
    CHECK(line.run({"doctor"}).exit_code == 1);
  }
};

const std::string the_commune = std::string("commune ") + mulsanne_code;

}  // namespace

TEST_CASE("doctor looks at the program, the folder, the registry and each commune") {
  const Patient patient;
  for (const char* name : {"sqlite", "boost", "clock", "reference", "folder", "secret", "registry"}) {
    INFO(name);
    CHECK(json::is_true(patient.finding(name), "ok"));
  }
  CHECK(json::is_true(patient.finding(the_commune), "ok"));
  CHECK_FALSE(patient.finding("room").empty());
}

TEST_CASE("doctor finds a secret that others may read") {
  const Patient patient;
  fs::permissions(patient.folder.path() + "/secret.key", fs::perms::others_read, fs::perm_options::add);
  patient.check_fault("secret", "chmod 600");
}

TEST_CASE("doctor finds data that others may read") {
  const Patient patient;
  fs::permissions(patient.folder.path() + "/registry.db", fs::perms::others_read, fs::perm_options::add);
  patient.check_fault("rights", "chmod -R o=");
}

TEST_CASE("doctor finds a half-made commune") {
  Patient patient;
  patient.with_registry([&](tenants::Registry& registry) {
    registry.write(mulsanne_code, [&](db::Tx& tx) {
      tenants::registry_store::set_state(tx, mulsanne_code, tenants::CommuneState::migrated, registry.clock().now());
    });
  });
  patient.check_fault(the_commune, "clocher commune create 72213");
}

TEST_CASE("doctor finds a commune that awaits migrations") {
  Patient patient;
  patient.with_registry(
      [&](tenants::Registry& registry) { fs::resize_file(registry.folder_of(mulsanne_code) + "/commune.db", 0); });
  patient.check_fault(the_commune, "clocher migrate");
  CHECK(patient.line.run({"migrate"}).exit_code == 0);
  CHECK(json::is_true(patient.finding(the_commune), "ok"));
}

TEST_CASE("doctor finds a migration that was changed after it was applied") {
  Patient patient;
  patient.with_registry([&](tenants::Registry& registry) {
    const auto tenant = registry.open(mulsanne_code).value();
    tenant->write([](db::Tx& tx) { tx.run("UPDATE schema_migration SET checksum = 'autre'"); });
  });
  patient.check_fault(the_commune, "version publiée");
}

TEST_CASE("doctor finds a file that is no database, and the other communes are well") {
  Patient patient;
  REQUIRE(patient.line.run({"commune", "create", "72003"}).exit_code == 0);
  patient.with_registry(
      [&](tenants::Registry& registry) { fs::resize_file(registry.folder_of(mulsanne_code) + "/commune.db", 100); });
  patient.check_fault(the_commune, "sauvegarde");
  CHECK(json::is_true(patient.finding("commune 72003"), "ok"));
}

TEST_CASE("doctor finds a damaged page in a file that still opens") {
  Patient patient;
  std::string file;
  patient.with_registry([&](tenants::Registry& registry) { file = registry.folder_of(mulsanne_code) + "/commune.db"; });
  REQUIRE(fs::file_size(file) > 3 * 4096);
  {
    std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t at = fs::file_size(file) - 4096; at > fs::file_size(file) / 2; at -= 4096) {
      damaged.seekp(static_cast<std::streamoff>(at));
      damaged << std::string(64, '\x7f');
    }
  }
  patient.check_fault(the_commune, "sauvegarde");
}

TEST_CASE("doctor names the folder that an interrupted deletion left, and no other") {
  const Patient patient;
  fs::create_directories(patient.folder.path() + "/communes/72/72003/files");
  patient.check_fault("reste 72003", "rm -r " + patient.folder.path() + "/communes/72/72003");
  CHECK(patient.finding("reste 72213").empty());
  CHECK(json::is_true(patient.finding(the_commune), "ok"));
}

TEST_CASE("doctor speaks French to people and keeps its names for programs") {
  const Patient patient;
  fs::permissions(patient.folder.path() + "/secret.key", fs::perms::others_read, fs::perm_options::add);
  fs::permissions(patient.folder.path() + "/registry.db", fs::perms::others_all, fs::perm_options::remove);
  const std::string out = patient.line.run({"doctor"}).out;
  for (const char* name : {"sqlite", "boost", "clock", "reference", "folder", "room", "rights", "secret", "registry"}) {
    INFO(out);
    CHECK(out.find("] " + std::string(name)) == std::string::npos);
    CHECK(out.find("]     " + std::string(name)) == std::string::npos);
    CHECK_FALSE(patient.finding(name).empty());
  }
  CHECK(out.find("clé secrète") != std::string::npos);
  CHECK(out.find("(s)") == std::string::npos);
}

TEST_CASE("doctor does not make the folder that it looks for") {
  const TemporaryFolder folder;
  const CommandLine line(folder.path() + "/absent");
  const Answer answer = line.run({"doctor"});
  CHECK(answer.exit_code == 1);
  CHECK(answer.out.find("mkdir") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() + "/absent"));
}
