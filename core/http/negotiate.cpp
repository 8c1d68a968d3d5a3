// Reads weighted codings and lists of entity tags.
#include "core/http/negotiate.hpp"

#include "core/base/text.hpp"
#include "core/http/message.hpp"
#include "core/http/token.hpp"

#include <algorithm>
#include <optional>

namespace clocher::http {
namespace {

constexpr int full_weight = 1000;

// Thousandths; nullopt for what is not a qvalue ("0.5", "1.000").
std::optional<int> read_weight(std::string_view text) {
  const bool starts = text.starts_with('0') || text.starts_with('1');
  if (!starts || text.size() > 5 || (text.size() > 1 && text[1] != '.')) return std::nullopt;
  int weight = (text[0] - '0') * full_weight;
  int unit = 100;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (c < '0' || c > '9') return std::nullopt;
    weight += (c - '0') * unit;
    unit /= 10;
  }
  return weight > full_weight ? std::nullopt : std::optional(weight);
}

// What the client says of each coding; nullopt: nothing.
struct Weights {
  std::optional<int> brotli, gzip, identity, others;

  [[nodiscard]] int of(Encoding encoding) const {
    switch (encoding) {
      case Encoding::brotli: return brotli.value_or(others.value_or(0));
      case Encoding::gzip: return gzip.value_or(others.value_or(0));
      case Encoding::identity: break;
    }
    // Always acceptable unless refused, yet only wanted when named.
    if (identity) return *identity;
    return others == 0 ? 0 : 1;
  }
};

bool read_coding(std::string_view text, Weights& weights) {
  const std::size_t semicolon = text.find(';');
  const std::string_view coding = trim(text.substr(0, semicolon));
  int weight = full_weight;
  if (semicolon != std::string_view::npos) {
    const std::string_view parameter = trim(text.substr(semicolon + 1));
    if (parameter.size() < 3 || lower(parameter[0]) != 'q' || parameter[1] != '=') return false;
    const auto read = read_weight(parameter.substr(2));
    if (!read) return false;
    weight = *read;
  }
  if (equals_ignoring_case(coding, "br")) weights.brotli = weight;
  if (equals_ignoring_case(coding, "gzip") || equals_ignoring_case(coding, "x-gzip")) weights.gzip = weight;
  if (equals_ignoring_case(coding, "identity")) weights.identity = weight;
  if (coding == "*") weights.others = weight;
  return true;
}

std::string_view without_weak_mark(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

}  // namespace

std::string_view content_coding(Encoding encoding) {
  switch (encoding) {
    case Encoding::brotli: return "br";
    case Encoding::gzip: return "gzip";
    case Encoding::identity: break;
  }
  return {};
}

Encoding choose_encoding(std::string_view accept_encoding, std::span<const Encoding> available) {
  Weights weights;
  for (const std::string_view coding : split(accept_encoding, ',')) {
    if (!trim(coding).empty() && !read_coding(coding, weights)) return Encoding::identity;
  }
  Encoding best = Encoding::identity;
  int best_weight = 0;
  for (const Encoding encoding : available) {
    if (weights.of(encoding) <= best_weight) continue;
    best = encoding;
    best_weight = weights.of(encoding);
  }
  return weights.of(Encoding::identity) > best_weight ? Encoding::identity : best;
}

std::string make_etag(std::string_view hash, Encoding encoding) {
  std::string tag = "\"" + std::string(hash);
  if (encoding != Encoding::identity) tag.append("-").append(content_coding(encoding));
  return tag + "\"";
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") return true;
  const std::string_view wanted = without_weak_mark(etag);
  // Ours hold no comma, so a tag of someone else's that does cannot be taken for one of ours.
  for (const std::string_view tag : split(if_none_match, ',')) {
    if (without_weak_mark(trim(tag)) == wanted) return true;
  }
  return false;
}

}  // namespace clocher::http
