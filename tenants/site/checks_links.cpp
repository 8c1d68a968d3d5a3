// Reads links the way a list of links is read aloud: without the sentence around them.
#include "tenants/site/checks_links.hpp"

#include "core/base/text.hpp"
#include "core/view/markdown.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 26> vague_words = {"ici",
                                                          "cliquez ici",
                                                          "cliquer ici",
                                                          "clic ici",
                                                          "par ici",
                                                          "la",
                                                          "lien",
                                                          "ce lien",
                                                          "le lien",
                                                          "suivre ce lien",
                                                          "cliquez sur ce lien",
                                                          "lire la suite",
                                                          "lire",
                                                          "la suite",
                                                          "suite",
                                                          "en savoir plus",
                                                          "savoir plus",
                                                          "plus d'infos",
                                                          "plus d'informations",
                                                          "plus",
                                                          "voir",
                                                          "voir plus",
                                                          "telecharger",
                                                          "document",
                                                          "site",
                                                          "cette page"};

// Without the signs around: « Cliquez ici ! » is "cliquez ici".
std::string said(std::string_view words) {
  const std::string folded = fold(words);
  constexpr std::string_view signs = " .,;:!?>\"'()[]";
  const auto first = folded.find_first_not_of(signs);
  if (first == std::string::npos) return "";
  return folded.substr(first, folded.find_last_not_of(signs) - first + 1);
}

bool is_contact(std::string_view url) { return url.starts_with("mailto:") || url.starts_with("tel:"); }

bool is_address(std::string_view words) {
  return words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
}

std::string path_of_url(std::string_view url) {
  const auto decoded = percent_decode(url.substr(0, url.find_first_of("?#")));
  return decoded.value_or(std::string(url));
}

std::optional<std::string> fault_of_words(const CheckedLink& link, std::string_view folded) {
  if (trim(link.words).empty()) return "checks.link_empty";
  if (!is_contact(link.url) && is_address(folded)) return "checks.link_address";
  if (std::ranges::find(vague_words, folded) != vague_words.end()) return "checks.link_vague";
  return std::nullopt;
}

std::optional<std::string> fault_of_target(const CheckedLink& link, const LeadsSomewhere& leads_somewhere) {
  if (!view::is_safe_link(link.url)) return "checks.link_refused";
  if (link.url.starts_with('/') && !leads_somewhere(path_of_url(link.url))) return "checks.link_dead";
  return std::nullopt;
}

}  // namespace

void check_links(const std::vector<CheckedLink>& links, const LeadsSomewhere& leads_somewhere,
                 std::vector<Finding>& findings) {
  std::map<std::string, std::string> target_of;  // the first link that says these words
  for (const CheckedLink& link : links) {
    const auto note = [&](const std::string& key) {
      const Arguments arguments{{"words", std::string(trim(link.words))}, {"target", link.url}};
      findings.push_back({key, Severity::advice, link.spot, arguments});
    };
    const std::string folded = said(link.words);
    if (const auto fault = fault_of_words(link, folded)) note(*fault);
    if (const auto fault = fault_of_target(link, leads_somewhere)) note(*fault);
    const auto [first, is_new] = target_of.try_emplace(folded, link.url);
    if (!is_new && !folded.empty() && first->second != link.url) note("checks.link_same_words");
  }
}

}  // namespace clocher::tenants
