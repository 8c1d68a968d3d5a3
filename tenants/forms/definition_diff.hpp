// What changed between two writings of a procedure, in sentences: "Question ajoutée : « Votre âge » (page « Vous »)".
#pragma once

#include "core/json/json.hpp"
#include "core/view/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

enum class ChangeKind { added, removed, changed, moved };

[[nodiscard]] std::string_view to_string(ChangeKind kind);

struct DefinitionChange {
  ChangeKind kind = ChangeKind::changed;
  std::string sentence;  // French
  std::string before = {};  // texts, when what changed is one; "" otherwise
  std::string after = {};
};

// In the order in which the later writing is read. Works on JSON, so that an unfinished writing can be compared, and a property
// of tomorrow is not passed over. Pages, questions, answers and tests are told apart by their id, value or name.
[[nodiscard]] std::vector<DefinitionChange> diff_definitions(const json::Object& from, const json::Object& to,
                                                             const view::Catalogue& catalogue);

}  // namespace clocher::forms
