// Small French-aware text tools: trimming, folding accents, slugs, escaping, UTF-8 checks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher {

// Without leading and trailing white space, U+00A0 included.
[[nodiscard]] std::string_view trim(std::string_view text);

// True when the bytes are well-formed UTF-8 (RFC 3629: no overlong form, no surrogate, at most U+10FFFF).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t length_in_characters(std::string_view text);

// Lower case, accents and ligatures of Latin letters folded to ASCII: "Œuvre d’Été" -> "oeuvre d'ete".
[[nodiscard]] std::string fold(std::string_view text);

// Host label and URL segment: "Saint-Maixent-l'École" -> "saint-maixent-l-ecole"; at most 63 characters, "" when nothing is left.
[[nodiscard]] std::string slug(std::string_view text);

// & < > " ' as entities: safe in HTML text and quoted attributes.
[[nodiscard]] std::string escape_html(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

// RFC 3986 percent coding: all but unreserved characters. Decoding leaves "+" alone (it means a space in forms only) and
// gives nullopt for a malformed escape; the bytes that come out may be anything.
[[nodiscard]] std::string percent_encode(std::string_view text);
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text);

// ’ for ': what people read, where registers write the typewriter's sign.
[[nodiscard]] std::string with_typographic_apostrophes(std::string_view text);

// "du Mans", "de La Ferté", "de L’Île-d’Yeu", "d’Assé": the name of a commune after "de", with its article contracted and
// typographic apostrophes. A name in H elides ("d’Hyères") unless it begins like a known aspirated one ("de Haguenau").
[[nodiscard]] std::string with_de(std::string_view commune_name);

// "au Mans", "aux Sables-d’Olonne", "à La Ferté": the same after "à".
[[nodiscard]] std::string with_a(std::string_view commune_name);

// Keeps control characters out of one-line fields (names, subjects): each becomes a space.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace clocher
