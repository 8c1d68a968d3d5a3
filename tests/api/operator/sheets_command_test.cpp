// clocher sheets ...: alone, and while the service runs.
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sheet_samples.hpp"
#include "tests/support/zip_maker.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;

namespace {

struct Desk {
  TemporaryFolder folder;
  CommandLine line{folder.path() + "/data"};

  [[nodiscard]] std::string zip(const std::vector<std::pair<std::string, std::string>>& files) const {
    write_zip(folder.path() + "/feed.zip", files);
    return folder.path() + "/feed.zip";
  }
};

std::int64_t number(const json::Value& answer, std::string_view name) {
  return json::find_integer(answer.as_object(), name).value_or(-1);
}

}  // namespace

TEST_CASE("an import on an empty folder makes it, and status tells what is there") {
  const Desk desk;
  CHECK(desk.line.run({"sheets", "status"}).out.find("Aucun import") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(desk.folder.path() + "/data"));
  const Answer imported = desk.line.run({"sheets", "import", "--from", desk.zip({sheet_file({})})});
  CHECK(imported.exit_code == 0);
  CHECK(imported.out.find("1 fiche ajoutée") != std::string::npos);
  CHECK(imported.err.find("100 % (1 sur 1)") != std::string::npos);
  const json::Value status = desk.line.run({"sheets", "status", "--json"}).json();
  CHECK(number(status, "particuliers") == 1);
  CHECK(number(status, "size_bytes") > 0);
}

TEST_CASE("a broken file makes the import end with 1, and is named in French") {
  const Desk desk;
  const Answer answer =
      desk.line.run({"sheets", "import", "--from", desk.zip({sheet_file({}), {"F1.xml", "<!DOCTYPE a><a/>"}})});
  CHECK(answer.exit_code == 1);
  CHECK(answer.out.find("F1.xml : Le fichier déclare un type de document") != std::string::npos);
}

TEST_CASE("a source that is not there, or an audience nobody knows, begins nothing") {
  const Desk desk;
  const Answer absent = desk.line.run({"sheets", "import", "--from", desk.folder.path() + "/absent.zip"});
  CHECK(absent.exit_code == 1);
  CHECK(absent.err.find("absent.zip") != std::string::npos);
  const Answer audience =
      desk.line.run({"sheets", "import", "--from", desk.zip({sheet_file({})}), "--audience", "martiens"});
  CHECK(audience.exit_code == 1);
  CHECK(audience.err.find("« martiens » n’est pas un public") != std::string::npos);
  CHECK(desk.line.run({"sheets", "status"}).out.find("Aucun import") != std::string::npos);
}

TEST_CASE("the running service imports what a command asks for") {
  Desk desk;
  Answer imported;
  desk.line.wait_for_stop = [&] {
    const CommandLine other(desk.folder.path() + "/data");
    imported = other.run({"sheets", "import", "--from", desk.zip({sheet_file({})}), "--json"});
  };
  CHECK(desk.line.run({"serve"}).exit_code == 0);
  CHECK(imported.exit_code == 0);
  CHECK(number(imported.json(), "particuliers") == 1);
}
