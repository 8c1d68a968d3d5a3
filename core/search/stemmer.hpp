// Cuts French words down to what their forms have in common. Hides libstemmer.h (owned by stemmer.cpp).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace clocher::search {

// Snowball's French algorithm. Not thread-safe: one per call.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // `word` in lower case. "mairies" -> "mair".
  [[nodiscard]] std::string stem(std::string_view word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::search
