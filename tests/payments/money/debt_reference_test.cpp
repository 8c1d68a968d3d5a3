// References as people type them, and the slips that check letters find.
#include "payments/debt_reference.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace clocher::payments;

namespace {

constexpr std::string_view symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

TEST_CASE("a reference fits PayFiP and begins with its year") {
  const std::string reference = new_debt_reference(2026);
  CHECK(reference.size() == 12);
  CHECK(reference.starts_with("26"));
  CHECK(reference.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
  CHECK(new_debt_reference(2026) != reference);
}

TEST_CASE("a reference is read whatever its case, spaces and dashes") {
  const std::string body = "26K7QXM29R";
  const std::string reference = body + check_letters(body);
  for (const std::string& typed : {reference, in_groups(reference), " 26k7-qxm2-9r" + check_letters(body),
                                   std::string("26K7\u00A0QXM2\u20139R") + check_letters(body)}) {
    INFO(typed);
    CHECK(parse_debt_reference(typed) == reference);
  }
  const std::string zero = "2600111111";
  CHECK(parse_debt_reference("26oOiIlL11" + check_letters(zero)) == zero + check_letters(zero));
}

TEST_CASE("every slip of one symbol is found") {
  const std::string reference = new_debt_reference(2026);
  for (std::size_t at = 0; at < 10; ++at) {
    for (const char other : symbols) {
      std::string wrong = reference;
      if (wrong[at] == other) continue;
      wrong[at] = other;
      CHECK_FALSE(parse_debt_reference(wrong).has_value());
    }
  }
}

TEST_CASE("every swap of neighbours is found") {
  for (int round = 0; round < 50; ++round) {
    const std::string reference = new_debt_reference(2026);
    for (std::size_t at = 0; at + 1 < 10; ++at) {
      std::string wrong = reference;
      std::swap(wrong[at], wrong[at + 1]);
      if (wrong != reference) CHECK_FALSE(parse_debt_reference(wrong).has_value());
    }
  }
}

TEST_CASE("what cannot be a reference is refused") {
  for (const char* typed : {"", "26K7", "26K7QXM29RTAB", "26K7QXM29R!!", "<script>alert", "26U7QXM29RAB"}) {
    INFO(typed);
    CHECK_FALSE(parse_debt_reference(typed).has_value());
  }
  CHECK_FALSE(parse_debt_reference(std::string(10'000, 'A')).has_value());
}

TEST_CASE("addresses of debts are long and never the same") {
  std::set<std::string> keys;
  for (int i = 0; i < 200; ++i) keys.insert(new_page_key());
  CHECK(keys.size() == 200);
  CHECK(keys.begin()->size() == 26);
}
