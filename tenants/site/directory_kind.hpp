// The kinds of directory records: a table of words and of what each knows besides what all know.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace clocher::tenants {

enum class DirectoryKind { elus, services, associations, commerces, sante, lieux };

enum class DetailFormat {
  line,   // one line
  block,  // several lines of plain text
  number,
  rna,  // number in the national register of associations: W and nine digits
};

struct DetailField {
  std::string_view key;    // in `details`
  std::string_view title;  // "Fonction": on pages, in forms, as the column of files
  DetailFormat format = DetailFormat::line;
  std::size_t longest = 200;  // characters
};

struct DirectoryKindInfo {
  DirectoryKind kind;
  std::string_view slug;                         // "associations": in the database and in addresses
  std::string_view title;                        // "Associations"
  std::string_view summary;                      // one sentence for residents
  std::string_view category_title;               // "Thème"
  std::span<const std::string_view> categories;  // suggested; the town hall may write others
  std::span<const DetailField> details;
};

[[nodiscard]] std::span<const DirectoryKindInfo> directory_kinds();  // in the order of /annuaire
[[nodiscard]] const DirectoryKindInfo& info_of(DirectoryKind kind);
[[nodiscard]] std::string_view to_string(DirectoryKind kind);  // its slug
[[nodiscard]] std::optional<DirectoryKind> parse_directory_kind(std::string_view slug);

// The one detail that names a private person: shown only with the person's consent.
inline constexpr std::string_view contact_person_key = "contact_person";

}  // namespace clocher::tenants
