// What each character becomes when a text is folded to plain ASCII: the table behind fold() and slug().
#pragma once

#include <string>
#include <string_view>

namespace clocher {

// Appends the folded form of the character `code`, whose UTF-8 is `bytes`: those bytes when there is none, nothing for
// combining accents (as Macs send them) and invisible characters.
void append_folded(std::string& out, char32_t code, std::string_view bytes);

}  // namespace clocher
