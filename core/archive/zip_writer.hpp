// Writes small ZIP files without compression: what office documents ask for.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::archive {

// Name and bytes of each entry, in this order (an .ods wants "mimetype" first). Names are ours, never a user's. Less than
// 4 GiB in all: throws std::length_error beyond.
[[nodiscard]] std::string make_zip(const std::vector<std::pair<std::string_view, std::string_view>>& entries);

}  // namespace clocher::archive
