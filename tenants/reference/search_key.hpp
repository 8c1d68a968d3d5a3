// The form under which a name is stored and looked for: the importer and the register must agree.
#pragma once

#include <string>
#include <string_view>

namespace clocher::reference {

// "Saint-Maixent-l'École" and "st maixent l’ecole" -> "saint-maixent-l-ecole". "" when nothing is left.
[[nodiscard]] std::string search_key(std::string_view name);

// "le-mans" -> "mans"; the key itself when it has no leading article.
[[nodiscard]] std::string_view without_article(std::string_view key);

}  // namespace clocher::reference
