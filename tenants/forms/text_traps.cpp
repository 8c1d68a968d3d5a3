// Tables and calendars as text: nothing a browser would run, whatever it takes them for.
#include "core/base/text.hpp"
#include "tenants/forms/upload_traps.hpp"
#include "tenants/forms/zip_directory.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

// Spreadsheets write tab and line ends; any other control character says that it is no text.
bool is_control(char c) {
  const auto code = static_cast<unsigned char>(c);
  return code < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

constexpr std::array<std::string_view, 6> markup = {"<script", "<html", "<!doctype", "<svg", "<iframe", "<?php"};

}  // namespace

Verdict examine_text(std::string_view bytes) {
  if (std::ranges::any_of(bytes, is_control)) return Verdict::damaged;
  const std::string text = fold(bytes);
  const bool holds_markup =
      std::ranges::any_of(markup, [&](std::string_view tag) { return text.find(tag) != std::string::npos; });
  return holds_markup || ends_as_zip(bytes) ? Verdict::dangerous : Verdict::fine;
}

Verdict examine_calendar(std::string_view bytes) {
  const std::string_view text = trim(bytes);
  if (!text.starts_with("BEGIN:VCALENDAR") || !text.ends_with("END:VCALENDAR")) return Verdict::damaged;
  return examine_text(bytes);
}

}  // namespace clocher::forms
