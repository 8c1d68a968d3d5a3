// Rules of amounts: never guessed, never rounded, never wrapped.
#include "core/base/money.hpp"

#include "tests/support/catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace clocher;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

std::string refusal(std::string_view text) {
  const auto amount = parse_money(text);
  return amount ? "accepted " + std::to_string(amount->cents) : amount.error().fields.at(0).key;
}

}  // namespace

TEST_CASE("amounts are read as people type them", "[money]") {
  const std::vector<std::pair<std::string, std::int64_t>> cases = {{"12", 1200},
                                                                   {"12,5", 1250},
                                                                   {"12.50", 1250},
                                                                   {"1 234,50 €", 123450},
                                                                   {"1\u202F234,50\u00A0€", 123450},
                                                                   {"0", 0},
                                                                   {"0,01", 1},
                                                                   {"12€", 1200},
                                                                   {" 12 € ", 1200},
                                                                   {"12 345 678", 1234567800},
                                                                   {"99999999,99", 9999999999}};
  for (const auto& [text, cents] : cases) {
    CAPTURE(text);
    const auto amount = parse_money(text);
    REQUIRE(amount);
    CHECK(amount->cents == cents);
  }
}

TEST_CASE("what could mean two amounts is refused", "[money]") {
  for (const char* text :
       {"12 50", "12€50", "12 € 50", "1 2", "12,5 0", "1.234", "1.234,50", "1,234.50", "12,345", "1 23,50", "1  234"}) {
    CAPTURE(text);
    CHECK(refusal(text) == "money.unreadable");
  }
}

TEST_CASE("what is not an amount is refused", "[money]") {
  for (const char* text : {"", " ", "€", "-5", "+5", "abc", "12,", ",5", ".", "1e3", "0x10", "12,5,0", "١٢"}) {
    CAPTURE(text);
    CHECK(refusal(text) == "money.unreadable");
  }
}

TEST_CASE("amounts of a hundred million euros and more are too large", "[money]") {
  for (const char* text : {"100000000", "100 000 000,00", "99999999999999999999999999"}) {
    CAPTURE(text);
    CHECK(refusal(text) == "money.too_large");
  }
}

TEST_CASE("amounts are written in French with no-break spaces", "[money]") {
  const std::vector<std::pair<std::int64_t, std::string>> cases = {
      {0, "0,00\u00A0€"},
      {5, "0,05\u00A0€"},
      {123450, "1\u202F234,50\u00A0€"},
      {100000000, "1\u202F000\u202F000,00\u00A0€"},
      {-1250, "-12,50\u00A0€"},
      {smallest, "-92\u202F233\u202F720\u202F368\u202F547\u202F758,08\u00A0€"}};
  for (const auto& [cents, expected] : cases) CHECK(format_french({cents}) == expected);
}

TEST_CASE("a written amount reads back as itself", "[money]") {
  for (const std::int64_t cents : {0L, 1L, 99L, 100L, 99999L, 100000L, 123456789L, 9999999999L}) {
    CHECK(parse_money(format_french({cents})).value().cents == cents);
  }
}

TEST_CASE("sums and differences that do not fit throw", "[money]") {
  CHECK((Money{150} + Money{50}).cents == 200);
  CHECK((Money{150} - Money{200}).cents == -50);
  CHECK_THROWS_AS(Money{largest} + Money{1}, std::overflow_error);
  CHECK_THROWS_AS(Money{smallest} - Money{1}, std::overflow_error);
}
