// What changed between two texts, for a person: words within lines that changed, whole lines elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class DiffKind { same, added, removed };

struct DiffPart {
  DiffKind kind = DiffKind::same;
  std::string text;
};

// In reading order: same + removed is the old text, same + added the new one; neighbours differ in kind.
// Very long passages that have nothing in common are shown as one removed and one added.
[[nodiscard]] std::vector<DiffPart> diff_texts(std::string_view old_text, std::string_view new_text);

}  // namespace clocher::tenants
