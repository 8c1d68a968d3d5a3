// The words of a mail, from a plain text template "mails/<name>.txt" whose first line is the subject.
#pragma once

#include "core/view/template.hpp"

#include <string>
#include <string_view>

namespace clocher::view {

struct MailText {
  std::string subject;  // one line
  std::string text;
};

// The template reads "Objet : <subject>", an empty line, then the text. Throws std::runtime_error when it does not.
[[nodiscard]] MailText render_mail(const Views& views, std::string_view name, const json::Object& data);

}  // namespace clocher::view
