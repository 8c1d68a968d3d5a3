// Telephone numbers as people write them.
#pragma once

#include <string>
#include <string_view>

namespace clocher {

// What is stored: "0243000000", "+3222345678". Separators go, "+33" becomes 0, "00" becomes "+"; letters stay and make the
// number unreadable.
[[nodiscard]] std::string normalize_phone(std::string_view text);

// A French number of ten digits, or an international one (ITU-T E.164). Of a normalised number.
[[nodiscard]] bool is_phone(std::string_view number);

// "02 43 00 00 00"; a foreign number stays as it is. Of a normalised number.
[[nodiscard]] std::string format_phone(std::string_view number);

// "tel:+33243000000". Of a normalised number.
[[nodiscard]] std::string phone_link(std::string_view number);

}  // namespace clocher
