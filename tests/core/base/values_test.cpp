// Rules of ids, clocks and errors.
#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tests/support/catch.hpp"

#include <type_traits>

using namespace clocher;

namespace {
struct Dossier;
struct Page;
}  // namespace

TEST_CASE("an id is read from plain decimal digits", "[id]") {
  CHECK(parse_id<Dossier>("1")->value == 1);
  CHECK(parse_id<Dossier>("9223372036854775807")->value == 9223372036854775807);
}

TEST_CASE("signs, zeros, blanks and overflow make no id", "[id]") {
  for (const char* text :
       {"", "0", "-1", "+1", "01", " 1", "1 ", "1a", "0x1", "1.0", "9223372036854775808", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_id<Dossier>(text));
  }
}

TEST_CASE("ids of two tables are two types", "[id]") {
  CHECK_FALSE(std::is_convertible_v<Id<Dossier>, Id<Page>>);
  CHECK_FALSE(std::is_convertible_v<std::int64_t, Id<Page>>);
}

TEST_CASE("a manual clock moves only when told", "[clock]") {
  ManualClock clock({1000});
  CHECK(clock.now() == Instant{1000});
  clock.advance(one_hour);
  CHECK(clock.now() - Instant{1000} == 3600);
}

TEST_CASE("the system clock tells seconds since 1970", "[clock]") {
  CHECK(SystemClock().now() > Instant{1700000000});
  CHECK(SystemClock().now() < Instant{7000000000});
}

TEST_CASE("each kind of error has its status", "[error]") {
  CHECK(http_status(ErrorKind::invalid) == 422);
  CHECK(http_status(ErrorKind::malformed) == 400);
  CHECK(http_status(ErrorKind::not_found) == 404);
  CHECK(http_status(ErrorKind::conflict) == 409);
  CHECK(http_status(ErrorKind::too_large) == 413);
  CHECK(http_status(ErrorKind::too_many) == 429);
  CHECK(http_status(ErrorKind::storage_full) == 507);
}

TEST_CASE("fail_field names the field and its message", "[error]") {
  const Result<int> result = fail_field("email", "email.unreadable", {{"value", "x"}});
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == ErrorKind::invalid);
  CHECK(result.error().fields.at(0).field == "email");
  CHECK(result.error().fields.at(0).arguments.at("value") == "x");
}
