// Under which heading residents find a procedure. Catalogue keys: "procedure.theme.<name>".
#pragma once

#include <array>
#include <string_view>

namespace clocher::forms {

// In the order of the page. The last one is for what fits nowhere else.
inline constexpr std::array<std::string_view, 6> themes = {"etat_civil",   "logement",     "enfance",
                                                           "associations", "cadre_de_vie", "mairie"};
inline constexpr std::string_view usual_theme = themes.back();

}  // namespace clocher::forms
