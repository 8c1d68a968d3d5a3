// A contact as a file that telephones and mail programs take in (vCard 3.0, RFC 2426: the version that all of them read).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clocher {

// "" for what is not known.
struct VCard {
  std::string name;          // of the person or the organisation
  std::string organisation;  // the person's, or the same name again
  std::string title;         // role of the person
  std::string street, postcode, city;
  std::vector<std::string> phones;  // "+33243000000"
  std::string email;
  std::string url;
  std::string note;
  std::optional<std::pair<double, double>> position;  // latitude, longitude
};

// UTF-8, lines end in CRLF and are folded at 75 bytes between characters. Values cannot add a line of their own.
[[nodiscard]] std::string to_text(const VCard& card);

}  // namespace clocher
