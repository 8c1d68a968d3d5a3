// What makes a file of an accepted format unfit to keep (reliability.md 5.5).
#pragma once

#include <string_view>

namespace clocher::forms {

enum class Verdict {
  fine,
  damaged,    // its structure does not hold: cut short, or not really of this format
  dangerous,  // scripts, launch actions, macros, bombs, or something else hidden in it
};

[[nodiscard]] Verdict examine_pdf(std::string_view bytes);
[[nodiscard]] Verdict examine_jpeg(std::string_view bytes);
[[nodiscard]] Verdict examine_png(std::string_view bytes);
[[nodiscard]] Verdict examine_webp(std::string_view bytes);
[[nodiscard]] Verdict examine_heic(std::string_view bytes);
[[nodiscard]] Verdict examine_odt(std::string_view bytes);
[[nodiscard]] Verdict examine_docx(std::string_view bytes);
[[nodiscard]] Verdict examine_ods(std::string_view bytes);
[[nodiscard]] Verdict examine_xlsx(std::string_view bytes);
[[nodiscard]] Verdict examine_text(std::string_view bytes);      // tables: text without control characters or markup
[[nodiscard]] Verdict examine_calendar(std::string_view bytes);  // the same, from BEGIN:VCALENDAR to END:VCALENDAR

}  // namespace clocher::forms
