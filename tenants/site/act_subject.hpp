// The subjects of acts: two levels of the national nomenclature ACTES.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace clocher::tenants {

struct ActSubject {
  std::string_view code;   // "7.5"
  std::string_view label;  // "Subventions"
};

// Level 1, in order: "1" to "9".
[[nodiscard]] std::span<const ActSubject> subject_domains();
// Level 2, in order. A code that is not listed is still a code: see is_subject_code.
[[nodiscard]] std::span<const ActSubject> act_subjects();

// SCDL: a digit, a dot, one or two digits; of one of the nine domains.
[[nodiscard]] bool is_subject_code(std::string_view code);
// "Subventions", "" when the table does not know it.
[[nodiscard]] std::string_view subject_label(std::string_view code);
// "Finances locales/Subventions": how SCDL writes a subject; no space beside the stroke.
[[nodiscard]] std::string subject_path(std::string_view code, std::string_view label);

}  // namespace clocher::tenants
