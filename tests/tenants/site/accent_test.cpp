// A commune's own colour is always readable.
#include "tenants/site/accent.hpp"

#include "core/base/contrast.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::tenants;

namespace {

double ratio(std::string_view one, std::string_view other) { return contrast(*parse_color(one), *parse_color(other)); }

}  // namespace

TEST_CASE("contrast is that of WCAG") {
  CHECK(ratio("000000", "ffffff") == Approx(21));
  CHECK(ratio("ffffff", "ffffff") == Approx(1));
  CHECK(ratio("777777", "ffffff") == Approx(4.478).margin(.01));
}

TEST_CASE("every colour leads to a palette read at 4.5 on all its grounds, by day and in the dark") {
  for (const char* typed : {"000000", "ffffff", "ff0000", "ffff00", "00ff00", "0000ff", "84500f", "f0c000", "e10098",
                            "7f7f7f", "155f73", "c0ffee", "123456", "ff7f00"}) {
    INFO(typed);
    const auto accent = nearest_accent(typed);
    REQUIRE(accent);
    const auto palette = palette_of(*accent);
    REQUIRE(palette);
    for (const std::string& ground : {std::string("ffffff"), std::string("fbf8f2"), palette->soft, palette->sky})
      CHECK(ratio(palette->accent, ground) >= 4.5);
    for (const std::string& ground :
         {std::string("16191d"), std::string("1f242a"), std::string("14181c"), palette->night_soft, palette->night_sky})
      CHECK(ratio(palette->night_accent, ground) >= 4.5);
  }
}

TEST_CASE("a shade that passes is kept, one that does not is darkened") {
  CHECK(nearest_accent("#84500F") == "84500f");
  CHECK(is_readable_accent("84500f"));
  CHECK_FALSE(is_readable_accent("ffd700"));
  CHECK(nearest_accent("ffd700") != "ffd700");
  CHECK_FALSE(palette_of("ffd700"));
}

TEST_CASE("what is no colour is none") {
  for (const char* text : {"", "#", "fff", "gggggg", "84500f;", "-1-1-1", "red", "#84500f0", "8450 f"}) {
    INFO(text);
    CHECK_FALSE(parse_color(text));
    CHECK_FALSE(palette_of(text));
  }
}
