// The sentences of the product are French as it is printed: no-break spaces where a line must not break, curved apostrophes.
#include "core/http/assets.hpp"
#include "core/json/json.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace clocher;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("no sentence of the catalogue has a breaking space beside a double sign nor a straight apostrophe") {
  const json::Value catalogue = json::parse_trusted(http::find_asset("locales/fr.json")->bytes);
  for (const auto& entry : catalogue.as_object()) {
    const std::string_view text = entry.value().as_string();
    INFO(std::string_view(entry.key()) << ": " << text);
    for (const std::string_view sign : {" :", " ;", " ?", " !", " »", "« "}) CHECK_FALSE(holds(text, sign));
    CHECK_FALSE(holds(text, "'"));
  }
}
