// Sentences that are too long, words that shout: what makes a text hard to read (reference: langage clair, FALC).
#pragma once

#include "tenants/site/checks.hpp"
#include "tenants/site/checks_structure.hpp"

namespace clocher::tenants {

inline constexpr std::size_t longest_sentence_words = 25;
inline constexpr std::size_t mean_sentence_words = 15;

// Sentences of one paragraph: "M. Roux habite au 3 bis. Il écoute." are two.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view paragraph);
[[nodiscard]] std::size_t count_words(std::string_view text);

// At least three words, nearly all letters capital; "SDIS 72" is an acronym, not a shout.
[[nodiscard]] bool is_in_capitals(std::string_view text);

// The first words, to find a passage again: "La collecte des déchets…".
[[nodiscard]] std::string beginning_of(std::string_view text);

void check_sentences(const std::vector<PlacedParagraph>& paragraphs, std::vector<Finding>& findings);

}  // namespace clocher::tenants
