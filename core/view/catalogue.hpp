// The French sentences of the product, by key.
#pragma once

#include "core/base/error.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::view {

enum class OnMissing {
  throws,  // development and tests: std::out_of_range names the key or the placeholder
  logs     // production: the key itself is shown, one log line per key
};

#ifdef NDEBUG
inline constexpr OnMissing default_on_missing = OnMissing::logs;
#else
inline constexpr OnMissing default_on_missing = OnMissing::throws;
#endif

// {"case.count.one": "{count} demande", "case.count.other": "{count} demandes", ...}: one flat object.
// Thread-safe.
class Catalogue {
 public:
  // Throws std::runtime_error when the text is not a flat JSON object of strings.
  explicit Catalogue(std::string_view json_text, OnMissing on_missing = default_on_missing);
  ~Catalogue();

  // With an argument "count", takes key.one for 0 and 1 and key.other from 2 on (French rule) when they exist.
  // Values are put in as they are, never read again for placeholders; escaping is the template's work.
  [[nodiscard]] std::string text(std::string_view key, const Arguments& arguments = {}) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;  // sorted

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::view
