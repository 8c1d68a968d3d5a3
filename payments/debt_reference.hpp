// The public reference of a debt: what is typed from a letter, with two letters that catch a slip.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher::payments {

// "26K7QXM29RTA": two digits of the year, eight symbols of Crockford's base 32 drawn at random (40 bits: nobody walks through
// them), two check letters. Fits PayFiP's refdet.
[[nodiscard]] std::string new_debt_reference(int year);

// "26K7 QXM2 9RTA", as it is printed.
[[nodiscard]] std::string in_groups(std::string_view reference);

// What was typed, whatever its case, spaces and dashes; O for 0, I and L for 1. nullopt when it cannot be a reference: any one
// symbol that is wrong, and any two neighbours that changed places, are found.
[[nodiscard]] std::optional<std::string> parse_debt_reference(std::string_view typed);

// The two letters for the first ten symbols.
[[nodiscard]] std::string check_letters(std::string_view symbols);

// A debt's address: 130 random bits, lower case.
[[nodiscard]] std::string new_page_key();

}  // namespace clocher::payments
