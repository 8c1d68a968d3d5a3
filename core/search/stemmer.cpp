// The only file that includes libstemmer.h.
#include "core/search/stemmer.hpp"

#include <stdexcept>

#include <libstemmer.h>

namespace clocher::search {

struct Stemmer::Impl {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer{sb_stemmer_new("french", "UTF_8")};
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {
  if (!impl_->stemmer) throw std::runtime_error("libstemmer: no French stemmer");
}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(impl_->stemmer.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto length = static_cast<std::size_t>(sb_stemmer_length(impl_->stemmer.get()));
  return {reinterpret_cast<const char*>(stem), length};
}

}  // namespace clocher::search
