// What the register makes of a file that is not one; how names are written and looked for.
#include "tenants/reference/register.hpp"
#include "tenants/reference/search_key.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <random>

using namespace clocher;

namespace {

// A path of its own for each test, removed with what lies there.
class TemporaryPath {
 public:
  TemporaryPath()
      : path_(std::filesystem::temp_directory_path() / ("clocher-register-" + std::to_string(std::random_device{}()))) {
  }
  ~TemporaryPath() { std::filesystem::remove(path_); }
  TemporaryPath(const TemporaryPath&) = delete;
  TemporaryPath& operator=(const TemporaryPath&) = delete;
  [[nodiscard]] std::string text() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("A register that is absent throws and is not created") {
  const TemporaryPath path;
  CHECK_THROWS_AS(reference::Register(path.text()), db::DatabaseError);
  CHECK_FALSE(std::filesystem::exists(path.text()));
}

TEST_CASE("A file that is no register throws") {
  const TemporaryPath path;
  std::ofstream(path.text()) << std::string(8192, 'x');
  CHECK_THROWS_AS(reference::Register(path.text()), db::DatabaseError);
}

TEST_CASE("An empty file is no register") {
  const TemporaryPath path;
  std::ofstream(path.text()) << "";
  CHECK_THROWS_AS(reference::Register(path.text()), db::DatabaseError);
}

TEST_CASE("Names are looked for without accents, apostrophes and abbreviations") {
  CHECK(reference::search_key("Saint-Maixent-l'École") == "saint-maixent-l-ecole");
  CHECK(reference::search_key("st maixent l’ecole") == "saint-maixent-l-ecole");
  CHECK(reference::search_key("Ste Cérotte") == "sainte-cerotte");
  CHECK(reference::search_key("Stains") == "stains");
  CHECK(reference::search_key(" ") == "");
}

TEST_CASE("Only a leading article is left out") {
  CHECK(reference::without_article("le-mans") == "mans");
  CHECK(reference::without_article("l-ile-d-yeu") == "ile-d-yeu");
  CHECK(reference::without_article("lens") == "lens");
  CHECK(reference::without_article("val-la-dame") == "val-la-dame");
}

TEST_CASE("The kind of an EPCI is written in full") {
  CHECK(reference::in_words("CC du Pays Fléchois") == "Communauté de communes du Pays Fléchois");
  CHECK(reference::in_words("CA Coeur d'Essonne Agglomération") ==
        "Communauté d’agglomération Coeur d’Essonne Agglomération");
  CHECK(reference::in_words("CU Le Mans Métropole") == "Communauté urbaine Le Mans Métropole");
  CHECK(reference::in_words("Métropole Nice Côte d'Azur") == "Métropole Nice Côte d’Azur");
  CHECK(reference::in_words("") == "");
}
