// clocher journal verify on a copy of the data: whole, then with one byte flipped.
#include "payments/debt.hpp"
#include "payments/ledger.hpp"
#include "payments/regie_edit.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace clocher;
using namespace clocher::test;
namespace fs = std::filesystem;

namespace {

const tenants::Actor paul{tenants::ActorKind::agent, "Paul Régis"};

// Four receipts at the counter, labelled "Repas numero 1" to 4.
void plant_receipts(tenants::Tenant& tenant, Instant now) {
  using namespace payments;
  const RegieText text{.name = "Régie", .products = {{"cantine", "Cantine"}}, .means = {Means::cash}};
  const Regie regie = create_regie(tenant, paul, text, now).value();
  for (int i = 1; i <= 4; ++i) {
    tenant.write_private([&](db::Tx& tx) {
      append_line(tx,
                  {.regie_id = regie.id,
                   .debit = "cash",
                   .credit = account::sales,
                   .amount = {100 * i},
                   .product = "cantine",
                   .label = "Repas numero " + std::to_string(i),
                   .author = paul.name},
                  now);
    });
  }
}

// The data folder as a backup has it.
struct Copy {
  TemporaryFolder folder;
  CommandLine line{folder.path() + "/data"};

  Copy() {
    OperatorWorld world;
    (void)world.done("commune.create", {{"insee", mulsanne_code}});
    const auto tenant = world.services.registry.open(mulsanne_code);
    plant_receipts(**tenant, world.clock.now());
    REQUIRE((*tenant)->database().checkpoint());
    fs::copy(world.services.config.data_dir, folder.path() + "/data", fs::copy_options::recursive);
    fs::remove(folder.path() + "/data/clocher.lock");
  }

  [[nodiscard]] Answer verify() const { return line.run({"journal", "verify", "--commune", mulsanne_code, "--json"}); }

  // One bit of the byte where `text` begins in the file.
  void flip(const std::string& text) const {
    const std::string path = folder.path() + "/data/communes/72/72213/commune.db";
    std::ifstream in(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto at = bytes.find(text);
    REQUIRE(at != std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    std::ofstream(path, std::ios::binary) << bytes;
  }
};

}  // namespace

TEST_CASE("journal verify finds a whole journal whole") {
  const Copy copy;
  const Answer answer = copy.verify();
  CHECK(answer.exit_code == 0);
  CHECK(json::find_integer(answer.json().as_object(), "lines") == 4);
  CHECK(json::find_array(answer.json().as_object(), "faults")->empty());
}

TEST_CASE("journal verify names the line of a flipped byte") {
  const Copy copy;
  copy.flip("Repas numero 3");
  const Answer answer = copy.verify();
  CHECK(answer.exit_code == 1);
  const json::Value found = answer.json();
  const json::Array& faults = *json::find_array(found.as_object(), "faults");
  REQUIRE(faults.size() == 1);
  CHECK(json::find_integer(faults.front().as_object(), "line") == 3);
  CHECK(json::string_or(faults.front().as_object(), "what") == "content");
  const Answer spoken = copy.line.run({"journal", "verify", "--commune", mulsanne_code});
  CHECK(spoken.out.find("Ligne 3 : son contenu a changé") != std::string::npos);
}

TEST_CASE("doctor tells of a journal that does not hold") {
  const Copy copy;
  copy.flip("Repas numero 2");
  const Answer answer = copy.line.run({"doctor"});
  CHECK(answer.exit_code == 1);
  CHECK(answer.out.find("ligne 2, content") != std::string::npos);
}

TEST_CASE("journal verify does not know a commune that is not here") {
  const Copy copy;
  CHECK(copy.line.run({"journal", "verify", "--commune", unknown_code}).exit_code == 1);
}
