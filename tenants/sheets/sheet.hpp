// A sheet of Service-Public ("co-marquage"): what it is, where it stands, where it comes from.
#pragma once

#include "core/base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::sheets {

// Whom Service-Public speaks to; one id may exist for several.
enum class Audience { particuliers, professionnels, associations };
inline constexpr Audience audiences[] = {Audience::particuliers, Audience::professionnels, Audience::associations};

[[nodiscard]] std::string_view to_string(Audience audience);
// From our own word, from the feed's ("Particuliers") or from the short one of its addresses ("part", "pro", "asso").
[[nodiscard]] std::optional<Audience> parse_audience(std::string_view text);

enum class Origin {
  service_public,  // the feed of the DILA
  demonstration,   // the npm package of 2020: shows the product, says nothing that is true today
};

struct Reference {
  std::string id;
  std::string title;
};

struct Sheet {
  Audience audience = Audience::particuliers;
  std::string id;    // F2654: a sheet; N359: a theme or a file of sheets; R1406: a service or a form
  std::string kind;  // "Fiche d'information", "Theme", "Dossier", "Téléservice"
  std::string title;
  std::string description;  // one sentence, "" for none
  std::string theme;        // title of the theme, "" for none
  std::vector<Reference> trail;
  std::string modified_on;  // ISO day on which the DILA last checked it, ""
  std::string sp_url;       // always an address on service-public
  Origin origin = Origin::service_public;
  Instant imported_at;
  std::optional<Instant> gone_at;
};

// A letter F, N or R and one to seven digits.
[[nodiscard]] bool is_sheet_id(std::string_view text);

// "/fiches/F2654"; "/fiches/professionnels/F2654" beside it.
[[nodiscard]] std::string path_of(Audience audience, std::string_view id);

// The page of an id on service-public.fr.
[[nodiscard]] std::string service_public_url(Audience audience, std::string_view id);

}  // namespace clocher::sheets
